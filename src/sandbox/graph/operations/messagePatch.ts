/** What PATCH may change of a message (graph.md §5). */
import { isLocalDay } from "../../../domain/calendar/localDay.ts";
import type { MailFlag } from "../../api.ts";
import type { StoredMessage } from "../../mailbox/storedMessage.ts";
import { writtenProperties } from "../extendedProperties.ts";

type Fields = Partial<
  Pick<StoredMessage, "categories" | "flag" | "isRead" | "importance" | "customProperties" | "extended">
>;

/** What a patch changes, or the sentence that refuses it. */
export function patchedFields(message: StoredMessage, body: unknown, addinId: string): Fields | string {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return "The request body is missing or is no object.";
  let fields: Fields = {};
  for (const [name, value] of Object.entries(body)) {
    const read =
      name === "singleValueExtendedProperties" ? writtenProperties(message, value, addinId) : fieldOf(name, value);
    if (typeof read === "string") return read;
    fields = { ...fields, ...read };
  }
  return fields;
}

function fieldOf(name: string, value: unknown): Fields | string {
  if (name === "isRead" && typeof value === "boolean") return { isRead: value };
  if (name === "importance" && (value === "low" || value === "normal" || value === "high"))
    return { importance: value };
  if (name === "categories") return categoriesOf(value);
  if (name === "flag") return flagOf(value);
  return `The property '${name}' cannot be updated, or its value is not of its type.`;
}

/** Replaces the whole set. */
function categoriesOf(value: unknown): Fields | string {
  if (!Array.isArray(value) || !value.every((name): name is string => typeof name === "string"))
    return "categories: not a list of strings.";
  if (value.some((name) => name.includes(","))) return "categories: a name cannot hold a comma.";
  return { categories: [...new Set(value)] };
}

function flagOf(value: unknown): Fields | string {
  if (typeof value !== "object" || value === null) return "flag: not an object.";
  const { flagStatus, startDateTime, dueDateTime } = value as Readonly<Record<string, unknown>>;
  if (flagStatus !== "flagged" && flagStatus !== "complete" && flagStatus !== "notFlagged")
    return "flag: unknown flagStatus.";
  if (flagStatus !== "flagged") return { flag: { status: flagStatus, due: null } };
  if (dueDateTime === undefined) return { flag: { status: flagStatus, due: null } };
  if (startDateTime === undefined) return "flag: startDateTime is required with dueDateTime.";
  const [start, due] = [dayOf(startDateTime), dayOf(dueDateTime)];
  if (start === null || due === null) return "flag: not a dateTimeTimeZone.";
  if (due < start) return "flag: due before start.";
  return { flag: { status: flagStatus, due } satisfies MailFlag };
}

/** Outlook keeps only the day of {dateTime, timeZone}. */
function dayOf(value: unknown): string | null {
  const { dateTime, timeZone } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof dateTime !== "string" || typeof timeZone !== "string") return null;
  const day = dateTime.slice(0, 10);
  return isLocalDay(day) ? day : null;
}
