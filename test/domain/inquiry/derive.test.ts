import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { standingOf, unionOf } from "../../../src/domain/inquiry/derive.ts";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import { factContent } from "../../../src/domain/inquiry/factId.ts";
import type { Instant, LocalDay } from "../../../src/domain/time.ts";
import { at, day } from "../../support/time.ts";
import { inquiry, received, receivedAt, replied, rulesOf, said } from "./office.ts";
import { moment, simple, story } from "./story.ts";

const rules = rulesOf();
const dueAt = at("Tue 2026-11-24 16:30");
const late = at("Wed 2026-11-25 09:00");
const now = at("Mon 2026-11-23 09:00");
const stand = (facts: readonly Fact[], when: Instant = now, by = rules) => standingOf(facts, by, when);

test("without a receipt nothing stands", () => {
  expect(stand([])).toBeNull();
  expect(stand([replied(now)])).toBeNull();
  expect(stand([received(), said({ kind: "retracted", fact: received().id }, now)])).toBeNull();
});

test("an open inquiry is on track, due soon on the last business day before, due today, then overdue", () => {
  const states = ["Fri 2026-11-20 12:00", "Sun 2026-11-22 12:00", "Mon 2026-11-23 09:00", "Tue 2026-11-24 16:30"].map(
    (when) => stand([received()], at(when))?.state,
  );
  expect(states).toEqual(["onTrack", "onTrack", "dueSoon", "dueToday"]);
  expect(stand([received()], (dueAt + 1) as Instant)).toMatchObject({
    state: "overdue",
    outcome: "openOverdue",
    due: { dueAt },
  });
});

test("due on Monday is due soon from Friday on, the weekend included", () => {
  const facts = [received(at("Thu 2026-11-19 10:00"))];
  expect(stand(facts, at("Thu 2026-11-19 23:59"))?.state).toBe("onTrack");
  expect(stand(facts, at("Fri 2026-11-20 08:00"))?.state).toBe("dueSoon");
  expect(stand(facts, at("Sun 2026-11-22 08:00"))?.state).toBe("dueSoon");
});

test("a reply exactly at the due instant is on time, one millisecond later is late and stays late", () => {
  expect(stand([received(), replied(dueAt)], late)).toMatchObject({
    state: "repliedInTime",
    outcome: "repliedOnTime",
    closed: true,
  });
  const tooLate = stand([received(), replied((dueAt + 1) as Instant), replied(late)], late);
  expect(tooLate).toMatchObject({ state: "repliedLate", outcome: "repliedLate", metAt: dueAt + 1 });
});

test.each([
  ["acknowledgement", { metAt: null, closed: false, state: "dueSoon", acknowledgedAt: at("Fri 2026-11-20 11:00") }],
  ["holding", { metAt: at("Fri 2026-11-20 11:00"), closed: false, state: "promised", acknowledgedAt: null }],
  ["part", { metAt: at("Fri 2026-11-20 11:00"), closed: false, state: "promised", acknowledgedAt: null }],
  ["answer", { metAt: at("Fri 2026-11-20 11:00"), closed: true, state: "repliedInTime", acknowledgedAt: null }],
  ["unknown", { metAt: at("Fri 2026-11-20 11:00"), closed: true, state: "repliedInTime", acknowledgedAt: null }],
] as const)("the reply table's row for %s", (kind, expected) => {
  expect(stand([received(), replied(at("Fri 2026-11-20 11:00"), kind)])).toMatchObject(expected);
});

test("what meets the response time is the policy's: a city may count an acknowledgement, or not a holding reply", () => {
  const counting = (met: readonly ("acknowledgement" | "answer")[]) =>
    rulesOf({ counting: { ...rules.policy.counting, met } });
  const acknowledged = [received(), replied(at("Fri 2026-11-20 11:00"), "acknowledgement")];
  expect(stand(acknowledged, now, counting(["acknowledgement", "answer"]))?.outcome).toBe("repliedOnTime");
  const holding = [received(), replied(at("Fri 2026-11-20 11:00"), "holding")];
  expect(stand(holding, now, counting(["answer"]))?.metAt).toBeNull();
});

test("a reply before the receipt answers something else", () => {
  expect(stand([received(), replied((receivedAt - 1) as Instant)])?.closed).toBe(false);
  expect(stand([received(), replied(receivedAt)])?.closed).toBe(true);
});

test("of several receipts the earliest starts the clock; a reminder or a forward never resets it", () => {
  const facts = [received(at("Mon 2026-11-23 08:00")), received(), received(at("Sat 2026-11-21 08:00"))];
  expect(stand(facts)?.receivedAt).toBe(receivedAt);
});

test("a reply that came back reopens the inquiry with its first due date", () => {
  const reply = replied(at("Fri 2026-11-20 11:00"));
  const returned = said({ kind: "returned", reply: reply.id }, at("Fri 2026-11-20 11:05"), "rule");
  expect(stand([received(), reply, returned])).toMatchObject({ closed: false, metAt: null, due: { dueAt } });
  expect(stand([received(), reply, returned, replied(now)])).toMatchObject({ closed: true, metAt: now });
});

test("a retraction takes a fact away; a rule cannot take away a person's word, nor a retraction a retraction", () => {
  const answered = replied(at("Fri 2026-11-20 11:00"), "answer", { by: "person" });
  const retracted = said({ kind: "retracted", fact: answered.id }, now);
  expect(stand([received(), answered, retracted])?.closed).toBe(false);
  expect(stand([received(), answered, said({ kind: "retracted", fact: answered.id }, now, "rule")])?.closed).toBe(true);
  expect(stand([received(), answered, retracted, said({ kind: "retracted", fact: retracted.id }, late)])?.closed).toBe(
    false,
  );
});

test("the channel a person chose outranks every rule, whenever it comes; of two persons the later wins", () => {
  const early = said({ kind: "channelSet", channel: "letter" }, at("Fri 2026-11-20 10:05"));
  const rule = received(at("Sat 2026-11-21 10:00"), "portal");
  expect(stand([received(), early, rule])?.channel).toBe("letter");
  expect(stand([received(), early, rule, said({ kind: "channelSet", channel: "voicemail" }, now)])?.channel).toBe(
    "voicemail",
  );
});

test("moving the department never moves the date", () => {
  const moved = stand([received(), said({ kind: "departmentSet", department: "roads" }, now)]);
  expect(moved).toMatchObject({ department: "roads", receivedAt, due: { dueAt } });
});

test("a letter's day of arrival, said by a person, is its receipt", () => {
  const arrived = said({ kind: "receivedSet", receivedAt: at("Wed 2026-11-18 08:30") }, now);
  expect(stand([received(receivedAt, "letter"), arrived])).toMatchObject({
    receivedAt: at("Wed 2026-11-18 08:30"),
    timeSource: "person",
    due: { dueDay: day("Wed 2026-11-25") },
  });
});

test("an exclusion leaves compliance, and after the due date is marked as such", () => {
  const early = stand([received(), said({ kind: "excluded", reason: "duplicate" }, now)], late);
  expect(early).toMatchObject({
    state: "excluded",
    outcome: null,
    excludedReason: "duplicate",
    excludedAfterDue: false,
  });
  const after = stand([received(), said({ kind: "excluded", reason: "duplicate" }, late)], late);
  expect(after).toMatchObject({ state: "excluded", outcome: null, excludedAfterDue: true });
});

test("who takes an exclusion back is on the clock again from the first receipt", () => {
  const facts = [
    received(),
    said({ kind: "excluded", reason: "thanks" }, at("Fri 2026-11-20 12:00")),
    said({ kind: "included" }, now),
  ];
  expect(stand(facts)).toMatchObject({ state: "dueSoon", excludedReason: null, due: { dueAt } });
});

test("a person's 'this needs a reply' outranks a rule's later exclusion", () => {
  const facts = [
    received(),
    said({ kind: "included" }, now),
    said({ kind: "excluded", reason: "thanks" }, late, "rule"),
  ];
  expect(stand(facts)?.state).toBe("dueSoon");
});

test("a channel without a response time is measured, never due", () => {
  const free = rulesOf({ channels: { email: { name: "E-mail", kind: "email" } } });
  expect(stand([received()], late, free)).toMatchObject({ state: "noDate", due: null, outcome: null });
  expect(stand([received(), replied(late)], late, free)).toMatchObject({
    state: "replied",
    outcome: null,
    metAt: late,
  });
});

test("a channel that the policy does not know has no date rather than a wrong one", () => {
  expect(stand([received(receivedAt, "constructor")])).toMatchObject({ state: "noDate", due: null });
});

test("a message before the policy counts has no date", () => {
  expect(stand([received()], now, rulesOf({ countsFrom: day("Sat 2026-11-21") }))?.due).toBeNull();
  expect(stand([received()], now, rulesOf({ countsFrom: day("Fri 2026-11-20") }))?.due).not.toBeNull();
});

test("a high-volume period announces a later date and leaves the published one", () => {
  const period = {
    id: "tax",
    from: day("Fri 2026-11-20"),
    to: day("Fri 2026-11-27"),
    authority: "CAO",
    reason: "tax notices",
    responseDays: { email: 5 },
  };
  expect(stand([received()], now, rulesOf({ highVolume: [period] }))).toMatchObject({
    due: { dueAt },
    announced: { dueDay: day("Fri 2026-11-27") },
  });
});

const promise = (when: string, promisedDay: LocalDay) => replied(at(when), "holding", { promisedDay });

test("a promise is open until its day has passed, kept by an answer on it, broken after it", () => {
  const facts = [received(), promise("Fri 2026-11-20 11:00", day("Thu 2026-11-26"))];
  const promisedDay = day("Thu 2026-11-26");
  expect(stand(facts, at("Thu 2026-11-26 23:59"))?.promise).toEqual({ day: promisedDay, kept: null });
  expect(stand(facts, at("Fri 2026-11-27 00:00"))?.promise).toEqual({ day: promisedDay, kept: false });
  expect(stand([...facts, replied(at("Thu 2026-11-26 20:00"))], late)?.promise).toEqual({
    day: promisedDay,
    kept: true,
  });
  const broken = stand([...facts, replied(at("Fri 2026-11-27 00:00"))], at("Mon 2026-11-30 09:00"));
  expect(broken).toMatchObject({ promise: { kept: false }, outcome: "repliedOnTime" });
});

test("a promise may be moved before its day; one that passed unkept stays broken", () => {
  const first = promise("Fri 2026-11-20 11:00", day("Tue 2026-11-24"));
  const moved = [received(), first, promise("Tue 2026-11-24 15:00", day("Fri 2026-11-27"))];
  expect(stand(moved, late)?.promise).toEqual({ day: day("Fri 2026-11-27"), kept: null });
  const tooLate = [received(), first, promise("Wed 2026-11-25 08:00", day("Fri 2026-11-27"))];
  expect(stand(tooLate, late)?.promise).toEqual({ day: day("Fri 2026-11-27"), kept: false });
});

test("'I'm on it' lasts as long as was said and ends with the answer", () => {
  const claim = said({ kind: "claimed", until: late }, now);
  expect(stand([received(), claim], now)?.claimedUntil).toBe(late);
  expect(stand([received(), claim], late)?.claimedUntil).toBeNull();
  expect(stand([received(), claim, replied(now)], now)?.claimedUntil).toBeNull();
});

/* ---- properties ---- */

test("any order and any repetition of the same facts stand the same", () => {
  fc.assert(
    fc.property(story, fc.infiniteStream(fc.nat()), moment, (facts, dice, when) => {
      const key = facts.map((one) => ({ one, place: dice.next().value as number }));
      const shuffled = key.sort((a, b) => a.place - b.place).map(({ one }) => one);
      expect(stand([...shuffled, ...shuffled.slice(0, 3)], when)).toEqual(stand(facts, when));
    }),
  );
});

test("however two observers divide the facts, their union stands the same", () => {
  fc.assert(
    fc.property(story, fc.array(fc.constantFrom("a", "b", "both")), moment, (facts, seenBy, when) => {
      const a = facts.filter((_, index) => seenBy[index] !== "b");
      const b = facts.filter((_, index) => seenBy[index] !== "a");
      expect(stand(unionOf(a, b), when)).toEqual(stand(facts, when));
    }),
  );
});

test("union is commutative, associative and idempotent", () => {
  fc.assert(
    fc.property(story, story, story, (a, b, c) => {
      expect(unionOf(a, b)).toEqual(unionOf(b, a));
      expect(unionOf(unionOf(a, b), c)).toEqual(unionOf(a, unionOf(b, c)));
      expect(unionOf(unionOf(a, a), [])).toEqual(unionOf(a, []));
    }),
  );
});

test("a person's word outranks everything derived, whenever it comes", () => {
  fc.assert(
    fc.property(story, moment, moment, (facts, when, later) => {
      const byRules = facts.map((one) => (one.by === "rule" ? one : received()));
      const corrected = said({ kind: "excluded", reason: "private" }, when);
      expect(stand([received(), ...byRules, corrected], later)).toMatchObject({
        state: "excluded",
        excludedReason: "private",
      });
    }),
  );
});

test("a standing rests on the facts that it names: they alone give the same", () => {
  fc.assert(
    fc.property(story, moment, (facts, when) => {
      const standing = stand(facts, when);
      const named = facts.filter((one) => standing?.restsOn.includes(one.id));
      expect(stand(named, when)).toEqual(standing);
    }),
  );
});

test("retracting a fact leaves what would be without it", () => {
  fc.assert(
    fc.property(fc.array(simple, { maxLength: 8 }), simple, moment, (facts, extra, when) => {
      const others = [received(), ...facts].filter((one) => one.id !== extra.id);
      const undone = stand([...others, extra, said({ kind: "retracted", fact: extra.id }, when)], when);
      const without = stand(others, when);
      expect({ ...undone, restsOn: null }).toEqual({ ...without, restsOn: null });
    }),
  );
});

test("a fact's content has one text whatever the order of its fields, without inquiry and id", () => {
  const one = received();
  const reversed = Object.fromEntries(Object.entries(one).reverse()) as unknown as Fact;
  expect(factContent(reversed)).toBe(factContent(one));
  expect(factContent(one)).not.toContain(inquiry);
  expect(factContent(replied(now))).not.toBe(factContent(replied(late)));
});
