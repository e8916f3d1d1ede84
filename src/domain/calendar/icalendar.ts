/** Whole days of an iCalendar file (RFC 5545), as proposals for closures. */
import type { LocalDay } from "../time.ts";
import { addDays, daysBetween, isLocalDay } from "./localDay.ts";
import type { ProposedClosure } from "./holidays.ts";

export interface ImportedCalendar {
  readonly closures: readonly ProposedClosure[];
  /** Events that are no plain whole days. */
  readonly unread: readonly UnreadEvent[];
}

export interface UnreadEvent {
  /** "" when it has none. */
  readonly name: string;
  readonly why: "noName" | "noWholeDay" | "repeats" | "cancelled";
}

const mostDays = 366;

/** @returns proposals in the file's order; repeating and timed events are listed as unread, never guessed at */
export function importCalendar(text: string): ImportedCalendar {
  const closures: ProposedClosure[] = [];
  const unread: UnreadEvent[] = [];
  for (const event of eventsOf(text)) {
    const name = unescaped(event.get("SUMMARY") ?? "");
    const from = localDay(event.get("DTSTART") ?? "");
    const why = whyUnread(event, name, from);
    if (why !== null || from === null) {
      unread.push({ name, why: why ?? "noWholeDay" });
      continue;
    }
    const after = localDay(event.get("DTEND") ?? "") ?? addDays(from, 1);
    const days = Math.min(Math.max(daysBetween(from, after), 1), mostDays);
    for (let i = 0; i < days; i += 1) closures.push({ date: addDays(from, i), name, rule: "imported" });
  }
  return { closures, unread };
}

function whyUnread(event: ReadonlyMap<string, string>, name: string, from: LocalDay | null): UnreadEvent["why"] | null {
  if (name === "") return "noName";
  if (from === null) return "noWholeDay";
  if (event.has("RRULE") || event.has("RDATE")) return "repeats";
  return event.get("STATUS") === "CANCELLED" ? "cancelled" : null;
}

/** Each VEVENT as a map of its first properties, parameters left out; long lines are folded in the file. */
function eventsOf(text: string): readonly ReadonlyMap<string, string>[] {
  const events: Map<string, string>[] = [];
  let depth = 0;
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const [, name = "", content = ""] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const property = name.toUpperCase();
    if (property === "BEGIN" && content.toUpperCase() === "VEVENT") events.push(new Map());
    if (property === "BEGIN") depth += content.toUpperCase() === "VCALENDAR" ? 0 : 1;
    else if (property === "END") depth -= content.toUpperCase() === "VCALENDAR" ? 0 : 1;
    else if (depth === 1 && !events[events.length - 1]?.has(property))
      events[events.length - 1]?.set(property, content);
  }
  return events;
}

function localDay(text: string): LocalDay | null {
  const day = text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  return isLocalDay(day) ? day : null;
}

function unescaped(text: string): string {
  return text
    .replace(/\\n/gi, " ")
    .replace(/\\([\\;,])/g, "$1")
    .trim();
}
