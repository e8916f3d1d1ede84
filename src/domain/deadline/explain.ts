/** The whole chain from receipt to due date, as data: what the pane's "Why this date?" and the command print. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import { dayNumber, dayOfNumber, weekdayOf } from "../calendar/localDay.ts";
import type { CountingRules, Policy } from "../policy/policy.ts";
import { channelOf } from "../policy/responseDays.ts";
import type { Instant, LocalDay } from "../time.ts";
import { datesOf } from "./dates.ts";
import type { Due, DueExplanation, ExplainedDay, TimeSource } from "./due.ts";
import { effectiveReceipt, type EffectiveReceipt } from "./effectiveReceipt.ts";

export interface DueQuestion {
  readonly policy: Policy;
  /** The department's: `Rules.calendarOf`. */
  readonly calendar: BusinessCalendar;
  /** The policy's channel id. */
  readonly channel: string;
  readonly department?: string | null;
  /** Epoch milliseconds, UTC. */
  readonly receivedAt: Instant;
  readonly timeSource: TimeSource;
}

/**
 * When the reply is due, and why.
 *
 * @returns null when nothing is due: the channel has no response time (then the inquiry is measured, never due) or is not
 *   the policy's, or the message came before the policy's `countsFrom`
 */
export function explainDue(question: DueQuestion): DueExplanation | null {
  const { policy, calendar, channel, department = null, receivedAt, timeSource } = question;
  const { counting } = policy;
  const dates = datesOf({ policy, calendar, channel, department, receivedAt });
  if (dates === null) return null;
  const { responseDays, due, announced } = dates;
  const start = effectiveReceipt(calendar, counting.receipt, receivedAt);
  return {
    receivedAt,
    receivedDay: calendar.localDay(receivedAt),
    timeSource,
    effectiveReceipt: start.at,
    dayZero: dayOfNumber(start.dayNumber),
    days: explainedDays(calendar, counting, receivedAt, start, due),
    responseDays,
    counting,
    due,
    clause: channelOf(policy, channel)?.clause ?? counting.clause ?? null,
    policyName: policy.name,
    policyVersion: policy.version,
    tzdata: calendar.zone.tzdata,
    announced,
  };
}

/** One line a day from the day of receipt to the due day. */
function explainedDays(
  calendar: BusinessCalendar,
  counting: CountingRules,
  receivedAt: Instant,
  start: EffectiveReceipt,
  due: Due,
): readonly ExplainedDay[] {
  const days: ExplainedDay[] = [];
  const zero = counting.count === "include" && counting.due !== "minutes" ? start.dayNumber - 1 : start.dayNumber;
  const last = Math.max(dayNumber(due.dueDay), start.dayNumber);
  let counted = 0;
  for (let number = calendar.numberAt(receivedAt); number <= last; number += 1) {
    const day = dayOfNumber(number);
    const isOpen = calendar.isBusinessDay(day);
    const isCounted = isOpen && number > zero;
    if (isCounted) counted += 1;
    if (isCounted) days.push({ day, number: counted, skipped: null, name: null });
    else if (number === zero) days.push({ day, number: 0, skipped: null, name: null });
    else days.push({ day, number: null, ...skipped(calendar, day, isOpen) });
  }
  return days;
}

/** Why a day does not count. A named closure says more than the weekend on which it falls. */
function skipped(calendar: BusinessCalendar, day: LocalDay, isOpen: boolean): Pick<ExplainedDay, "skipped" | "name"> {
  if (isOpen) return { skipped: "beforeReceipt", name: null };
  const name = calendar.closureName(day);
  const isUsual = (calendar.settings.weekly[weekdayOf(day)] ?? []).length === 0;
  return { skipped: name === null && isUsual ? "weekend" : "closure", name };
}
