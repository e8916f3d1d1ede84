import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays } from "../../../src/domain/calendar/localDay.ts";
import type { Fact, InquiryId } from "../../../src/domain/inquiry/fact.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import type { Standing } from "../../../src/domain/inquiry/standing.ts";
import { countedFrom } from "../../../src/domain/timeliness/counted.ts";
import {
  periodsOf,
  seriesFigures,
  seriesOf,
  standingFigures,
  type Period,
  type PeriodKind,
} from "../../../src/domain/timeliness/series.ts";
import { instant, type Instant, type LocalDay } from "../../../src/domain/time.ts";
import { at, day } from "../../support/time.ts";
import { received, receivedAt, replied, rulesOf, said, storm } from "../inquiry/office.ts";
import { story } from "../inquiry/story.ts";

const rules = rulesOf({
  highVolume: [storm],
});
const dayOf = (when: Instant) => rules.calendar.localDay(when);

/** The counts of inquiries as a store would hand them over. */
function series(all: readonly (readonly Fact[])[], span: Period, by: PeriodKind, now: Instant, isTold = true) {
  const standings = all
    .map((facts) => standingOf(facts, rules, instant(0)))
    .filter((one): one is Standing => one !== null);
  const { counts, dueYet } = countedFrom(standings, { rules, department: null, now });
  const periods = periodsOf(span, by).filter(({ from }) => from <= dayOf(now));
  const [first, last] = [periods[0]!.from, periods.at(-1)!.to];
  return seriesOf(
    {
      counts: counts.filter(
        (count) => seriesFigures(by).includes(count.figure) && count.day >= first && count.day <= last,
      ),
      before: counts.filter(({ figure, day: on }) => standingFigures.includes(figure) && on !== "" && on < first),
      dueYet,
    },
    periods,
    dayOf(now),
    () => isTold,
  );
}

test("periods are whole: weeks from Monday, calendar months", () => {
  const span = { from: day("Wed 2026-11-25"), to: day("Tue 2026-12-01") };
  expect(periodsOf(span, "week")).toEqual([
    { from: day("Mon 2026-11-23"), to: day("Sun 2026-11-29") },
    { from: day("Mon 2026-11-30"), to: day("Sun 2026-12-06") },
  ]);
  expect(periodsOf(span, "month").map(({ from, to }) => [from, to])).toEqual([
    ["2026-11-01", "2026-11-30"],
    ["2026-12-01", "2026-12-31"],
  ]);
  expect(periodsOf(span, "day")).toHaveLength(7);
});

test("how long replies took is told of weeks where it may be, and of no single day", () => {
  const all = Array.from({ length: 5 }, (_, index) => [
    received(at("Mon 2026-11-30 10:00")),
    replied(at(`Mon 2026-11-30 1${index}:30`)),
  ]);
  const week = { from: day("Mon 2026-11-30"), to: day("Mon 2026-11-30") };
  const now = at("Tue 2026-12-01 12:00");
  expect(series(all, week, "week", now)[0]).toMatchObject({ medianMinutes: 149, ninetiethMinutes: 267 });
  expect(series(all, week, "week", now, false)[0]).toMatchObject({ medianMinutes: null, ninetiethMinutes: null });
  expect(series(all, week, "day", now)[0]?.medianMinutes).toBeNull();
});

test("what nobody touches passes its due date by itself, also in a question about the past", () => {
  const all = [[received(at("Mon 2026-11-30 10:00"))]];
  const span = { from: day("Tue 2026-12-01"), to: day("Fri 2026-12-04") };
  const days = series(all, span, "day", at("Fri 2026-12-04 12:00"));
  expect(days.map(({ from, backlog, overdue, overdueAtEnd }) => [from, backlog, overdue, overdueAtEnd])).toEqual([
    ["2026-12-01", 1, 0, 0],
    ["2026-12-02", 1, 1, 1],
    ["2026-12-03", 1, 0, 1],
    ["2026-12-04", 1, 0, 1],
  ]);
});

test("a promise whose day has passed in silence is broken", () => {
  const holding = replied(at("Mon 2026-11-30 11:00"), "holding", { promisedDay: day("Wed 2026-12-02") });
  const all = [[received(at("Mon 2026-11-30 10:00")), holding]];
  const week = { from: day("Mon 2026-11-30"), to: day("Mon 2026-11-30") };
  const promises = (now: Instant) => series(all, week, "week", now)[0]?.promises;
  expect(promises(at("Wed 2026-12-02 12:00"))).toEqual({ made: 1, kept: 0, broken: 0 });
  expect(promises(at("Thu 2026-12-03 09:00"))).toEqual({ made: 1, kept: 0, broken: 1 });
});

test("exclusions come by reason", () => {
  const off = (reason: string) => [
    received(at("Mon 2026-11-30 10:00")),
    said({ kind: "excluded", reason }, at("Mon 2026-11-30 11:00")),
  ];
  const week = { from: day("Mon 2026-11-30"), to: day("Mon 2026-11-30") };
  const [figures] = series([off("thanks"), off("thanks"), off("duplicate")], week, "week", at("Tue 2026-12-01 12:00"));
  expect(figures).toMatchObject({ received: 0, excluded: { duplicate: 1, thanks: 2 } });
});

/* ---- property: against inquiries looked at one by one, at the end of each period ---- */

const team = fc
  .array(story, { maxLength: 6 })
  .map((all) =>
    all.map((facts, index) => facts.map((fact): Fact => ({ ...fact, inquiry: `inquiry-${index}` as InquiryId }))),
  );
const whenever = fc.integer({ min: 0, max: 24 * 40 }).map((hours) => instant(receivedAt + hours * 3_600_000));

function slowly(all: readonly (readonly Fact[])[], { from, to }: Period, now: Instant) {
  const today = dayOf(now);
  const end = to < today ? to : today;
  const standings = all
    .map((facts) => standingOf(facts, rules, now))
    .filter((one): one is Standing => one !== null && one.excludedReason === null);
  const isIn = (on: LocalDay) => on >= from && on <= end;
  const due = standings.filter((one) => one.due !== null && isIn(one.due.dueDay) && one.outcome !== "openOnTime");
  const outcome = (wanted: string) => due.filter((one) => one.outcome === wanted).length;
  const repliedBy = (one: Standing, last: LocalDay) => one.metAt !== null && dayOf(one.metAt) <= last;
  return {
    received: standings.filter((one) => isIn(dayOf(one.receivedAt))).length,
    due: due.length,
    met: outcome("repliedOnTime"),
    late: outcome("repliedLate"),
    overdue: outcome("openOverdue"),
    replied: standings.filter((one) => one.metAt !== null && isIn(dayOf(one.metAt))).length,
    backlog: standings.filter((one) => dayOf(one.receivedAt) <= end && !repliedBy(one, end)).length,
    overdueAtEnd: standings.filter(
      (one) =>
        one.due !== null &&
        (end === today ? one.due.dueAt < now : one.due.dueDay <= end) &&
        one.due.dueDay <= end &&
        !repliedBy(one, end),
    ).length,
  };
}

test("every period's figures are those of the inquiries looked at one by one", () => {
  const kinds = fc.constantFrom<PeriodKind>("day", "week", "month");
  fc.assert(
    fc.property(team, whenever, kinds, fc.integer({ min: 0, max: 20 }), (all, now, by, length) => {
      const known = all.map((facts) => facts.filter((fact) => fact.at <= now && fact.saidAt <= now));
      const span = { from: addDays(dayOf(now), -length), to: dayOf(now) };
      for (const figures of series(known, span, by, now)) expect(figures).toMatchObject(slowly(known, figures, now));
    }),
    { numRuns: 200 },
  );
});
