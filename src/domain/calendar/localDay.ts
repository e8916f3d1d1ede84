/** Days of the calendar on the wall: texts such as "2026-11-23", and their numbers for counting. No zone, no clock. */
import type { Weekday } from "../policy/policy.ts";
import { dayMs, type LocalDay } from "../time.ts";

/** Monday first, as offices count. */
export const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const mondayOffset = 3; // 1970-01-01, day number 0, was a Thursday
const firstNumber = Date.UTC(2000, 0, 1) / dayMs - 730_485; // 0000-01-01
const lastNumber = Date.UTC(9999, 11, 31) / dayMs;

/** True for the text of a day that exists, such as "2028-02-29". */
export function isLocalDay(text: string): text is LocalDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Days since 1970-01-01. */
export function dayNumber(day: LocalDay): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/** The day with that number. @throws RangeError outside the years 0000 to 9999, which no text of ours can name */
export function dayOfNumber(number: number): LocalDay {
  if (number < firstNumber || number > lastNumber) throw new RangeError("the day lies outside the years 0000 to 9999");
  return new Date(number * dayMs).toISOString().slice(0, 10) as LocalDay;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(number: number): number {
  return (((number + mondayOffset) % 7) + 7) % 7;
}

export function weekdayOf(day: LocalDay): Weekday {
  return weekdays[weekdayIndex(dayNumber(day))] ?? "mon";
}

export function addDays(day: LocalDay, count: number): LocalDay {
  return dayOfNumber(dayNumber(day) + count);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return dayNumber(to) - dayNumber(from);
}
