/** What a reading of the wall clock can mean: clocks that are set forward skip some, clocks that are set back repeat some. */
import { minuteMs, dayMs, type Instant, type LocalDay } from "../time.ts";
import type { BusinessCalendar } from "./businessCalendar.ts";
import { dayNumber } from "./localDay.ts";

/**
 * The instants at which the calendar's clocks show that day and time, earliest first.
 *
 * @param minutes since local midnight, 0…1439
 * @returns none when the clocks skipped the time, two when it came twice; `instantAt` takes the first
 */
export function readingsOf({ zone, offsets }: BusinessCalendar, day: LocalDay, minutes: number): readonly Instant[] {
  const shown = dayNumber(day) * dayMs + minutes * minuteMs;
  const known = new Set([zone.base, ...zone.transitions.map(([, offset]) => offset)]);
  return [...known]
    .map((offset) => (shown - Math.round(offset * minuteMs)) as Instant)
    .filter((at) => offsets.localMs(at) === shown)
    .sort((a, b) => a - b);
}
