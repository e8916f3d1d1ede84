/** Whole calendar months, by which a city publishes its figures. */
import { addDays } from "../calendar/localDay.ts";
import type { LocalDay } from "../time.ts";
import { firstOfMonth } from "./counts.ts";

/** A whole calendar month, first and last day. */
export interface Month {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** The last `count` months that are over, oldest first. @param today in the city's zone */
export function pastMonths(today: LocalDay, count: number): readonly Month[] {
  const months: Month[] = [];
  let from = firstOfMonth(today);
  while (months.length < count) {
    const to = addDays(from, -1);
    from = firstOfMonth(to);
    months.unshift({ from, to });
  }
  return months;
}
