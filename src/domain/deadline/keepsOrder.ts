/** Whether later mail is never due earlier: most counting rules promise that, and some cannot. */
import { segmentsOf } from "../calendar/openHours.ts";
import type { CalendarSettings, CountingRules, OpenHours, ZoneTable } from "../policy/policy.ts";

/** What can make a later message due earlier. */
export type OrderBreak =
  /** A weekend message keeps its own time of day: Sunday 9:00 is due before Saturday 15:00. */
  | "ownTimeOfDay"
  /** A message before opening is due at an earlier opening than one that was moved to its own day's later opening. */
  | "unequalOpenings"
  /** The clocks go back in office hours, or over midnight: the second 1:10 comes after the first 1:50. */
  | "clocksGoBack";

const dayMinutes = 1440;

/**
 * What keeps the rules from being monotone (calendar/README §3), or null when a later message is never due earlier.
 *
 * Due at `close`, `midnight` or after `minutes` is monotone with every receipt rule. Due at the `sameTime` is monotone
 * with `hours`; with `businessDay` only where all days open at the same time, as a closed day's message counts from an
 * opening and a business day's from its own time; with `calendarDay` never. All of that holds unless the clocks go back:
 * local time, by which `sameTime` goes, then runs twice; and a local day returns where they go back over midnight
 * (St. John's until 2011).
 *
 * @param zone left out where it is not known: then clock changes are not looked at
 */
export function orderBreak(counting: CountingRules, settings: CalendarSettings, zone?: ZoneTable): OrderBreak | null {
  const { receipt, due } = counting;
  const days: readonly OpenHours[] = [...Object.values(settings.weekly), ...Object.values(settings.special)];
  if (due === "sameTime" && receipt === "calendarDay") return "ownTimeOfDay";
  if (due === "sameTime" && receipt === "businessDay" && openings(days).size > 1) return "unequalOpenings";
  const isBroken = repeats(zone).some((repeat) => {
    const isInHours = days.some((hours) => overlaps(hours, repeat));
    return (due === "sameTime" && isInHours) || (repeat.isOverMidnight && (isInHours || receipt !== "hours"));
  });
  return isBroken ? "clocksGoBack" : null;
}

function openings(days: readonly OpenHours[]): ReadonlySet<string> {
  return new Set(days.flatMap(([first]) => (first === undefined ? [] : [first[0]])));
}

/** Local time that runs twice, in minutes since midnight; `to` may lie past 1440. */
interface Repeat {
  readonly from: number;
  readonly to: number;
  readonly isOverMidnight: boolean;
}

function repeats(zone: ZoneTable | undefined): readonly Repeat[] {
  if (zone === undefined) return [];
  return zone.transitions.flatMap(([seconds, offset], index) => {
    const before = zone.transitions[index - 1]?.[1] ?? zone.base;
    if (offset >= before) return [];
    const from = (((seconds / 60 + offset) % dayMinutes) + dayMinutes) % dayMinutes;
    const to = from + before - offset;
    return [{ from, to, isOverMidnight: to > dayMinutes }];
  });
}

function overlaps(hours: OpenHours, { from, to }: Repeat): boolean {
  return segmentsOf(hours).some(
    ([open, close]) => (open < to && from < close) || (open < to - dayMinutes && from - dayMinutes < close),
  );
}
