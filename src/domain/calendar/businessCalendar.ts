/** The city's calendar: which days are business days, and when the office is open, in instants. */
import type { CalendarSettings, ZoneTable } from "../policy/policy.ts";
import { dayMs, minuteMs, type Instant, type LocalDay } from "../time.ts";
import { dayNumber, dayOfNumber } from "./localDay.ts";
import { officeDays, type OfficeDay } from "./officeDays.ts";
import { zoneOffsets, type ZoneOffsets } from "./zoneOffsets.ts";

/** Times are epoch milliseconds, days are the calendar's own local days; nothing comes from the machine's zone. */
export interface BusinessCalendar {
  readonly settings: CalendarSettings;
  readonly zone: ZoneTable;
  localDay(at: Instant): LocalDay;
  /** Whole minutes since local midnight, 0…1439. */
  localMinutes(at: Instant): number;
  /** Skipped local times move forward, repeated ones mean the first; 1440 minutes is the next midnight. */
  instantAt(day: LocalDay, minutes: number): Instant;
  isBusinessDay(day: LocalDay): boolean;
  /** The name of the closure on that day, or null. */
  closureName(day: LocalDay): string | null;
  /** First opening of a business day. @throws RangeError for a closed day */
  openOf(day: LocalDay): Instant;
  /** Last closing of a business day. @throws RangeError for a closed day */
  closeOf(day: LocalDay): Instant;
  /** Half-open [opening, closing) instants of a day; none when closed. */
  segments(day: LocalDay): readonly (readonly [Instant, Instant])[];
  nextBusinessDay(day: LocalDay): LocalDay;
  previousBusinessDay(day: LocalDay): LocalDay;
  /** The nth business day strictly after `day`; before it when negative; `day` itself for 0. */
  addBusinessDays(day: LocalDay, count: number): LocalDay;
  /** Business days in (from, to]; negative when reversed. */
  businessDaysBetween(from: LocalDay, to: LocalDay): number;
  /** Milliseconds of open time in [from, to); negative when reversed. */
  businessTime(from: Instant, to: Instant): number;
  readonly offsets: ZoneOffsets;
  /** Days since 1970-01-01 of the local day at an instant: for loops over days. */
  numberAt(at: Instant): number;
  /** The day with that number, for loops over days. */
  dayAt(number: number): OfficeDay;
}

/**
 * A calendar from the policy's settings and its zone's offsets.
 *
 * @throws RangeError when no weekday is ever open, or hours are unreadable; `parsePolicy` refuses both first
 */
export function businessCalendar(settings: CalendarSettings, zone: ZoneTable): BusinessCalendar {
  const offsets = zoneOffsets(zone);
  const dayAt = officeDays(settings, offsets);
  const names = new Map(settings.closures.map(({ date, name }) => [date, name]));
  const numberAt = (at: Instant): number => Math.floor(offsets.localMs(at) / dayMs);
  const isOpen = (number: number): boolean => dayAt(number).segments.length > 0;

  const stepped = (number: number, count: number): number => {
    const step = count < 0 ? -1 : 1;
    let found = number;
    for (let left = Math.abs(count); left > 0;) {
      found += step;
      if (isOpen(found)) left -= 1;
    }
    return found;
  };
  const openDay = (day: LocalDay): OfficeDay => {
    const found = dayAt(dayNumber(day));
    if (found.segments.length === 0) throw new RangeError(`${day} is not a business day`);
    return found;
  };
  const daysAfter = (from: number, to: number): number => {
    let count = 0;
    for (let number = from + 1; number <= to; number += 1) if (isOpen(number)) count += 1;
    return count;
  };
  const openTime = (from: Instant, to: Instant): number => {
    let total = 0;
    const last = numberAt(to);
    for (let number = numberAt(from); number <= last; number += 1) {
      for (const [open, close] of dayAt(number).segments) {
        total += Math.max(0, Math.min(close, to) - Math.max(open, from));
      }
    }
    return total;
  };

  return {
    settings,
    zone,
    offsets,
    numberAt,
    dayAt,
    localDay: (at) => dayAt(numberAt(at)).day,
    localMinutes: (at) => Math.floor((offsets.localMs(at) - numberAt(at) * dayMs) / minuteMs),
    instantAt: (day, minutes) => offsets.instantOf(dayNumber(day) * dayMs + minutes * minuteMs),
    isBusinessDay: (day) => isOpen(dayNumber(day)),
    closureName: (day) => names.get(day) ?? null,
    openOf: (day) => openDay(day).opens,
    closeOf: (day) => openDay(day).closes,
    segments: (day) => dayAt(dayNumber(day)).segments,
    nextBusinessDay: (day) => dayOfNumber(stepped(dayNumber(day), 1)),
    previousBusinessDay: (day) => dayOfNumber(stepped(dayNumber(day), -1)),
    addBusinessDays: (day, count) => dayOfNumber(stepped(dayNumber(day), count)),
    businessDaysBetween: (from, to) =>
      from <= to ? daysAfter(dayNumber(from), dayNumber(to)) : 0 - daysAfter(dayNumber(to), dayNumber(from)),
    businessTime: (from, to) => (from <= to ? openTime(from, to) : 0 - openTime(to, from)),
  };
}
