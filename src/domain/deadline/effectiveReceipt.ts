/** When a message counts as received: the day from which business days are counted, and the instant. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import { dayOfNumber } from "../calendar/localDay.ts";
import type { ReceiptRule } from "../policy/policy.ts";
import type { Instant, LocalDay } from "../time.ts";

export interface EffectiveReceipt {
  /** Day zero, as days since 1970-01-01 in the calendar's zone. */
  readonly dayNumber: number;
  readonly at: Instant;
}

/**
 * Effective receipt by the policy's `counting.receipt` (calendar/README §3): with `hours`, mail outside office hours
 * counts as received at the next opening; with `businessDay`, at any hour of a business day; with `calendarDay`, when it came.
 *
 * @param receivedAt epoch milliseconds, UTC: Exchange's received time
 */
export function effectiveReceipt(
  calendar: BusinessCalendar,
  receipt: ReceiptRule,
  receivedAt: Instant,
): EffectiveReceipt {
  const today = calendar.numberAt(receivedAt);
  if (receipt === "calendarDay") return { dayNumber: today, at: receivedAt };
  const { segments } = calendar.dayAt(today);
  if (receipt === "businessDay" && segments.length > 0) return { dayNumber: today, at: receivedAt };
  for (const [open, close] of segments) {
    if (receivedAt < close) return { dayNumber: today, at: receivedAt < open ? open : receivedAt };
  }
  return nextOpening(calendar, today);
}

/**
 * Day zero: the business day on which a message counts as received.
 *
 * AP-1077-23 §5.1 says "two (2) business days" and leaves open what evening mail counts as; `counting.receipt` decides.
 *
 * @param receivedAt epoch milliseconds, UTC
 * @returns the local day in the calendar's zone, such as "2026-11-23"
 */
export function dayZero(calendar: BusinessCalendar, receipt: ReceiptRule, receivedAt: Instant): LocalDay {
  return dayOfNumber(effectiveReceipt(calendar, receipt, receivedAt).dayNumber);
}

function nextOpening(calendar: BusinessCalendar, after: number): EffectiveReceipt {
  let number = after + 1;
  while (calendar.dayAt(number).segments.length === 0) number += 1;
  return { dayNumber: number, at: calendar.dayAt(number).opens };
}
