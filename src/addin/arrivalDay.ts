/** The day on which a letter or a voice message really arrived: its notice in the mailbox may have come later. */
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import { daysBetween, isLocalDay } from "../domain/calendar/localDay.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { instant, type Instant, type LocalDay } from "../domain/time.ts";

const longestDays = 60;

export type Arrival =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly why: "incomplete" | "toCome" | "tooLongAgo" };

/** True for channels whose message was there before the mailbox heard of it. */
export function hasArrivalDay(policy: Policy, channel: string): boolean {
  const kind = policy.channels[channel]?.kind;
  return kind === "letter" || kind === "voicemail";
}

/**
 * The instant that stands for a day of arrival: the opening of the office, or now while that is still to come. A day on
 * which the office is closed begins at midnight, and counts from the next business day all the same.
 *
 * @param entered a local day ("2026-11-20"), from 60 days ago through today
 */
export function arrival(entered: string, calendar: BusinessCalendar, now: Instant): Arrival {
  if (!isLocalDay(entered)) return { ok: false, why: "incomplete" };
  const ago = daysBetween(entered, calendar.localDay(now));
  if (ago < 0) return { ok: false, why: "toCome" };
  if (ago > longestDays) return { ok: false, why: "tooLongAgo" };
  return { ok: true, at: instant(Math.min(beginningOf(entered, calendar), now)) };
}

function beginningOf(day: LocalDay, calendar: BusinessCalendar): Instant {
  return calendar.isBusinessDay(day) ? calendar.openOf(day) : calendar.instantAt(day, 0);
}
