/** The days ahead on which the office is not open as usual. */
import type { CalendarSettings, OpenHours } from "../policy/policy.ts";
import type { LocalDay } from "../time.ts";
import { isLocalDay, weekdayOf } from "./localDay.ts";

export interface ExceptionalDay {
  readonly day: LocalDay;
  /** The closure's name, or null. */
  readonly name: string | null;
  /** Empty when the office is closed. */
  readonly hours: OpenHours;
  /** True past the last day whose closures were confirmed. */
  readonly provisional: boolean;
}

/** The first `count` of them from that day on. A closure on a day that is closed anyway changes nothing and is left out. */
export function exceptionalDays(
  { weekly, closures, special, confirmedThrough }: CalendarSettings,
  from: LocalDay,
  count: number,
): readonly ExceptionalDay[] {
  const usual = (day: LocalDay): OpenHours => weekly[weekdayOf(day)] ?? [];
  const names = new Map(closures.map(({ date, name }) => [date, name]));
  const days = new Set([...names.keys(), ...Object.keys(special).filter(isLocalDay)]);
  return [...days]
    .filter((day) => day >= from)
    .sort()
    .map((day) => ({
      day,
      name: names.get(day) ?? null,
      hours: special[day] ?? [],
      provisional: confirmedThrough === undefined || day > confirmedThrough,
    }))
    .filter(({ day, hours }) => hours.length > 0 || usual(day).length > 0)
    .slice(0, count);
}
