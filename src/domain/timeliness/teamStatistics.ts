/** How well the promise was kept: a department's figures, from the daily counts. */
import { addDays, daysBetween } from "../calendar/localDay.ts";
import type { Rules } from "../inquiry/rules.ts";
import type { Standing } from "../inquiry/standing.ts";
import type { Instant, LocalDay } from "../time.ts";
import { mondayOf, type Count, type FigureName } from "./counts.ts";
import { countedFrom, type Counted } from "./counted.ts";
import { minimumGroup } from "./minimum.ts";
import { partsOf } from "./series.ts";
import { bucketsOf, quantile } from "./replyTime.ts";
import type { Period } from "./series.ts";
import type { ChannelFigures, Figures, ReplyTimes, Share, WeekFigures } from "./statistics.ts";

export interface StatisticsQuestion {
  readonly rules: Rules;
  /** A department's id, or null for all. */
  readonly department: string | null;
  readonly now: Instant;
  /** Length of the period that ends today, in weeks; at least 1. */
  readonly weeks: number;
  readonly sampleData: boolean;
  /** False where a median would tell of persons, though it has replies enough. */
  readonly isTold?: boolean;
}

const weeksShown = 9;

/** Which figures a question asks for, of each day from `countedSince` on, besides what waits. */
export const figuresAsked: readonly FigureName[] = [
  "due",
  "met",
  "replied",
  "replyTimeOfWeek",
  "excluded",
  "excludedAfterDue",
];

/** The first day whose counts a question asks for; of "waiting" it asks for all days. */
export function countedSince({ rules, now, weeks }: StatisticsQuestion): LocalDay {
  const today = rules.calendar.localDay(now);
  const before = addDays(today, 1 - 14 * weeks);
  const shown = addDays(mondayOf(today), 7 * (1 - weeksShown));
  return before < shown ? before : shown;
}

/** The last weeks that are over, Monday to Sunday. */
export function wholeWeeks(today: LocalDay, weeks: number): Period {
  const monday = mondayOf(today);
  return { from: addDays(monday, -7 * weeks), to: addDays(monday, -1) };
}

/** The figures of inquiries, each counted as it stands. */
export function teamStatistics(standings: readonly Standing[], question: StatisticsQuestion): Figures {
  return figuresFrom(countedFrom(standings, question), question);
}

/**
 * The figures as of `now`, each by its own cohort: compliance by due date, reply time by the day of the reply, open ones
 * as they stand, excluded ones by the day of receipt. Inquiries open and not yet due are in no share; unanswered ones
 * past due are. The median is of business time in the last whole weeks, by nearest rank.
 */
export function figuresFrom(counted: Counted, question: StatisticsQuestion): Figures {
  const { department, now, rules, weeks, sampleData, isTold = true } = question;
  const today = rules.calendar.localDay(now);
  const length = 7 * weeks;
  const period: Period = { from: addDays(today, 1 - length), to: today };
  const before: Period = { from: addDays(period.from, -length), to: addDays(period.from, -1) };
  const { oldest } = counted;
  return {
    department,
    asOf: now,
    ...period,
    compliance: shareOf(counted, period),
    before: shareOf(counted, before),
    replied: sumOf(counted.counts, "replied", period),
    replyTimes: replyTimesOf(counted.counts, wholeWeeks(today, weeks), isTold ? minimumGroup(rules.policy) : Infinity),
    ...openFigures(counted, today),
    oldestOpenDays: oldest === null ? null : openDays(oldest, rules, now),
    excluded: sumOf(counted.counts, "excluded", period),
    excludedReasons: partsOf(
      counted.counts.filter(({ day }) => isIn(day, period)),
      "excluded",
    ),
    excludedAfterDue: sumOf(counted.counts, "excludedAfterDue", period),
    channels: channelFigures(counted, rules, period),
    weeks: weekFigures(counted, today),
    sampleData,
  };
}

/** Met ÷ all whose due date fell in the period: replied in time, late, and still unanswered past due. */
function shareOf({ counts, dueYet }: Counted, period: Period): Share {
  const yet = sum(dueYet.filter(({ day }) => isIn(day, period)));
  return { met: sumOf(counts, "met", period), due: sumOf(counts, "due", period) - yet };
}

/** As they stand now: due today is what may still be answered in time today. */
function openFigures({ counts, dueYet }: Counted, today: LocalDay): Pick<Figures, "open" | "dueToday" | "overdue"> {
  const waiting = counts.filter(({ figure }) => figure === "waiting");
  const dueToday = sum(dueYet);
  return {
    open: sum(waiting),
    dueToday,
    overdue: sum(waiting.filter(({ day }) => day !== "" && day <= today)) - dueToday,
  };
}

/** The policy's channels in its order, then others that facts still name. */
function channelFigures(counted: Counted, { policy }: Rules, period: Period): readonly ChannelFigures[] {
  const named = counted.counts.map(({ channel }) => channel).sort();
  return [...new Set([...Object.keys(policy.channels), ...named])].map((channel) => {
    const isMine = (count: { readonly channel: string }) => count.channel === channel;
    const mine = { ...counted, counts: counted.counts.filter(isMine), dueYet: counted.dueYet.filter(isMine) };
    return { channel, ...shareOf(mine, period), ...openFigures(mine, period.to) };
  });
}

/** This week until today, and the eight before it, oldest first. */
function weekFigures(counted: Counted, today: LocalDay): readonly WeekFigures[] {
  return Array.from({ length: weeksShown }, (_, index) => {
    const from = addDays(mondayOf(today), 7 * (index + 1 - weeksShown));
    const sunday = addDays(from, 6);
    return { from, ...shareOf(counted, { from, to: daysBetween(sunday, today) < 0 ? today : sunday }) };
  });
}

function replyTimesOf(counts: readonly Count[], weeks: Period, minimum: number): ReplyTimes {
  const buckets = bucketsOf(counts.filter(({ figure, day }) => figure === "replyTimeOfWeek" && isIn(day, weeks)));
  const replied = [...buckets.values()].reduce((total, count) => total + count, 0);
  return { ...weeks, replied, medianMinutes: replied < minimum ? null : quantile(buckets, 0.5) };
}

/** Business days that the oldest open one has waited. */
function openDays(
  { receivedAt, datedBy }: NonNullable<Counted["oldest"]>,
  { calendarOf }: Rules,
  now: Instant,
): number {
  const calendar = calendarOf(datedBy);
  return Math.max(0, calendar.businessDaysBetween(calendar.localDay(receivedAt), calendar.localDay(now)));
}

function sumOf(counts: readonly Count[], wanted: FigureName, period: Period): number {
  return sum(counts.filter(({ figure, day }) => figure === wanted && isIn(day, period)));
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function isIn(day: LocalDay | "", { from, to }: Period): boolean {
  return from <= day && day <= to;
}
