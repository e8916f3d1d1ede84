/** How old a version of the tz database is, told from its name alone. */
import type { LocalDay } from "../time.ts";
import { daysBetween, isLocalDay } from "./localDay.ts";

/**
 * True when the version is older than a year, or cannot be read: then offsets may be out of date (calendar/README §1).
 *
 * A name such as "2026f" tells the year, and its letter the count of releases in it. They come about once a month at
 * most, so the sixth is taken to be of June at the earliest; that errs on the side of warning early.
 */
export function isOlderThanAYear(tzdata: string, today: LocalDay): boolean {
  const [, year = "", letter = ""] = /^(\d{4})([a-z])$/.exec(tzdata) ?? [];
  const month = Math.min(letter.charCodeAt(0) - 96, 12);
  const released = `${year}-${String(month).padStart(2, "0")}-01`;
  return !isLocalDay(released) || daysBetween(released, today) > 366;
}
