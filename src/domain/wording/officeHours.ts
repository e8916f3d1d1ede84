/** Opening hours as people say them. */
import { weekdays } from "../calendar/localDay.ts";
import { segmentsOf } from "../calendar/openHours.ts";
import type { CalendarSettings, OpenHours } from "../policy/policy.ts";
import { timeInWords, weekdayInWords, type Language } from "./dates.ts";

/** Weekdays in a row with the same hours, by their numbers: 0 for Monday to 6 for Sunday. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly hours: string;
}

/** "8:30 a.m. to noon and 1:00 p.m. to 4:30 p.m." or "de 8 h 30 à midi et de 13 h à 16 h 30". */
export function hoursInWords(hours: OpenHours, language: Language): string {
  return joined(
    segmentsOf(hours).map(([open, close]) => {
      const [from, to] = [timeInWords(open, language), timeInWords(close, language)];
      return language === "fr" ? `de ${from} à ${to}` : `${from} to ${to}`;
    }),
    language,
  );
}

/** "Monday to Friday, 8:30 a.m. to 4:30 p.m." or "du lundi au vendredi, de 8 h 30 à 16 h 30". */
export function weekInWords(weekly: CalendarSettings["weekly"], language: Language): string {
  const runs: Run[] = [];
  for (const [index, weekday] of weekdays.entries()) {
    const hours = hoursInWords(weekly[weekday] ?? [], language);
    const before = runs[runs.length - 1];
    if (hours === "") continue;
    if (before?.hours === hours && before.last === index - 1) runs[runs.length - 1] = { ...before, last: index };
    else runs.push({ first: index, last: index, hours });
  }
  return joined(
    runs.map((run) => `${daysInWords(run, language)}, ${run.hours}`),
    language,
    ",",
  );
}

function daysInWords({ first, last }: Run, language: Language): string {
  const [from, to] = [weekdayInWords(first, language), weekdayInWords(last, language)];
  if (first === last) return language === "fr" ? `le ${from}` : from;
  return language === "fr" ? `du ${from} au ${to}` : `${from} to ${to}`;
}

/** @param comma stands before "and" where the parts have commas of their own */
function joined(parts: readonly string[], language: Language, comma = ""): string {
  return parts.join(`${comma} ${language === "fr" ? "et" : "and"} `);
}
