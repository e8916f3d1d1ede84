/** What the chosen rule does to evening and weekend mail: the first thing a city has to confirm. */
import { businessCalendar } from "../calendar/businessCalendar.ts";
import { dayNumber, weekdayIndex } from "../calendar/localDay.ts";
import { dueDate } from "../deadline/dueDate.ts";
import type { CalendarSettings, CountingRules, OpenHours } from "../policy/policy.ts";
import { instant } from "../time.ts";
import { weekdayInWords, type Language } from "./dates.ts";

const officeHours: OpenHours = [["08:30", "16:30"]];
const plainWeek: CalendarSettings = {
  timeZone: "Etc/UTC",
  weekly: { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours },
  closures: [],
  special: {},
  nominalDayMinutes: 480,
};
const utc = { zone: "Etc/UTC", tzdata: "none", base: 0, transitions: [] };
const fridayNoon = Date.UTC(2026, 10, 20, 12, 0);
const fridayEvening = Date.UTC(2026, 10, 20, 20, 0);
const saturday = Date.UTC(2026, 10, 21, 10, 0);

/**
 * One sentence on a week without closures and two business days, worked out by the due date's own function.
 * "With two business days, a message of Friday noon is due on Tuesday, one of Friday evening on Wednesday, …"
 *
 * @param week the city's opening hours; a plain Monday-to-Friday week when left out
 */
export function offHoursSentence(
  counting: CountingRules,
  language: Language,
  { weekly, nominalDayMinutes }: Pick<CalendarSettings, "weekly" | "nominalDayMinutes"> = plainWeek,
): string {
  const calendar = businessCalendar({ ...plainWeek, weekly, nominalDayMinutes }, utc);
  const weekdayDue = (ms: number): string => {
    const { dueDay } = dueDate(calendar, counting, 2, instant(ms));
    return weekdayInWords(weekdayIndex(dayNumber(dueDay)), language);
  };
  const noon = weekdayDue(fridayNoon);
  const evening = weekdayDue(fridayEvening);
  const weekend = weekdayDue(saturday);
  return language === "fr"
    ? `Avec deux jours ouvrables, un message du vendredi midi est dû le ${noon}, un du vendredi soir le ${evening} et un du samedi le ${weekend}.`
    : `With two business days, a message of Friday noon is due on ${noon}, one of Friday evening on ${evening} and one of Saturday on ${weekend}.`;
}
