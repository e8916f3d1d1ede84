/** Opening hours as minutes since midnight, and the table of which day has which. */
import type { CalendarSettings, OpenHours } from "../policy/policy.ts";
import type { LocalDay } from "../time.ts";
import { dayNumber, weekdayIndex, weekdays } from "./localDay.ts";

/** [opening, closing] in minutes since local midnight, half-open; 1440 is the next midnight. */
export type Segment = readonly [number, number];

/** "08:30" as 510, "24:00" as 1440; null when it is no time of day. */
export function minutesOf(time: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(time);
  if (found === null) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return Number(found[2]) < 60 && minutes <= 1440 ? minutes : null;
}

/** @throws RangeError when a time is none: `parsePolicy` refuses such a document first */
export function segmentsOf(hours: OpenHours): readonly Segment[] {
  return hours.map(([open, close]) => {
    const from = minutesOf(open);
    const to = minutesOf(close);
    if (from === null || to === null) throw new RangeError(`not opening hours: ${open} to ${close}`);
    return [from, to] as const;
  });
}

/**
 * Which hours hold on a day: special hours before closures before the week (calendar/README §3).
 *
 * @returns a function from day number to that day's segments; none on a closed day
 * @throws RangeError when no weekday is ever open: no due date could be found
 */
export function hoursByDay(settings: CalendarSettings): (number: number) => readonly Segment[] {
  const week = weekdays.map((weekday) => segmentsOf(settings.weekly[weekday] ?? []));
  if (week.every((segments) => segments.length === 0)) throw new RangeError("the calendar has no open weekday");
  const exceptions = new Map<number, readonly Segment[]>();
  for (const { date } of settings.closures) exceptions.set(dayNumber(date), []);
  for (const [date, hours] of Object.entries(settings.special))
    exceptions.set(dayNumber(date as LocalDay), segmentsOf(hours));
  return (number) => exceptions.get(number) ?? week[weekdayIndex(number)] ?? [];
}
