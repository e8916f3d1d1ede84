import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { datesAfterChange, type PolicyChange } from "../../../src/domain/deadline/datesAfterChange.ts";
import { datesOf, type Dates } from "../../../src/domain/deadline/dates.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { officeSettings } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";
import { rulesOf } from "../inquiry/office.ts";

const datesUnder = (closed: string | null, receivedAt: Instant): Dates => {
  const closures = closed === null ? [] : [{ date: day(closed), name: "Day of mourning" }];
  const { policy, calendar } = rulesOf({ calendar: { ...officeSettings, closures } });
  return datesOf({ policy, calendar, channel: "email", department: null, receivedAt })!;
};
const receivedAt = at("Fri 2026-11-20 10:00");
const before = datesUnder(null, receivedAt);
const after = datesUnder("Tue 2026-11-24", receivedAt);
const proclaimed = (change: Partial<PolicyChange>) =>
  datesAfterChange({ before, after, metAt: null, changedAt: at("Mon 2026-11-23 09:00"), ...change });

test("a closure proclaimed in an open inquiry's window moves its date by a business day, and says both dates", () => {
  const held = proclaimed({});
  expect(held).toMatchObject({ moved: true, before, after, dates: { due: { dueAt: at("Wed 2026-11-25 16:30") } } });
  expect(held.before?.due.dueAt).toBe(at("Tue 2026-11-24 16:30"));
});

test("one that was answered, even at that very moment, keeps its date; one answered later had moved", () => {
  const metAt = at("Mon 2026-11-23 09:00");
  expect(proclaimed({ metAt })).toMatchObject({ moved: false, dates: before });
  expect(proclaimed({ metAt: instant(metAt + 1) })).toMatchObject({ moved: true, dates: after });
});

test("one whose due date had passed keeps it; due exactly at the change it was still open", () => {
  const changedAt = before.due.dueAt;
  expect(proclaimed({ changedAt: instant(changedAt + 1) })).toMatchObject({ moved: false, dates: before });
  expect(proclaimed({ changedAt })).toMatchObject({ moved: true, dates: after });
});

test("a recalculation that an administrator orders reaches back, and keeps both values", () => {
  const held = proclaimed({ changedAt: at("Mon 2026-12-14 09:00"), recalculated: true });
  expect(held).toMatchObject({ moved: true, dates: after, before, after });
});

test("an open inquiry of a channel that gets its first response time becomes due; one that loses it is due no more", () => {
  expect(proclaimed({ before: null })).toMatchObject({ moved: true, dates: after });
  expect(proclaimed({ after: null })).toMatchObject({ moved: true, dates: null });
  expect(proclaimed({ before: null, after: null })).toMatchObject({ moved: false, dates: null });
});

/** Around the closures below. */
const july = fc.integer({ min: at("Mon 2026-06-22 00:00"), max: at("Sat 2026-07-25 00:00") }).map(instant);
const closed = fc.option(fc.constantFrom("Mon 2026-06-29", "Thu 2026-07-02", "Tue 2026-07-21"), { nil: null });
const someChange: fc.Arbitrary<PolicyChange> = fc
  .record({
    received: july,
    closures: fc.tuple(closed, closed),
    metAt: fc.option(july, { nil: null }),
    changedAt: july,
    recalculated: fc.boolean(),
  })
  .map(({ received, closures: [old, next], ...rest }) => ({
    before: datesUnder(old, received),
    after: datesUnder(next, received),
    ...rest,
  }));

test("whatever changes, an outcome that was settled stays settled, unless a recalculation is ordered", () => {
  fc.assert(
    fc.property(someChange, (change) => {
      fc.pre(change.recalculated !== true);
      const { before: old, metAt, changedAt } = change;
      const wasLate = old !== null && (metAt ?? Infinity) > old.due.dueAt && old.due.dueAt < changedAt;
      const wasAnswered = metAt !== null && metAt <= changedAt;
      if (wasLate || wasAnswered) expect(datesAfterChange(change).dates).toBe(old);
    }),
    { numRuns: 2000 },
  );
});

test("the same change said twice moves nothing more, and moved means that another date holds", () => {
  fc.assert(
    fc.property(someChange, (change) => {
      const once = datesAfterChange(change);
      const again = datesAfterChange({ ...change, before: once.dates });
      expect([again.dates, again.moved]).toEqual([once.dates, false]);
      expect(once.moved).toBe(once.dates?.due.dueAt !== change.before?.due.dueAt);
    }),
    { numRuns: 1000 },
  );
});
