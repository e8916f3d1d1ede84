/** MAPI properties of a message that Graph shows when asked for by name (graph.md §4). */
import { type Instant, isoOf } from "../../domain/time.ts";
import { type StoredMessage } from "../mailbox/storedMessage.ts";

export interface ExtendedProperty {
  /** As it was asked for. */
  readonly id: string;
  readonly value: string;
}

const wellFormed =
  /^(String|Integer|Boolean|Short|Long|Double|Float|Currency|CLSID|SystemTime|Binary)(Array)? (0x[0-9A-Fa-f]{3,8}|\{[0-9A-Fa-f-]{36}\} (Name .+|Id 0x[0-9A-Fa-f]+))$/;
/** Where Exchange keeps an add-in's custom properties: one JSON text (outlook-platform §2.1). */
const addinBag = "string {00020329-0000-0000-c000-000000000046} name cecp-";

/** Ids in `singleValueExtendedProperties($filter=id eq 'A' or id eq 'B')`, or null when it reads otherwise. */
export function expandedIds(expand: string): readonly string[] | null {
  const terms = /^singleValueExtendedProperties\(\s*\$filter=(.+)\)$/is.exec(expand.trim())?.[1]?.split(/ or /i) ?? [];
  const ids = terms.map((term) => /^\s*id eq '((?:[^']|'')+)'\s*$/i.exec(term)?.[1]?.replaceAll("''", "'") ?? "");
  return ids.length > 0 && ids.every((id) => wellFormed.test(id)) ? ids : null;
}

/** Those of the asked properties that the message has. */
export function extendedProperties(
  message: StoredMessage,
  ids: readonly string[],
  addinId: string,
): readonly ExtendedProperty[] {
  return ids.flatMap((id) => {
    const value = valueOf(message, id.toLowerCase(), addinId.toLowerCase());
    return value === null ? [] : { id, value };
  });
}

function valueOf(message: StoredMessage, id: string, addinId: string): string | null {
  if (id === `${addinBag}${addinId}`) {
    return Object.keys(message.customProperties).length > 0 ? JSON.stringify(message.customProperties) : null;
  }
  switch (id) {
    case "string 0x1042":
      return message.inReplyTo;
    case "string 0x1039":
      return message.references.join(" ") || null;
    case "string 0x1035":
      return message.internetMessageId || null;
    case "string 0x007d":
    case "string 0x7d":
      return message.headers || null;
    case "string 0x001a":
    case "string 0x1a":
      return message.itemClass;
    case "integer 0x1081":
      return message.lastVerb ? String(message.lastVerb.verb) : null;
    case "systemtime 0x1082":
      return message.lastVerb ? isoOf(message.lastVerb.at as Instant) : null;
    default:
      return message.extended[id] ?? null;
  }
}

const readOnly = /^(string 0x(1042|1039|1035|0?0?7d|0?0?1a)|integer 0x1081|systemtime 0x1082)$/;

/**
 * What writing extended properties changes of a message, or the sentence that refuses it. The add-in's bag is the one
 * that Office.js reads and writes as custom properties.
 */
export function writtenProperties(
  message: StoredMessage,
  list: unknown,
  addinId: string,
): Partial<Pick<StoredMessage, "customProperties" | "extended">> | string {
  if (!Array.isArray(list)) return "singleValueExtendedProperties: not a list.";
  let changed: Partial<Pick<StoredMessage, "customProperties" | "extended">> = {};
  for (const one of list as readonly unknown[]) {
    const { id, value } = (one ?? {}) as { readonly id?: unknown; readonly value?: unknown };
    if (typeof id !== "string" || !wellFormed.test(id)) return "singleValueExtendedProperties: an id is malformed.";
    if (typeof value !== "string") return `singleValueExtendedProperties: the value of '${id}' is no string.`;
    const name = id.toLowerCase();
    if (readOnly.test(name)) return `singleValueExtendedProperties: '${id}' cannot be written.`;
    if (name === `${addinBag}${addinId.toLowerCase()}`) {
      const customProperties = bagOf(value);
      if (customProperties === null) return "singleValueExtendedProperties: the add-in's bag is no JSON object.";
      changed = { ...changed, customProperties };
    } else changed = { ...changed, extended: { ...message.extended, ...changed.extended, [name]: value } };
  }
  return changed;
}

function bagOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
