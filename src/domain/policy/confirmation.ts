/** How far the closures of a calendar are confirmed, and when to say so. */
import { daysBetween } from "../calendar/localDay.ts";
import type { LocalDay } from "../time.ts";
import type { CalendarSettings } from "./policy.ts";

/** From this many days before the last confirmed day, everything that shows dates warns. */
const noticeDays = 60;

export interface ConfirmationNotice {
  /** Null when no day was ever confirmed. */
  readonly confirmedThrough: LocalDay | null;
  /** Days from today to the last confirmed one; negative when it is past, 0 when none was confirmed. */
  readonly daysLeft: number;
}

/** @returns what to warn of, or null while the confirmed days reach far enough */
export function confirmationNotice({ confirmedThrough }: CalendarSettings, today: LocalDay): ConfirmationNotice | null {
  if (confirmedThrough === undefined) return { confirmedThrough: null, daysLeft: 0 };
  const daysLeft = daysBetween(today, confirmedThrough);
  return daysLeft > noticeDays ? null : { confirmedThrough, daysLeft };
}
