/** Days, times and durations as people say them, in English and French; no Intl, so every machine says the same. */
import { weekdayIndex, dayNumber } from "../calendar/localDay.ts";
import { minuteMs, type LocalDay } from "../time.ts";

export type Language = "en" | "fr";

interface Names {
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly shortMonths: readonly string[];
}

const names: Record<Language, Names> = {
  en: {
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: list("January February March April May June July August September October November December"),
    shortWeekdays: list("Mon Tue Wed Thu Fri Sat Sun"),
    shortMonths: list("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
  },
  fr: {
    weekdays: list("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    months: list("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    shortWeekdays: list("lun. mar. mer. jeu. ven. sam. dim."),
    shortMonths: list("janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc."),
  },
};

/** The language to speak for a tag such as "fr-CA"; English for any that is not French. */
export function languageOf(tag: string): Language {
  return /^fr\b/i.test(tag) ? "fr" : "en";
}

/** "Tuesday, November 24" or "mardi 24 novembre"; with the year only when it is another one than today's. */
export function dayInWords(day: LocalDay, language: Language, today?: LocalDay): string {
  const { weekday, date, month } = partsOf(day);
  const { weekdays, months } = names[language];
  const otherYear = today !== undefined && today.slice(0, 4) !== day.slice(0, 4);
  const year = otherYear ? day.slice(0, 4) : "";
  if (language === "fr") return spaced(weekdays[weekday], ordinal(date), months[month], year);
  return spaced(`${weekdays[weekday] ?? ""},`, months[month], date) + (otherYear ? `, ${year}` : "");
}

/** "Tue, Nov 24" or "mar. 24 nov." */
export function shortDay(day: LocalDay, language: Language): string {
  const { weekday, date, month } = partsOf(day);
  const { shortWeekdays, shortMonths } = names[language];
  if (language === "fr") return spaced(shortWeekdays[weekday], ordinal(date), shortMonths[month]);
  return spaced(`${shortWeekdays[weekday] ?? ""},`, shortMonths[month], date);
}

/** "Nov 24" or "24 nov.": where the weekday is known or does not matter, as on an axis. */
export function monthDay(day: LocalDay, language: Language): string {
  const { date, month } = partsOf(day);
  const { shortMonths } = names[language];
  return language === "fr" ? spaced(ordinal(date), shortMonths[month]) : spaced(shortMonths[month], date);
}

/** "November 2026" or "novembre 2026". */
export function monthInWords(day: LocalDay, language: Language): string {
  return spaced(names[language].months[partsOf(day).month], day.slice(0, 4));
}

/** @param weekday 0 for Monday to 6 for Sunday */
export function weekdayInWords(weekday: number, language: Language): string {
  return names[language].weekdays[weekday] ?? "";
}

/**
 * "4:30 p.m." or "16 h 30"; noon and midnight by name, as 12:00 a.m. is often misread.
 *
 * @param minutes since local midnight; 1440 is the next midnight
 */
export function timeInWords(minutes: number, language: Language): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = Math.floor(minutes) % 60;
  if (minute === 0 && hour === 0) return language === "fr" ? "minuit" : "midnight";
  if (minute === 0 && hour === 12) return language === "fr" ? "midi" : "noon";
  const two = String(minute).padStart(2, "0");
  if (language === "fr") return minute === 0 ? `${hour} h` : `${hour} h ${two}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two} ${hour < 12 ? "a.m." : "p.m."}`;
}

/** "5 h 10 min" in both languages, in whole minutes, rounded toward zero; negative durations keep their sign. */
export function durationInWords(ms: number, language: Language): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  if (minutes === 0 && ms !== 0) return language === "fr" ? "moins de 1 min" : "less than 1 min";
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const text = [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
  return ms < 0 ? `−${text}` : text;
}

function partsOf(day: LocalDay): { readonly weekday: number; readonly date: string; readonly month: number } {
  return {
    weekday: weekdayIndex(dayNumber(day)),
    date: String(Number(day.slice(8, 10))),
    month: Number(day.slice(5, 7)) - 1,
  };
}

/** French says "1er" for the first of a month and plain numbers after it. */
function ordinal(date: string): string {
  return date === "1" ? "1er" : date;
}

function spaced(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== "").join(" ");
}

function list(words: string): readonly string[] {
  return words.split(" ");
}
