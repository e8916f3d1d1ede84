import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Observation } from "../../../src/domain/inquiry/fact.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import { cheaplyNamed, idOf, namedFacts } from "../../../src/domain/mailbox/inquiry.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { receivedAt, rulesOf } from "../inquiry/office.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");
const rules = rulesOf();
const hourMs = 3_600_000;
const after = (hours: number): Instant => instant(receivedAt + hours * hourMs);

const received: Observation = {
  ...{ kind: "received", channel: "email", department: null, mailboxKind: "personal", timeSource: "exchange" },
  ...{ at: receivedAt, saidAt: receivedAt, by: "rule" },
};
const later: fc.Arbitrary<Observation> = fc
  .record({
    hours: fc.integer({ min: 1, max: 100 }),
    by: fc.constantFrom("rule", "person"),
    what: fc.oneof(
      fc.record({
        kind: fc.constant("replied" as const),
        replyKind: fc.constantFrom("acknowledgement", "holding", "part", "answer", "unknown"),
        way: fc.constant("email" as const),
        seenIn: fc.constant("sentItems" as const),
      }),
      fc.record({ kind: fc.constant("excluded" as const), reason: fc.constantFrom("thanks", "newsletter") }),
      fc.record({ kind: fc.constant("included" as const) }),
    ),
  })
  .map(({ hours, by, what }): Observation => ({ ...what, at: after(hours), saidAt: after(hours), by }));

test("an inquiry stands the same when its facts are named by their contents, whatever was taken back", () => {
  fc.assert(
    fc.property(
      fc.array(later, { maxLength: 6 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 120 }),
      (seen, undo, now) => {
        const target = seen.find(({ kind }) => kind === "replied");
        const returned: Observation[] =
          undo && target !== undefined
            ? [{ kind: "returned", reply: idOf(target, hash), at: after(101), saidAt: after(101), by: "rule" }]
            : [];
        const all = [received, ...seen, ...returned];
        const by = (facts: ReturnType<typeof namedFacts>) => ({
          ...standingOf(facts, rules, after(now)),
          restsOn: null,
        });
        expect(by(cheaplyNamed(all, hash))).toEqual(by(namedFacts(all, hash)));
      },
    ),
  );
});

const reply = (replyKind: "part" | "unknown", hours: number): Observation => ({
  ...{ kind: "replied", replyKind, way: "email", seenIn: "sentItems", by: "rule" },
  ...{ at: after(hours), saidAt: after(hours) },
});
const word = (kind: "included" | "excluded", hours: number): Observation => ({
  ...(kind === "excluded" ? { kind, reason: "thanks" } : { kind }),
  ...{ at: after(hours), saidAt: after(hours), by: "person" },
});

test.each([
  ["two replies", [reply("unknown", 3), reply("part", 3)]],
  ["two words of persons", [word("included", 3), word("excluded", 3)]],
] as const)("of %s at one moment the same one counts, however facts are named", (_what, both) => {
  // Whichever comes first by one way of naming them: over several moments the other way must disagree at least once.
  for (let hours = 1; hours <= 20; hours += 1) {
    const moved = both.map((seen) => ({ ...seen, at: after(hours), saidAt: after(hours) }));
    const of = (facts: ReturnType<typeof namedFacts>) => ({ ...standingOf(facts, rules, after(40)), restsOn: null });
    expect(of(cheaplyNamed([received, ...moved], hash))).toEqual(of(namedFacts([received, ...moved], hash)));
  }
});
