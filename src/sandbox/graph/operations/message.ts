/** GET and PATCH /me/messages/{id} */
import { isLocalDay } from "../../../domain/calendar/localDay.ts";
import type { MailFlag } from "../../api.ts";
import type { StoredMessage } from "../../mailbox/storedMessage.ts";
import {
  accessDenied,
  graphError,
  graphOk,
  type GraphAnswer,
  type GraphCall,
  itemNotFound,
  preferencesApplied,
} from "../exchange.ts";
import { selection } from "../listQuery.ts";
import { etagOf, movableId, viewOf } from "../messageView.ts";
import { mayExpand, viewFor } from "../permissions.ts";

/** By either form of id; their case matters. */
function messageOf({ mailbox, parts }: GraphCall): StoredMessage | null {
  const id = parts["id"] ?? "";
  const found = mailbox.get(id);
  if (found) return found;
  for (const message of mailbox.all()) if (movableId(message) === id) return message;
  return null;
}

function answerWith(
  call: GraphCall,
  message: StoredMessage,
  addinId: string,
  shape: Parameters<typeof viewFor>[1],
): GraphAnswer {
  const { address, person } = call;
  const selected = shape.select ? `(${shape.select.join(",")})` : "";
  const context = `${address.origin}/v1.0/$metadata#users('${person.oid}')/messages${selected}/$entity`;
  return graphOk(
    { "@odata.context": context, ...viewOf(message, viewFor(call, shape, addinId)) },
    preferencesApplied(call),
  );
}

export function getMessage(call: GraphCall, addinId: string): GraphAnswer {
  const shape = selection(call.query);
  if ("code" in shape) return graphError(400, shape.code, shape.message, call.now);
  if (shape.expand.length > 0 && !mayExpand(call)) return accessDenied(call.now);
  const message = messageOf(call);
  return message ? answerWith(call, message, addinId, shape) : itemNotFound(call.now);
}

type Fields = Partial<Pick<StoredMessage, "categories" | "flag" | "isRead" | "importance">>;

/** Changes what may be changed and answers with the whole message, as Graph does (never 204). */
export function patchMessage(call: GraphCall, addinId: string): GraphAnswer {
  const { mailbox, now } = call;
  const message = messageOf(call);
  if (!message) return itemNotFound(now);
  const stale = call.headers["if-match"] !== undefined && call.headers["if-match"] !== etagOf(message);
  if (stale)
    return graphError(412, "ErrorIrresolvableConflict", "The change key passed in the request does not match.", now);
  const fields = fieldsOf(call.body);
  if (typeof fields === "string") return graphError(400, "ErrorInvalidArgument", fields, now);
  // A read mark leaves the time of modification alone (graph.md §3.3).
  const touches = Object.keys(fields).some((name) => name !== "isRead");
  const changed = mailbox.change(message.id, fields, now, touches);
  return answerWith(call, changed, addinId, { select: null, expand: [] });
}

/** What a patch changes, or the sentence that refuses it. */
function fieldsOf(body: unknown): Fields | string {
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return "The request body is missing or is no object.";
  let fields: Fields = {};
  for (const [name, value] of Object.entries(body)) {
    const read = fieldOf(name, value);
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
