import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import { heldBy, type History, type Recalculation, type Version } from "../../../src/domain/inquiry/inForce.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { at, day } from "../../support/time.ts";
import { policy } from "../../fixtures/triage/fixture.ts";
import { received, receivedAt, replied, rulesOf } from "./office.ts";
import { moment, story } from "./story.ts";

const version = (number: number, from: Instant, responseDays: number): Version => ({
  ...{ number, from },
  rules: rulesOf({ channels: { ...policy.channels, email: { name: "E-mail", kind: "email", responseDays } } }),
});
const two = version(1, at("Mon 2026-11-02 08:00"), 2);
/** Comes into force while the message of Friday is open: due on Thursday instead of Tuesday. */
const four = version(2, at("Mon 2026-11-23 12:00"), 4);
const both: History = { versions: [two, four], recalculations: [] };
const dueDay = (facts: readonly Fact[], history: History = both) => heldBy(facts, history)?.standing.due?.dueDay;

test("what is open and not overdue when a new version comes goes by the new one", () => {
  expect(dueDay([received()])).toBe(day("Thu 2026-11-26"));
  expect(heldBy([received()], both)?.version).toBe(four);
});

test("what was answered by then keeps its date, however late the reply is told", () => {
  expect(dueDay([received(), replied(at("Mon 2026-11-23 11:00"))])).toBe(day("Tue 2026-11-24"));
  expect(dueDay([received(), replied(at("Mon 2026-11-23 13:00"))])).toBe(day("Thu 2026-11-26"));
});

test("what was overdue by then keeps its date", () => {
  expect(dueDay([received(at("Tue 2026-11-17 10:00"))])).toBe(day("Thu 2026-11-19"));
});

test("what comes later goes by the new version, and what came before any by the oldest", () => {
  expect(dueDay([received(at("Mon 2026-11-23 12:30"))])).toBe(day("Fri 2026-11-27"));
  expect(dueDay([received(at("Thu 2026-10-29 10:00"))])).toBe(day("Mon 2026-11-02"));
});

test("a recalculation moves what was received on its days, answered or not, and nothing else", () => {
  const ordered: Recalculation = {
    at: at("Fri 2026-11-27 09:00"),
    from: day("Thu 2026-11-19"),
    to: day("Fri 2026-11-20"),
    version: 2,
  };
  const history = { ...both, recalculations: [ordered] };
  expect(dueDay([received(), replied(at("Mon 2026-11-23 11:00"))], history)).toBe(day("Thu 2026-11-26"));
  expect(dueDay([received(at("Wed 2026-11-18 10:00"))], history)).toBe(day("Fri 2026-11-20"));
});

test("without a receipt nothing is held, and without a version nothing can be", () => {
  expect(heldBy([replied(receivedAt)], both)).toBeNull();
  expect(() => heldBy([received()], { versions: [], recalculations: [] })).toThrow(RangeError);
});

test("one version that was always there is every inquiry's", () => {
  fc.assert(
    fc.property(story, (facts) => {
      expect(heldBy(facts, { versions: [two], recalculations: [] })?.version ?? two).toBe(two);
    }),
  );
});

test("an inquiry goes by a version that was in force while it was open, or when it was received", () => {
  fc.assert(
    fc.property(story, moment, (facts, from) => {
      const held = heldBy(facts, { versions: [two, { ...four, from }], recalculations: [] });
      if (held === null || held.version === two) return;
      const { receivedAt: came, metAt } = held.standing;
      expect(came >= from || metAt === null || metAt > from).toBe(true);
    }),
  );
});
