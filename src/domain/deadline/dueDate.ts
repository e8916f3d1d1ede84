/** The one function that says when a reply is due. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import type { OfficeDay } from "../calendar/officeDays.ts";
import type { CountingRules } from "../policy/policy.ts";
import { dayMs, minuteMs, type Instant } from "../time.ts";
import type { Due } from "./due.ts";
import { effectiveReceipt, type EffectiveReceipt } from "./effectiveReceipt.ts";

/**
 * When a reply is due, by the policy's counting rules (calendar/README §3). A reply exactly at `dueAt` is on time. More
 * days are never due earlier; nor is a later message, but for the combinations that `orderBreak` names.
 *
 * @param responseDays whole business days, at least 1
 * @param receivedAt epoch milliseconds, UTC: Exchange's received time
 * @throws RangeError when `responseDays` is not a whole number from 1 on: `parsePolicy` refuses such a policy first
 */
export function dueDate(
  calendar: BusinessCalendar,
  counting: CountingRules,
  responseDays: number,
  receivedAt: Instant,
): Due {
  if (!Number.isInteger(responseDays) || responseDays < 1) throw new RangeError(`not business days: ${responseDays}`);
  const start = effectiveReceipt(calendar, counting.receipt, receivedAt);
  if (counting.due === "minutes") return dueAfterMinutes(calendar, responseDays, start);
  const first = counting.count === "include" ? start.dayNumber : start.dayNumber + 1;
  const office = nthBusinessDay(calendar, first, responseDays);
  if (counting.due === "midnight") return due(calendar, office, office.ends);
  if (counting.due === "sameTime") return due(calendar, office, sameTime(calendar, office, start.at));
  return due(calendar, office, office.closes);
}

/** The nth business day from the day numbered `first` on, that day included. */
function nthBusinessDay(calendar: BusinessCalendar, first: number, count: number): OfficeDay {
  let left = count;
  for (let number = first; ; number += 1) {
    const office = calendar.dayAt(number);
    if (office.segments.length > 0) left -= 1;
    if (left === 0) return office;
  }
}

/** The earliest instant at which that much business time has passed: it can be a closing, never the next opening. */
function dueAfterMinutes(calendar: BusinessCalendar, responseDays: number, start: EffectiveReceipt): Due {
  let left = responseDays * calendar.settings.nominalDayMinutes * minuteMs;
  for (let number = start.dayNumber; ; number += 1) {
    const office = calendar.dayAt(number);
    for (const [open, close] of office.segments) {
      const from = Math.max(open, start.at);
      if (close <= from) continue;
      if (left <= close - from) return due(calendar, office, (from + left) as Instant);
      left -= close - from;
    }
  }
}

/** The wall-clock time of the effective receipt on the due day, held inside that day's hours; in a break, the next opening. */
function sameTime(calendar: BusinessCalendar, office: OfficeDay, start: Instant): Instant {
  const sinceMidnight = calendar.offsets.localMs(start) - calendar.numberAt(start) * dayMs;
  const wanted = calendar.offsets.instantOf(office.number * dayMs + sinceMidnight);
  for (const [open, close] of office.segments) {
    if (wanted <= close) return wanted < open ? open : wanted;
  }
  return office.closes;
}

function due(calendar: BusinessCalendar, office: OfficeDay, dueAt: Instant): Due {
  const confirmed = calendar.settings.confirmedThrough;
  return { dueAt, dueDay: office.day, provisional: confirmed === undefined || office.day > confirmed };
}
