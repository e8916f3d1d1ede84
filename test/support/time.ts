/** Dates in tests carry their weekday, so that a slip of the pen fails at once. */
import type { Instant, LocalDay } from "../../src/domain/time.ts";

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `day("Mon 2026-11-23")`. @throws when the weekday is wrong */
export function day(text: string): LocalDay {
  const [weekday, date] = text.split(" ");
  const real = weekdays[new Date(`${date ?? ""}T00:00:00Z`).getUTCDay()];
  if (date === undefined || real !== weekday) throw new Error(`${text}: that day is a ${String(real)}`);
  return date as LocalDay;
}

/** `at("Fri 2026-11-20 16:30")` in Alberta (UTC−6 from 2026-03-08), or with another offset in minutes. @throws when the weekday is wrong */
export function at(text: string, offsetMinutes = -360): Instant {
  const [weekday, date, time] = text.split(" ");
  day(`${weekday ?? ""} ${date ?? ""}`);
  const full = (time ?? "00:00").length === 5 ? `${time ?? "00:00"}:00` : (time ?? "");
  return (Date.parse(`${date ?? ""}T${full}Z`) - offsetMinutes * 60_000) as Instant;
}
