/** Figures as they were stated: what changes them afterwards came late, and is told from what to what. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import { addDays } from "../calendar/localDay.ts";
import type { Instant, LocalDay } from "../time.ts";
import type { Count, FigureName } from "./counts.ts";
import { cohortOf, periodsOf, type CohortFigures, type Period, type PeriodKind } from "./series.ts";
import type { Share, SinceStated } from "./statistics.ts";

/** Days whose figures were stated together, with those of the weeks and months that ended on one of them. */
export interface Statement extends Period {
  readonly at: Instant;
}

/** Of what figures as stated are made: those of a cohort. How many are late grows with every late answer, by no late fact. */
export const statedFigures: readonly FigureName[] = [
  ...(["received", "due", "met", "metByHolding", "dueAnnounced", "metAnnounced"] as const),
  ...(["replied", "repliedAnotherWay", "excluded", "excludedAfterDue"] as const),
  ...(["promised", "promiseKept", "compliments"] as const),
];

/** The end of the next business day after a period's last: by then the panes have looked at what came in it. */
export function statedFrom(calendar: BusinessCalendar, last: LocalDay): Instant {
  return calendar.closeOf(calendar.nextBusinessDay(last));
}

/** The last day whose figures are to be stated by now. */
export function lastStated(calendar: BusinessCalendar, now: Instant): LocalDay {
  const today = calendar.localDay(now);
  const isOver = calendar.isBusinessDay(today) && calendar.closeOf(today) <= now;
  return addDays(isOver ? today : calendar.previousBusinessDay(today), -1);
}

/** The days, or the weeks or months, that are stated with these days: those that end on one of them. */
export function statedWith(days: Period, kind: PeriodKind): readonly Period[] {
  return periodsOf(days, kind).filter(({ to }) => days.from <= to && to <= days.to);
}

/** @param stated counts as stated, each by the first day of its period */
export function cohortSinceStated(
  now: CohortFigures & Period,
  stated: readonly Count[],
  statements: readonly Statement[],
  today: LocalDay,
): SinceStated<CohortFigures> {
  const was = cohortOf(countsIn(stated, now), today);
  const names = Object.keys(was) as (keyof CohortFigures)[];
  // Both were put together by one function: their names stand in the same order.
  const isSame = names.every((name) => JSON.stringify(was[name]) === JSON.stringify(now[name]));
  return sinceStated(isSame ? null : was, now, statements);
}

/** @param stated "due" and "met" as stated, each by the first day of its period */
export function shareSinceStated(
  now: Share,
  period: Period,
  stated: readonly Count[],
  statements: readonly Statement[],
): SinceStated<Share> {
  const { met, due } = cohortOf(countsIn(stated, period), period.to);
  return sinceStated(met === now.met && due === now.due ? null : { met, due }, period, statements);
}

function countsIn(stated: readonly Count[], { from }: Period): readonly Count[] {
  return stated.filter(({ day }) => day === from);
}

function sinceStated<Figures>(
  was: Figures | null,
  { to }: Period,
  statements: readonly Statement[],
): SinceStated<Figures> {
  const statement = statements.find((one) => one.from <= to && to <= one.to);
  return statement === undefined ? { statedAt: null, was: null } : { statedAt: statement.at, was };
}
