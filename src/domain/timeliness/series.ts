/** Figures period by period, each by the day that its name states; from the daily counts alone. */
import { addDays } from "../calendar/localDay.ts";
import { groupedBy } from "../grouped.ts";
import type { LocalDay } from "../time.ts";
import { firstOfMonth, mondayOf, type Count, type FigureName } from "./counts.ts";
import { bucketsOf, quantile } from "./replyTime.ts";

export const periodKinds = ["day", "week", "month"] as const;
export type PeriodKind = (typeof periodKinds)[number];

export interface Period {
  readonly from: LocalDay;
  /** Included. */
  readonly to: LocalDay;
}

export interface SeriesCounts {
  /** Of every day of the series. */
  readonly counts: readonly Count[];
  /** `standingFigures` of all days before it, summed. */
  readonly before: readonly Count[];
  /** Waiting, due today or before, and not yet past its due time. */
  readonly dueYet: readonly { readonly day: LocalDay; readonly count: number }[];
}

/** Figures that each stand by a day of their own: once all that happened on its days is told, they stay as they are. */
export interface CohortFigures {
  /** By day of receipt. */
  readonly received: number;
  /** By due day; unanswered ones past due are among them, those not yet due are not. */
  readonly due: number;
  readonly met: number;
  readonly metByHolding: number;
  /**
   * By the day announced for a high-volume period, or the due day outside one; of those announced for today only the
   * ones replied to.
   */
  readonly announced: { readonly due: number; readonly met: number };
  /** By day of the reply that met the response time. */
  readonly replied: number;
  readonly repliedAnotherWay: number;
  /** By day of receipt and reason. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly excludedAfterDue: number;
  /** By promised day. */
  readonly promises: { readonly made: number; readonly kept: number; readonly broken: number };
  readonly compliments: number;
}

export interface PeriodFigures extends Period, CohortFigures {
  /** By due day, replied to since: grows whenever somebody answers late. */
  readonly late: number;
  readonly overdue: number;
  /** Business minutes by nearest rank; null below the minimum, and for single days. */
  readonly medianMinutes: number | null;
  readonly ninetiethMinutes: number | null;
  /** At the end of its last day (midnight, local), or now for the period that is not over. */
  readonly backlog: number;
  readonly overdueAtEnd: number;
}

/** What a series needs of all earlier days: how many came and went. */
export const standingFigures: readonly FigureName[] = ["received", "replied", "due", "settled"];

/** Reply times by the first day of the period; of single days nothing is told of them. */
export const replyTimeFigure = { day: null, week: "replyTimeOfWeek", month: "replyTimeOfMonth" } as const;

/** What it needs of its own days. */
export function seriesFigures(by: PeriodKind): readonly FigureName[] {
  const replyTimes = replyTimeFigure[by];
  return [
    ...standingFigures,
    ...(["met", "metByHolding", "late", "dueAnnounced", "metAnnounced", "lateAnnounced", "repliedAnotherWay"] as const),
    ...(["excluded", "excludedAfterDue", "promised", "promiseKept", "promiseBroken", "compliments"] as const),
    ...(replyTimes === null ? [] : [replyTimes]),
  ];
}

/** Whole days, weeks from Monday, or calendar months, from the one that holds `from` to the one that holds `to`. */
export function periodsOf({ from, to }: Period, by: PeriodKind): readonly Period[] {
  const first = { day: from, week: mondayOf(from), month: firstOfMonth(from) }[by];
  const periods: Period[] = [];
  for (let start = first; start <= to;) {
    const next = { day: addDays(start, 1), week: addDays(start, 7), month: firstOfMonth(addDays(start, 31)) }[by];
    periods.push({ from: start, to: addDays(next, -1) });
    start = next;
  }
  return periods;
}

/**
 * @param periods as `periodsOf` gives them, none beginning after today
 * @param today local day: what lies after it has not happened yet
 * @param isTold whether it may be told how long the replies of a period took (told.ts)
 */
export function seriesOf(
  { counts, before, dueYet }: SeriesCounts,
  periods: readonly Period[],
  today: LocalDay,
  isTold: (period: Period) => boolean,
): readonly PeriodFigures[] {
  const standing = new Map(standingFigures.map((figure) => [figure, sumOf(before, figure)]));
  const byDay = groupedBy(counts, ({ day }) => day);
  return periods.map((period) => {
    const to = period.to < today ? period.to : today;
    const mine = daysOf({ from: period.from, to }).flatMap((day) => byDay.get(day) ?? []);
    const of = (figure: FigureName): number => sumOf(mine, figure);
    for (const figure of standingFigures) standing.set(figure, (standing.get(figure) ?? 0) + of(figure));
    const yet = dueYet
      .filter(({ day }) => period.from <= day && day <= to)
      .reduce((total, { count }) => total + count, 0);
    const left = (came: FigureName, went: FigureName): number => (standing.get(came) ?? 0) - (standing.get(went) ?? 0);
    const cohort = cohortOf(mine, today, yet);
    const allYet = to === today ? dueYet.reduce((total, { count }) => total + count, 0) : 0;
    return {
      ...period,
      ...cohort,
      late: of("late"),
      overdue: cohort.due - cohort.met - of("late"),
      ...(isTold(period) ? replyTimesOf(mine) : { medianMinutes: null, ninetiethMinutes: null }),
      backlog: left("received", "replied"),
      overdueAtEnd: left("due", "settled") - allYet,
    };
  });
}

/** @param yet how many of those due are not past their due time */
export function cohortOf(counts: readonly Count[], today: LocalDay, yet = 0): CohortFigures {
  const of = (figure: FigureName): number => sumOf(counts, figure);
  return {
    received: of("received"),
    due: of("due") - yet,
    ...{ met: of("met"), metByHolding: of("metByHolding") },
    announced: announcedOf(counts, today),
    ...{ replied: of("replied"), repliedAnotherWay: of("repliedAnotherWay") },
    excluded: partsOf(counts, "excluded"),
    excludedAfterDue: of("excludedAfterDue"),
    promises: promisesOf(counts, today),
    compliments: of("compliments"),
  };
}

function announcedOf(counts: readonly Count[], today: LocalDay): CohortFigures["announced"] {
  const [past, now] = [counts.filter(({ day }) => day < today), counts.filter(({ day }) => day === today)];
  return {
    due: sumOf(past, "dueAnnounced") + sumOf(now, "metAnnounced") + sumOf(now, "lateAnnounced"),
    met: sumOf(counts, "metAnnounced"),
  };
}

function replyTimesOf(counts: readonly Count[]): Pick<PeriodFigures, "medianMinutes" | "ninetiethMinutes"> {
  const buckets = bucketsOf(
    counts.filter(({ figure }) => figure === "replyTimeOfWeek" || figure === "replyTimeOfMonth"),
  );
  return { medianMinutes: quantile(buckets, 0.5), ninetiethMinutes: quantile(buckets, 0.9) };
}

/** A promise whose day has passed without an answer is broken, though nobody said so. */
function promisesOf(counts: readonly Count[], today: LocalDay): CohortFigures["promises"] {
  const [made, kept, broken] = [
    sumOf(counts, "promised"),
    sumOf(counts, "promiseKept"),
    sumOf(counts, "promiseBroken"),
  ];
  const past = counts.filter(({ day }) => day < today);
  const silent = sumOf(past, "promised") - sumOf(past, "promiseKept") - sumOf(past, "promiseBroken");
  return { made, kept, broken: broken + silent };
}

/** A figure's parts, each with its count, in the order of their names. */
export function partsOf(counts: readonly Count[], wanted: FigureName): Readonly<Record<string, number>> {
  const parts = new Map<string, number>();
  for (const { figure, part, count } of counts) {
    if (figure === wanted) parts.set(part, (parts.get(part) ?? 0) + count);
  }
  return Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function daysOf({ from, to }: Period): readonly LocalDay[] {
  const days: LocalDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function sumOf(counts: readonly Count[], wanted: FigureName): number {
  let total = 0;
  for (const { figure, count } of counts) if (figure === wanted) total += count;
  return total;
}
