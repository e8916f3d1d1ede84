import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isMereThanks } from "../../../src/domain/triage/closing.ts";
import { triage, triageRules } from "../../../src/domain/triage/triage.ts";
import { triageFixtures } from "../../fixtures/triage/index.ts";
import { messageOf, policy } from "../../fixtures/triage/fixture.ts";

const customer = messageOf({ from: "Amara Okafor <amara@okafor.example>", subject: "Dog licence", headers: {} });

describe("each message of the table is decided as its line says", () => {
  test.each(triageFixtures.map((fixture) => [fixture[0], fixture] as const))("%s", (_, [, draft, expected]) => {
    const decision = triage(messageOf(draft), policy);
    expect({ on: decision.channel, off: decision.reason, rule: decision.rule }).toEqual({
      on: expected.on,
      off: expected.off,
      rule: decision.rule,
    });
    expect(decision.onTheClock).toBe(expected.on !== null);
    if (expected.probable !== undefined) expect(decision.probable).toBe(expected.probable);
    if (expected.customer !== undefined) expect(decision.customer?.address ?? null).toBe(expected.customer);
  });
});

test("there are at least 150 messages, each with a line of its own", () => {
  const lines = triageFixtures.map(([why, draft]) => `${why} ${draft.subject}`);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.length).toBeGreaterThanOrEqual(150);
});

test("every rule has its own id, and a message that it decides", () => {
  const ids = triageRules.map((rule) => rule.id);
  const used = new Set(triageFixtures.map(([, draft]) => triage(messageOf(draft), policy).rule));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !used.has(id))).toEqual([]);
});

test("X-Auto-Response-Suppress or Precedence alone never takes a message off the clock, whatever they say", () => {
  const words = fc.constantFrom("All", "OOF", "DR, RN, NRN, OOF, AutoReply", "bulk", "list", "junk", "normal", "");
  fc.assert(
    fc.property(words, words, (suppress, precedence) => {
      const headers = [
        ["X-Auto-Response-Suppress", suppress],
        ["Precedence", precedence],
      ] as const;
      expect(triage({ ...customer, headers }, policy).onTheClock).toBe(true);
    }),
  );
});

test("parts of an attached message never decide", () => {
  const types = fc.constantFrom(
    "message/delivery-status",
    "message/disposition-notification",
    "text/calendar",
    "audio/wav",
  );
  fc.assert(
    fc.property(fc.array(types), (embedded) => {
      const parts = [{ type: "text/plain" }, ...embedded.map((type) => ({ type, method: "REPLY", embedded: true }))];
      expect(triage({ ...customer, parts }, policy).onTheClock).toBe(true);
    }),
  );
});

test("any message gets a decision with a rule, and off the clock means a reason and no channel", () => {
  const header = fc.tuple(
    fc.constantFrom("Auto-Submitted", "List-Id", "Return-Path", "X-Autoreply", "Subject"),
    fc.string(),
  );
  const facts = fc.record({
    subject: fc.string(),
    text: fc.string(),
    answersUs: fc.boolean(),
    headers: fc.option(fc.array(header), { nil: null }),
    from: fc.option(fc.record({ name: fc.string(), address: fc.string() }), { nil: null }),
  });
  fc.assert(
    fc.property(facts, (some) => {
      const decision = triage({ ...customer, ...some }, policy);
      expect(decision.onTheClock).toBe(decision.reason === null);
      expect(decision.onTheClock).toBe(decision.channel !== null);
      expect(decision.rule).not.toBe("");
    }),
  );
});

test("without e-mail among the channels, plain mail takes the first one", () => {
  const channels = { desk: { name: "Desk", kind: "other" as const }, post: { name: "Post", kind: "letter" as const } };
  expect(triage(customer, { ...policy, channels }).channel).toBe("desk");
});

describe("a customer whom only the notice's text names", () => {
  const notice = {
    from: "requests@ourcity-app.example",
    subject: "New report",
    headers: {},
    text: "Reported by Amara Okafor, amara@okafor.example",
  };
  const byPattern = (customerPattern: string) => ({
    ...policy,
    channels: { "our-city": { ...policy.channels["our-city"]!, customerPattern } },
  });

  test("is taken with name and address, and marked, for Reply would go to the machine", () => {
    const found = { customer: { name: "Amara Okafor", address: "amara@okafor.example" }, customerInText: true };
    expect(triage(messageOf(notice), policy)).toMatchObject(found);
  });

  test("is not marked when Reply-To names them", () => {
    const decision = triage(messageOf({ ...notice, replyTo: ["amara@okafor.example"] }), policy);
    expect(decision.customer?.address).toBe("amara@okafor.example");
    expect(decision).not.toHaveProperty("customerInText");
  });

  test("may be captured by the address alone, in any case of letters, on any line", () => {
    const decision = triage(messageOf(notice), byPattern("^reported by [^,]+, (\\S+@\\S+)$"));
    expect(decision.customer).toEqual({ name: "", address: "amara@okafor.example" });
  });

  test("is unknown where the client cannot read the text", () => {
    const { text, ...blind } = notice;
    expect(text).toContain("amara");
    expect(triage(messageOf(blind), policy).customer).toBeNull();
  });
});

test("a policy that names no staff has no internal mail", () => {
  const { staff, ...open } = policy;
  expect(staff).toBeDefined();
  expect(
    triage(messageOf({ from: "dana.w@sprucefield.example", subject: "Lunch", headers: {} }), open).onTheClock,
  ).toBe(true);
});

test.each([
  "Thanks!",
  "thank you very much",
  "Thanks Dana, much appreciated.\nBest regards,\nWei Chen",
  "Hi Dana,\n\nThat works for me.\n\nCheers",
  "Merci infiniment !",
  "D'accord, merci. Bonne fin de semaine",
  "Great, see you then. Thank you",
])("a mere thank-you: %j", (text) => {
  expect(isMereThanks(text)).toBe(true);
});

test.each([
  "Thanks. Please send the form.",
  "Thanks for nothing",
  "Thank you, however the gate remains shut",
  "Ok. My number is 780 555 0117",
  "No thank you",
  "Merci de me rappeler svp",
  "Merci. Ça ne marche pas",
  "When",
])("not a mere thank-you: %j", (text) => {
  expect(isMereThanks(text)).toBe(false);
});
