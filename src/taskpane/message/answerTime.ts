/** Reads the day and time that a person enters for an answer given another way. */
import { isLocalDay } from "../../domain/calendar/localDay.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { minuteMs } from "../../domain/time.ts";
import type { Instant } from "../../domain/time.ts";

export type AnswerTime =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly why: "incomplete" | "tooEarly" | "toCome" };

/**
 * The instant of a local day ("2026-11-23") and time ("10:42") in the city's zone. Within the minute of receipt it is
 * the receipt itself: a person enters no seconds, and no reply comes before its message.
 */
export function answerTime(
  entered: { readonly day: string; readonly time: string },
  calendar: BusinessCalendar,
  receivedAt: Instant,
  now: Instant,
): AnswerTime {
  const time = /^([01]\d|2[0-3]):([0-5]\d)/.exec(entered.time);
  if (!isLocalDay(entered.day) || time === null) return { ok: false, why: "incomplete" };
  const at = calendar.instantAt(entered.day, Number(time[1]) * 60 + Number(time[2]));
  if (at + minuteMs <= receivedAt) return { ok: false, why: "tooEarly" };
  if (at > now) return { ok: false, why: "toCome" };
  return { ok: true, at: at < receivedAt ? receivedAt : at };
}

/** "10:42", as a time field wants it. */
export function clockTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
