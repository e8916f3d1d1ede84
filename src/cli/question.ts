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

const timeSources: readonly TimeSource[] = ["exchange", "header", "created", "person"];

/** Years that every count of business days stays within four digits of. */
const years = { first: "0001", last: "9900" };

/**
 * @param line `receivedAt` (ISO 8601 with its zone), and if given `channel` (else plain mail's), `department`, `timeSource`
 */
export function readQuestion(line: Line, { policy, calendarOf }: Rules): DueQuestion | Refusal {
  const receivedAt = readInstant(line, "receivedAt");
  if (typeof receivedAt !== "number") return receivedAt;
  const channel = line["channel"] ?? mailChannel(policy);
  if (typeof channel !== "string" || channelOf(policy, channel) === null) {
    return {
      error: `channel is ${JSON.stringify(channel)}, which the policy does not have: use ${Object.keys(policy.channels).join(", ")}`,
    };
  }
  const department = readDepartment(line, policy);
  if (isRefusal(department)) return department;
  const timeSource = timeSources.find((source) => source === (line["timeSource"] ?? "person"));
  if (timeSource === undefined) return { error: `timeSource must be one of ${timeSources.join(", ")}` };
  return { policy, calendar: calendarOf(department), channel, department, receivedAt, timeSource };
}

/** The department of a line, null when it names none, or what to write instead. */
export function readDepartment(line: Line, { departments = {} }: Policy): string | null | Refusal {
  const department = line["department"] ?? null;
  const ids = Object.keys(departments);
  if (department === null || (typeof department === "string" && ids.includes(department))) return department;
  const known = ids.length === 0 ? "leave it out, it has none" : `use ${ids.join(", ")}`;
  return { error: `department is ${JSON.stringify(department)}, which the policy does not have: ${known}` };
}

/** An instant of a line, or what to write instead. */
export function readInstant(line: Line, field: string): Instant | Refusal {
  const text = line[field];
  const at = typeof text === "string" ? instantFromIso(text) : null;
  if (typeof text !== "string" || at === null) {
    const found = text === undefined ? "is missing" : `is ${JSON.stringify(text)}`;
    return {
      error: `${field} ${found}: write an instant with its zone, such as 2026-11-20T16:30:00-06:00 or 2026-11-20T22:30:00Z`,
    };
  }
  const year = text.slice(0, 4);
  if (year < years.first || year > years.last)
    return { error: `${field} lies outside the years 1 to ${years.last}: check it` };
  return at;
}

/** A time typed by a person: with its zone, or as "2026-11-20 16:30" in the city's own. */
export function withZone(text: string, calendar: BusinessCalendar): string {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(text) ?? [];
  const minutes = minutesOf(time);
  return isLocalDay(day) && minutes !== null ? new Date(calendar.instantAt(day, minutes)).toISOString() : text;
}
