/**
 * What an inquiry adds to the daily counts, from which all figures follow. None of it changes by time passing alone: what
 * is overdue by now follows from the days, so an inquiry that nobody touches is counted right on any day that is asked.
 */
import { addDays, dayNumber, weekdayIndex } from "../calendar/localDay.ts";
import type { Rules } from "../inquiry/rules.ts";
import type { Standing } from "../inquiry/standing.ts";
import { minuteMs, type Instant, type LocalDay } from "../time.ts";
import { bucketOf } from "./replyTime.ts";

/** Each with the day by which it is counted: its cohort. */
export const figures = [
  /** By day of receipt, on the clock. */
  "received",
  /** By due day: answered or not; the day is "" where the channel has no response time. */
  "due",
  /** By due day: the response time was met. */
  "met",
  /** By due day: met by a holding or part reply. */
  "metByHolding",
  /** By due day: replied late. */
  "late",
  /** By due day: no reply has met the response time yet. */
  "waiting",
  /** The same three by the day announced for a high-volume period, or the due day outside one. */
  "dueAnnounced",
  "metAnnounced",
  "lateAnnounced",
  /** By the day on which it was both due and replied to: what is overdue at the end of a day is due less settled. */
  "settled",
  /** By day of the reply that met the response time. */
  "replied",
  /** By day of that reply: by telephone, in person, by letter, in the portal. */
  "repliedAnotherWay",
  /** By day of the reply that closed it. */
  "closed",
  /** By the Monday of that reply's week, and by the first of its month; the part is the bucket of its business minutes (replyTime.ts). */
  "replyTimeOfWeek",
  "replyTimeOfMonth",
  /** By day of receipt; the part is the reason. */
  "excluded",
  /** By day of receipt. */
  "excludedAfterDue",
  /** By promised day. */
  "promised",
  "promiseKept",
  "promiseBroken",
  /** By the day on which it was said. */
  "compliments",
] as const;

export type FigureName = (typeof figures)[number];

const names: ReadonlySet<string> = new Set(figures);

export function isCounted(figure: string): boolean {
  return names.has(figure);
}

export interface Count {
  readonly figure: FigureName;
  /** "" for none. */
  readonly department: string;
  readonly channel: string;
  /** "" for what is never due. */
  readonly day: LocalDay | "";
  /** "" unless the figure has parts. */
  readonly part: string;
  readonly count: number;
}

type Entry = readonly [FigureName, LocalDay | "", string?];

/** @returns each count at most once, all of them 1 but compliments */
export function countsOf(standing: Standing, rules: Rules): readonly Count[] {
  const dayOf = (at: Instant): LocalDay => rules.calendar.localDay(at);
  const entries = [
    ...(standing.excludedReason === null ? onTheClock(standing, rules, dayOf) : excluded(standing, dayOf)),
    ...standing.compliments.map((at): Entry => ["compliments", dayOf(at)]),
  ];
  const { channel } = standing;
  const department = standing.department ?? "";
  return entries.map(([figure, day, part = ""]) => ({ figure, department, channel, day, part, count: 1 }));
}

function excluded({ excludedReason, excludedAfterDue, receivedAt }: Standing, dayOf: DayOf): readonly Entry[] {
  const day = dayOf(receivedAt);
  return [["excluded", day, excludedReason ?? ""], ...(excludedAfterDue ? ([["excludedAfterDue", day]] as const) : [])];
}

type DayOf = (at: Instant) => LocalDay;

function onTheClock(standing: Standing, rules: Rules, dayOf: DayOf): readonly Entry[] {
  const { due, announced, metAt, metBy, closedAt, promise, receivedAt } = standing;
  const dueDay = due?.dueDay ?? "";
  const isLate = metAt !== null && due !== null && metAt > due.dueAt;
  const latest = announced ?? due;
  const isLateAnnounced = metAt !== null && latest !== null && metAt > latest.dueAt;
  const entries: Entry[] = [
    ["received", dayOf(receivedAt)],
    ["due", dueDay],
    ["dueAnnounced", latest?.dueDay ?? ""],
  ];
  if (metAt === null) entries.push(["waiting", dueDay]);
  else {
    const day = dayOf(metAt);
    entries.push([isLate ? "late" : "met", dueDay], ["replied", day]);
    entries.push([isLateAnnounced ? "lateAnnounced" : "metAnnounced", latest?.dueDay ?? ""]);
    if (!isLate && metBy !== null && isHolding(metBy.replyKind)) entries.push(["metByHolding", dueDay]);
    if (metBy !== null && metBy.way !== "email") entries.push(["repliedAnotherWay", day]);
    if (dueDay !== "") entries.push(["settled", dueDay > day ? dueDay : day]);
    entries.push(...replyTimes(day, replyMinutes(receivedAt, metAt, standing, rules)));
  }
  if (closedAt !== null) entries.push(["closed", dayOf(closedAt)]);
  if (promise !== null) {
    entries.push(["promised", promise.day]);
    if (promise.kept !== null) entries.push([promise.kept ? "promiseKept" : "promiseBroken", promise.day]);
  }
  return entries;
}

function isHolding(kind: string): boolean {
  return kind === "holding" || kind === "part";
}

/** Business time from receipt to reply in whole minutes, by the calendar that says its dates. */
export function replyMinutes(
  receivedAt: Instant,
  metAt: Instant,
  { datedBy }: Standing,
  { calendarOf }: Rules,
): number {
  return Math.trunc(calendarOf(datedBy).businessTime(receivedAt, metAt) / minuteMs);
}

function replyTimes(day: LocalDay, minutes: number): readonly Entry[] {
  const bucket = String(bucketOf(minutes));
  return [
    ["replyTimeOfWeek", mondayOf(day), bucket],
    ["replyTimeOfMonth", firstOfMonth(day), bucket],
  ];
}

export function mondayOf(day: LocalDay): LocalDay {
  return addDays(day, -weekdayIndex(dayNumber(day)));
}

export function firstOfMonth(day: LocalDay): LocalDay {
  return `${day.slice(0, 7)}-01` as LocalDay;
}
