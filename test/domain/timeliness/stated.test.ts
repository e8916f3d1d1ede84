import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { businessCalendar } from "../../../src/domain/calendar/businessCalendar.ts";
import { addDays } from "../../../src/domain/calendar/localDay.ts";
import { countsOf, type Count, type FigureName } from "../../../src/domain/timeliness/counts.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import { mailboxClosed, type Fact } from "../../../src/domain/inquiry/fact.ts";
import { cohortOf, periodKinds, periodsOf, type Period } from "../../../src/domain/timeliness/series.ts";
import {
  cohortSinceStated,
  lastStated,
  shareSinceStated,
  statedFigures,
  statedFrom,
  statedWith,
  type Statement,
} from "../../../src/domain/timeliness/stated.ts";
import { instant, type LocalDay } from "../../../src/domain/time.ts";
import { anyInstant, anySettings, anyWeek, anyZone } from "../../support/calendars.ts";
import { at, day } from "../../support/time.ts";
import { received, replied, rulesOf } from "../inquiry/office.ts";
import { story } from "../inquiry/story.ts";

const rules = rulesOf();
const office = rules.calendar;

test.each([
  ["Mon 2026-11-16", "Tue 2026-11-17 16:30"],
  ["Fri 2026-11-20", "Mon 2026-11-23 16:30"],
  ["Sat 2026-11-21", "Mon 2026-11-23 16:30"],
  ["Sun 2026-11-22", "Mon 2026-11-23 16:30"],
])("figures of %s are stated when the office closes on %s", (last, when) => {
  expect(statedFrom(office, day(last))).toBe(at(when));
});

test("on a Monday the week before is stated from closing time on, and not a moment earlier", () => {
  expect(lastStated(office, at("Mon 2026-11-23 16:29:59"))).toBe(day("Thu 2026-11-19"));
  expect(lastStated(office, at("Mon 2026-11-23 16:30"))).toBe(day("Sun 2026-11-22"));
});

const anyCalendar = fc
  .tuple(fc.oneof(anySettings, anyWeek), anyZone)
  .map(([settings, zone]) => businessCalendar({ ...settings, timeZone: zone.zone }, zone));

test("at any time, in any calendar, exactly the days are stated whose time has come, and none that is not over", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, (calendar, now) => {
      const last = lastStated(calendar, now);
      expect(statedFrom(calendar, last)).toBeLessThanOrEqual(now);
      expect(statedFrom(calendar, addDays(last, 1))).toBeGreaterThan(now);
      expect(last < calendar.localDay(now)).toBe(true);
    }),
  );
});

test("the later it is, the more is stated", () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.nat(60 * 24 * 14), (calendar, now, minutes) => {
      const later = instant(now + minutes * 60_000);
      expect(lastStated(calendar, later) >= lastStated(calendar, now)).toBe(true);
    }),
  );
});

test("a week or month is stated with its last day", () => {
  const days = { from: day("Fri 2026-11-27"), to: day("Mon 2026-11-30") };
  expect(statedWith(days, "week")).toEqual([{ from: day("Mon 2026-11-23"), to: day("Sun 2026-11-29") }]);
  expect(statedWith(days, "month")).toEqual([{ from: day("Sun 2026-11-01"), to: day("Mon 2026-11-30") }]);
  expect(statedWith(days, "day")).toHaveLength(4);
});

const anyDay = fc.nat(400).map((n) => addDays(day("Thu 2026-01-01"), n));

test("however days are stated one after another, every day, week and month is stated once", () => {
  fc.assert(
    fc.property(anyDay, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }), (first, steps) => {
      const spans: Period[] = [];
      let from: LocalDay = first;
      for (const step of steps) {
        spans.push({ from, to: addDays(from, step - 1) });
        from = addDays(from, step);
      }
      const whole = { from: first, to: addDays(from, -1) };
      for (const kind of periodKinds)
        expect(spans.flatMap((span) => statedWith(span, kind))).toEqual(statedWith(whole, kind));
    }),
  );
});

/* ---- what was, and what is ---- */

const week = { from: day("Mon 2026-11-16"), to: day("Sun 2026-11-22") };
const today = day("Wed 2026-11-25");
const afterwards = day("Fri 2027-01-01");
const monday: Statement = {
  from: day("Fri 2026-11-20"),
  to: day("Sun 2026-11-22"),
  at: at("Mon 2026-11-23 16:31"),
};
const count = (figure: FigureName, amount: number): Count => ({
  ...{ figure, department: "", channel: "email", day: week.from, part: "" },
  count: amount,
});
const stated = [count("due", 50), count("met", 47)];

test("a share that changed says what it was and when that was stated", () => {
  expect(shareSinceStated({ met: 46, due: 50 }, week, stated, [monday])).toEqual({
    statedAt: monday.at,
    was: { met: 47, due: 50 },
  });
});

test("a share that is the same says when it was stated alone", () => {
  expect(shareSinceStated({ met: 47, due: 50 }, week, stated, [monday])).toEqual({ statedAt: monday.at, was: null });
});

test("of a period that was never stated no change is known", () => {
  const friday = { ...monday, to: day("Fri 2026-11-20") };
  for (const statements of [[], [friday]])
    expect(shareSinceStated({ met: 46, due: 50 }, week, stated, statements)).toEqual({ statedAt: null, was: null });
});

test("a week in which nothing was stated, and something is due now, was empty", () => {
  expect(shareSinceStated({ met: 1, due: 1 }, week, [], [monday]).was).toEqual({ met: 0, due: 0 });
});

test("a change of one figure alone is told, an exclusion's reason too", () => {
  const was = cohortOf([...stated, { ...count("excluded", 2), part: "thanks" }], today);
  const counts = [...stated, { ...count("excluded", 2), part: "thanks" }];
  const now = { ...week, ...was };
  expect(cohortSinceStated(now, counts, [monday], today).was).toBeNull();
  const other = { ...now, excluded: { duplicate: 1, thanks: 1 } };
  expect(cohortSinceStated(other, counts, [monday], today).was).toEqual(was);
});

/* ---- property: no late fact, no change ---- */

/** Counts as they stand and as they were stated of a period, from the same or from fewer facts. */
function asStated(all: readonly (readonly Fact[])[], { from, to }: Period): readonly Count[] {
  return countsIn(all, { from, to })
    .filter(({ figure }) => statedFigures.includes(figure))
    .map((one) => ({ ...one, day: from }));
}

function countsIn(all: readonly (readonly Fact[])[], { from, to }: Period): readonly Count[] {
  return all
    .flatMap((facts) => standingOf(facts, rules, instant(0)) ?? [])
    .flatMap((standing) => countsOf(standing, rules))
    .filter(({ day: on }) => from <= on && on <= to);
}

/** An answer to what left the clock with its mailbox puts it on again: that is a change, and told as one. */
const isClosing = (one: Fact) => one.kind === "excluded" && one.reason === mailboxClosed;

const hours = (from: number, count: number) => instant(from + count * 3_600_000);

test("what people do once a period is stated changes nothing of it, be it a late answer to what was overdue", () => {
  fc.assert(
    fc.property(
      fc.array(story, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...periodKinds),
      fc.nat(200),
      (all, kind, later) => {
        for (const period of periodsOf({ from: day("Mon 2026-11-16"), to: day("Mon 2026-11-30") }, kind)) {
          const time = statedFrom(office, period.to);
          const known = all.map((facts) =>
            facts.filter((one) => one.at <= time && one.saidAt <= time && !isClosing(one)),
          );
          const answered = known.map((facts) =>
            facts.length === 0 ? [] : [...facts, replied(hours(time, 1 + later))],
          );
          const now = { ...period, ...cohortOf(countsIn(answered, period), afterwards) };
          const statement = { ...period, at: time };
          expect(cohortSinceStated(now, asStated(known, period), [statement], afterwards)).toEqual({
            ...{ statedAt: time, was: null },
          });
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("a reply in time that is told once its day is stated changes the week: nothing met became one", () => {
  const asked = [received(at("Mon 2026-11-16 10:00"))];
  const told = [...asked, replied(at("Tue 2026-11-17 09:00"))];
  const counts = asStated([asked], week);
  const now = { ...week, ...cohortOf(countsIn([told], week), afterwards) };
  expect(now).toMatchObject({ due: 1, met: 1, replied: 1 });
  expect(cohortSinceStated(now, counts, [monday], afterwards).was).toMatchObject({ due: 1, met: 0, replied: 0 });
});
