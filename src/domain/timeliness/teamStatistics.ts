/** How well the promise was kept: figures of a department, from where its inquiries stand. */
import { addDays, daysBetween, weekdayIndex, dayNumber } from "../calendar/localDay.ts";
import type { Rules } from "../inquiry/derive.ts";
import type { Standing, StandingState } from "../inquiry/standing.ts";
import { minuteMs, type Instant, type LocalDay } from "../time.ts";
import type { ChannelFigures, Figures, Share, WeekFigures } from "./statistics.ts";

export interface StatisticsQuestion {
  readonly rules: Rules;
  /** A department's id, or null for all. */
  readonly department: string | null;
  readonly now: Instant;
  /** Length of the period that ends today, in weeks; at least 1. */
  readonly weeks: number;
  readonly sampleData: boolean;
}

interface Period {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** Below this many replies a median tells of persons rather than of a team. */
const smallestMedian = 5;
const weeksShown = 9;
const openStates: readonly StandingState[] = ["onTrack", "dueSoon", "dueToday", "overdue", "noDate"];

/**
 * The figures as of `now`, each by its own cohort: compliance by due date, reply time by the day of the reply, open ones
 * as they stand, excluded ones by the day of receipt. Inquiries open and not yet due are in no share; unanswered ones
 * past due are. The median is of business time in whole minutes, the mean of the middle two for an even count.
 */
export function teamStatistics(standings: readonly Standing[], question: StatisticsQuestion): Figures {
  const { department, now, rules, weeks, sampleData } = question;
  const calendar = rules.calendarOf(department);
  const today = calendar.localDay(now);
  const length = 7 * weeks;
  const period: Period = { from: addDays(today, 1 - length), to: today };
  const ours = standings.filter((standing) => department === null || standing.department === department);
  const open = ours.filter(isOpen);
  const replied = ours.filter(
    ({ metAt, state }) => state !== "excluded" && metAt !== null && isIn(calendar.localDay(metAt), period),
  );
  const oldest = open.reduce<Standing | null>(
    (first, next) => (first === null || next.receivedAt < first.receivedAt ? next : first),
    null,
  );
  return {
    department,
    asOf: now,
    ...period,
    compliance: shareOf(ours, period),
    before: shareOf(ours, { from: addDays(period.from, -length), to: addDays(period.from, -1) }),
    medianMinutes:
      replied.length < smallestMedian ? null : median(replied.map((standing) => replyMinutes(standing, rules))),
    replied: replied.length,
    open: open.length,
    dueToday: countOf(open, "dueToday"),
    overdue: countOf(open, "overdue"),
    oldestOpenDays: oldest === null ? null : openDays(oldest, rules, now),
    excluded: ours.filter(
      ({ state, receivedAt }) => state === "excluded" && isIn(calendar.localDay(receivedAt), period),
    ).length,
    channels: channelFigures(ours, rules, period),
    weeks: weekFigures(ours, today),
    sampleData,
  };
}

/**
 * Met ÷ all whose due date by the published standard fell in the period: replied in time, late, and still unanswered
 * past due.
 */
export function shareOf(standings: readonly Standing[], period: Period): Share {
  const due = standings.filter(
    (standing) =>
      standing.due !== null &&
      standing.outcome !== null &&
      standing.outcome !== "openOnTime" &&
      isIn(standing.due.dueDay, period),
  );
  return { met: due.filter((standing) => standing.outcome === "repliedOnTime").length, due: due.length };
}

/** The policy's channels in its order, then others that facts still name. */
function channelFigures(standings: readonly Standing[], { policy }: Rules, period: Period): readonly ChannelFigures[] {
  const ids = new Set([...Object.keys(policy.channels), ...standings.map((standing) => standing.channel).sort()]);
  return [...ids].map((channel) => {
    const mine = standings.filter((standing) => standing.channel === channel);
    const open = mine.filter(isOpen);
    return {
      channel,
      ...shareOf(mine, period),
      open: open.length,
      dueToday: countOf(open, "dueToday"),
      overdue: countOf(open, "overdue"),
    };
  });
}

/** This week until today, and the eight before it, oldest first. */
function weekFigures(standings: readonly Standing[], today: LocalDay): readonly WeekFigures[] {
  const monday = addDays(today, -weekdayIndex(dayNumber(today)));
  return Array.from({ length: weeksShown }, (_, index) => {
    const from = addDays(monday, 7 * (index + 1 - weeksShown));
    const sunday = addDays(from, 6);
    return { from, ...shareOf(standings, { from, to: daysBetween(sunday, today) < 0 ? today : sunday }) };
  });
}

/** Business time from receipt to reply, by the calendar that says its dates. */
function replyMinutes({ receivedAt, metAt, datedBy }: Standing, { calendarOf }: Rules): number {
  return metAt === null ? 0 : Math.trunc(calendarOf(datedBy).businessTime(receivedAt, metAt) / minuteMs);
}

/** Business days that an open inquiry has waited. */
function openDays({ receivedAt, datedBy }: Standing, { calendarOf }: Rules, now: Instant): number {
  const calendar = calendarOf(datedBy);
  return Math.max(0, calendar.businessDaysBetween(calendar.localDay(receivedAt), calendar.localDay(now)));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (upper + lower) / 2;
}

function isOpen(standing: Standing): boolean {
  return openStates.includes(standing.state);
}

function countOf(standings: readonly Standing[], state: StandingState): number {
  return standings.filter((standing) => standing.state === state).length;
}

function isIn(day: LocalDay, { from, to }: Period): boolean {
  return from <= day && day <= to;
}
