/** Each local day with its open time in instants, worked out once. */
import type { CalendarSettings } from "../policy/policy.ts";
import { dayMs, minuteMs, type Instant, type LocalDay } from "../time.ts";
import { dayOfNumber } from "./localDay.ts";
import { hoursByDay, type Segment } from "./openHours.ts";
import type { ZoneOffsets } from "./zoneOffsets.ts";

export interface OfficeDay {
  /** Days since 1970-01-01. */
  readonly number: number;
  readonly day: LocalDay;
  /** Half-open, ascending, never overlapping; none on a closed day. */
  readonly segments: readonly (readonly [Instant, Instant])[];
  /** First opening and last closing; the day's midnight on a closed day. */
  readonly opens: Instant;
  readonly closes: Instant;
  /** The following local midnight. */
  readonly ends: Instant;
}

const keptDays = 36_525; // 1970 to 2069; other years are worked out each time, so memory stays bounded

/** @returns a function from day number (days since 1970-01-01) to that day */
export function officeDays(settings: CalendarSettings, offsets: ZoneOffsets): (number: number) => OfficeDay {
  const hours = hoursByDay(settings);
  const kept = new Array<OfficeDay | undefined>(keptDays);
  return (number) => {
    if (number < 0 || number >= keptDays) return officeDay(number, hours(number), offsets);
    return (kept[number] ??= officeDay(number, hours(number), offsets));
  };
}

function officeDay(number: number, hours: readonly Segment[], offsets: ZoneOffsets): OfficeDay {
  const starts = offsets.instantOf(number * dayMs);
  const ends = offsets.instantOf((number + 1) * dayMs);
  // A zone that crosses the date line skips a whole day (Apia, 2011-12-30): nobody can work on it.
  const segments = starts < ends ? inInstants(number, hours, offsets, ends) : [];
  const opens = segments[0]?.[0] ?? starts;
  const closes = segments[segments.length - 1]?.[1] ?? starts;
  return { number, day: dayOfNumber(number), segments, opens, closes, ends };
}

/** A clock change may squeeze a segment to nothing; it never turns one around, nor lays one over another or over midnight. */
function inInstants(
  number: number,
  hours: readonly Segment[],
  offsets: ZoneOffsets,
  ends: Instant,
): readonly (readonly [Instant, Instant])[] {
  const instantAt = (minutes: number): number => offsets.instantOf(number * dayMs + minutes * minuteMs);
  let before = -Infinity;
  return hours.map(([open, close]) => {
    const closes = Math.max(before, Math.min(instantAt(close), ends));
    const opens = Math.min(Math.max(instantAt(open), before), closes);
    before = closes;
    return [opens as Instant, closes as Instant] as const;
  });
}
