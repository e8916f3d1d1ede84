/** Days as people name them, seen from today in the city's zone. */
import { dayNumber, daysBetween, weekdayIndex } from "../domain/calendar/localDay.ts";
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import type { Instant, LocalDay } from "../domain/time.ts";
import { dayInWords, shortDay, timeInWords, weekdayInWords } from "../domain/wording/dates.ts";
import type { NamedDay, Text } from "./text/text.ts";

/** "today", "tomorrow", a weekday within the next six days, else the date in full. */
export function namedDay(day: LocalDay, today: LocalDay, text: Text): NamedDay {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return { kind: "today" };
  if (ahead === 1) return { kind: "tomorrow" };
  if (ahead === -1) return { kind: "yesterday" };
  if (ahead > 1 && ahead < 7)
    return { kind: "weekday", words: weekdayInWords(weekdayIndex(dayNumber(day)), text.language) };
  return { kind: "date", words: dayInWords(day, text.language, today) };
}

/** Kept on one line: "4:30 p.m." and "16 h 30" do not break. */
const unbroken = (words: string) => words.replaceAll(" ", "\u00a0");

/** The local time of an instant in words; one that belongs to the day before (midnight) is that day's end. */
export function timeOn(day: LocalDay, at: Instant, calendar: BusinessCalendar, text: Text): string {
  if (calendar.localDay(at) !== day) return text.state.endOfDay;
  return localTime(at, calendar, text);
}

/** "10:12 a.m." of an instant, in the city's zone. */
export function localTime(at: Instant, calendar: BusinessCalendar, text: Text): string {
  return unbroken(timeInWords(calendar.localMinutes(at), text.language));
}

/** "Fri, Nov 20" and "10:12 a.m." of an instant, in the city's zone. */
export function shortMoment(at: Instant, calendar: BusinessCalendar, text: Text): readonly [string, string] {
  return [unbroken(shortDay(calendar.localDay(at), text.language)), localTime(at, calendar, text)];
}
