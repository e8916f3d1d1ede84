/** The city's office as the contenders know it: opening hours by weekday, closed days, offsets. Nothing of src/domain's rules. */
import type { CalendarSettings, Weekday, ZoneTable } from "../../domain/policy/policy.ts";

export interface Hours {
  /** Minutes since local midnight. */
  readonly opens: number;
  readonly closes: number;
}

export interface PlainOffice {
  /** Opening hours, Sunday first; null on a weekday that is closed. */
  readonly week: readonly (Hours | null)[];
  /** Closed days as 20261225. */
  readonly closed: ReadonlySet<number>;
  readonly zoneName: string;
  /** Minutes from UTC at an instant, in epoch milliseconds. */
  readonly offsetAt: (at: number) => number;
}

const weekdays: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** @throws RangeError for special hours, breaks, or hours off the half hour: the contenders are written without them */
export function plainOffice(settings: CalendarSettings, zone: ZoneTable): PlainOffice {
  if (Object.keys(settings.special).length > 0) throw new RangeError("this comparison knows no special hours");
  return {
    week: weekdays.map((name) => hoursOf(settings, name)),
    closed: new Set(settings.closures.map(({ date }) => Number(date.replaceAll("-", "")))),
    zoneName: zone.zone,
    offsetAt: (at) => {
      let offset = zone.base;
      for (const [seconds, next] of zone.transitions) {
        if (seconds * 1000 > at) break;
        offset = next;
      }
      return offset;
    },
  };
}

/** A day as 20261225. */
export function dayKey(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day;
}

/** An offset in minutes as "-06:00". */
export function offsetName(minutes: number): string {
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function hoursOf(settings: CalendarSettings, name: Weekday): Hours | null {
  const [hours, ...more] = settings.weekly[name] ?? [];
  if (hours === undefined) return null;
  const [opens, closes] = hours.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  if (more.length > 0 || opens === undefined || closes === undefined || opens % 30 !== 0 || closes % 30 !== 0) {
    throw new RangeError("this comparison knows one stretch of hours a day, on the half hour");
  }
  return { opens, closes };
}
