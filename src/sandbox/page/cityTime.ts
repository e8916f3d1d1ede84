/** Local times of the city, by its own zone table: never the machine's zone. */
import type { SandboxState } from "../api.ts";
import { zoneOffsets } from "../../domain/calendar/zoneOffsets.ts";
import { daysBetween } from "../../domain/calendar/localDay.ts";
import { type Language, dayInWords, shortDay, timeInWords } from "../../domain/wording/dates.ts";
import { dayMs, instant, type LocalDay, minuteMs } from "../../domain/time.ts";

export interface CityTime {
  /** As short as a row of the list allows: the time today, else the weekday, else the day. */
  short(at: number, now: number): string;
  /** "Tuesday, November 24, 10:12 a.m." */
  long(at: number, now: number): string;
  /** "Tue, Nov 24, 10:12 a.m." */
  clock(at: number): string;
  day(day: string, now: number): string;
  shortDay(day: string): string;
  /** Minutes east of UTC. */
  utcOffset(at: number): number;
}

export function cityTime(zone: SandboxState["zone"], language: Language, yesterday: string): CityTime {
  const offsets = zoneOffsets(zone);
  const localMs = (at: number): number => offsets.localMs(instant(at));
  const dayOf = (at: number): LocalDay => new Date(localMs(at)).toISOString().slice(0, 10) as LocalDay;
  const timeOf = (at: number): string =>
    timeInWords(Math.floor((((localMs(at) % dayMs) + dayMs) % dayMs) / minuteMs), language);
  return {
    short(at, now) {
      const age = daysBetween(dayOf(at), dayOf(now));
      if (age === 0) return timeOf(at);
      return age === 1 ? yesterday : shortDay(dayOf(at), language);
    },
    long: (at, now) => `${dayInWords(dayOf(at), language, dayOf(now))}, ${timeOf(at)}`,
    clock: (at) => `${shortDay(dayOf(at), language)}, ${timeOf(at)}`,
    day: (day, now) => dayInWords(day as LocalDay, language, dayOf(now)),
    shortDay: (day) => shortDay(day as LocalDay, language),
    utcOffset: (at) => Math.round((localMs(at) - at) / minuteMs),
  };
}
