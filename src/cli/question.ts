/** The question behind `due` and `explain`: received when, by which channel, for which department. */
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import { isLocalDay } from "../domain/calendar/localDay.ts";
import { minutesOf } from "../domain/calendar/openHours.ts";
import type { TimeSource } from "../domain/deadline/due.ts";
import type { DueQuestion } from "../domain/deadline/explain.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { channelOf, mailChannel } from "../domain/policy/responseDays.ts";
import { instantFromIso, type Instant } from "../domain/time.ts";
import { isRefusal, type Line, type Refusal } from "./ndjson.ts";
import { wordsOf, type Terminal } from "./terminal.ts";
import type { Words } from "./wording/words.ts";

const timeSources: readonly TimeSource[] = ["exchange", "header", "created", "person"];

/** Years that every count of business days stays within four digits of. */
const years = { first: "0001", last: "9900" };

/**
 * @param line `receivedAt` (ISO 8601 with its zone), and if given `channel` (else plain mail's), `department`, `timeSource`
 */
export function readQuestion(line: Line, { policy, calendarOf }: Rules, said: Words): DueQuestion | Refusal {
  const receivedAt = readInstant(line, "receivedAt", said);
  if (typeof receivedAt !== "number") return receivedAt;
  const channel = line["channel"] ?? mailChannel(policy);
  if (typeof channel !== "string" || channelOf(policy, channel) === null) {
    return { error: said.channel(JSON.stringify(channel), Object.keys(policy.channels).join(", ")) };
  }
  const department = readDepartment(line, policy, said);
  if (isRefusal(department)) return department;
  const timeSource = timeSources.find((source) => source === (line["timeSource"] ?? "person"));
  if (timeSource === undefined) return { error: said.timeSource(timeSources.join(", ")) };
  return { policy, calendar: calendarOf(department), channel, department, receivedAt, timeSource };
}

/** The department of a line, null when it names none, or what to write instead. */
export function readDepartment(line: Line, { departments = {} }: Policy, said: Words): string | null | Refusal {
  const department = line["department"] ?? null;
  const ids = Object.keys(departments);
  if (department === null || (typeof department === "string" && ids.includes(department))) return department;
  return { error: said.department(JSON.stringify(department), ids.join(", ")) };
}

/** An instant of a line, or what to write instead. */
export function readInstant(line: Line, field: string, said: Words): Instant | Refusal {
  const text = line[field];
  const at = typeof text === "string" ? instantFromIso(text) : null;
  if (typeof text !== "string" || at === null)
    return { error: said.instant(field, text === undefined ? null : JSON.stringify(text)) };
  const year = text.slice(0, 4);
  if (year < years.first || year > years.last) return { error: said.outsideYears(field, "1", years.last) };
  return at;
}

/** The moment typed after `--at`, in the same forms; now when left out. */
export function readMoment(
  terminal: Terminal,
  text: string | undefined,
  calendar: BusinessCalendar,
): Instant | Refusal {
  if (text === undefined) return terminal.now();
  return readInstant({ "--at": withZone(text, calendar) }, "--at", wordsOf(terminal));
}

/** A time typed by a person: with its zone, or as "2026-11-20 16:30" in the city's own. */
export function withZone(text: string, calendar: BusinessCalendar): string {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(text) ?? [];
  const minutes = minutesOf(time);
  return isLocalDay(day) && minutes !== null ? new Date(calendar.instantAt(day, minutes)).toISOString() : text;
}
