/** $filter, $orderby, $select, $top and $skip of a list of messages: the part of OData that the sandbox understands. */
import type { StoredMessage } from "../mailbox/storedMessage.ts";
import { expandedIds } from "./extendedProperties.ts";
import { propertyNamed } from "./messageView.ts";

export interface ListQuery {
  readonly select: readonly string[] | null;
  readonly expand: readonly string[];
  readonly matches: (message: StoredMessage) => boolean;
  readonly order: { readonly property: Comparable; readonly descending: boolean };
  readonly top: number;
  readonly skip: number;
}

export interface QueryProblem {
  readonly code: string;
  readonly message: string;
}

/** What can be compared and sorted by. */
const comparables = {
  receivedDateTime: (message: StoredMessage) => message.receivedAt,
  sentDateTime: (message: StoredMessage) => message.sentAt,
  createdDateTime: (message: StoredMessage) => message.createdAt,
  lastModifiedDateTime: (message: StoredMessage) => message.modifiedAt,
  isRead: (message: StoredMessage) => message.isRead,
  isDraft: (message: StoredMessage) => message.isDraft,
  hasAttachments: (message: StoredMessage) => message.hasAttachments,
  conversationId: (message: StoredMessage) => message.conversationId,
  internetMessageId: (message: StoredMessage) => message.internetMessageId,
  subject: (message: StoredMessage) => message.subject,
} as const;
type Comparable = keyof typeof comparables;
type Value = string | number | boolean;

const known = new Set(["$filter", "$orderby", "$select", "$expand", "$top", "$skip"]);
const largestPage = 1000;
const usualPage = 10;

const comparisons: Readonly<Record<string, (a: Value, b: Value) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  ge: (a, b) => a >= b,
  gt: (a, b) => a > b,
  le: (a, b) => a <= b,
  lt: (a, b) => a < b,
};

function problem(code: string, message: string): QueryProblem {
  return { code, message };
}

function isProblem(value: object): value is QueryProblem {
  return "code" in value;
}

export function listQuery(query: URLSearchParams): ListQuery | QueryProblem {
  const stranger = [...query.keys()].find((key) => !known.has(key.toLowerCase()));
  if (stranger !== undefined) return problem("BadRequest", `The query option '${stranger}' is not supported here.`);
  const shape = selection(query);
  if (isProblem(shape)) return shape;
  const filter = filterOf(query.get("$filter"));
  if (isProblem(filter)) return filter;
  const order = orderOf(query.get("$orderby"));
  if (isProblem(order)) return order;
  // Exchange can only walk an index that begins with what it sorts by (outlook-platform §2.2).
  if (query.get("$orderby") !== null && filter.properties.length > 0 && filter.properties[0] !== order.property) {
    return problem("InefficientFilter", "The restriction or sort order is too complex for this operation.");
  }
  const top = wholeNumber(query.get("$top"), usualPage);
  const skip = wholeNumber(query.get("$skip"), 0);
  if (top === null || top < 1 || top > largestPage) return problem("ErrorInvalidUrlQuery", "$top must be 1 to 1000.");
  if (skip === null) return problem("ErrorInvalidUrlQuery", "$skip must be a whole number.");
  return { ...shape, matches: filter.matches, order, top, skip };
}

/** $select and $expand, which single messages take too. */
export function selection(query: URLSearchParams): Pick<ListQuery, "select" | "expand"> | QueryProblem {
  const asked = query.get("$select");
  const names = (asked ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const unknown = names.find((name) => propertyNamed(name) === undefined);
  if (unknown !== undefined) {
    return problem(
      "RequestBroker--ParseUri",
      `Could not find a property named '${unknown}' on type 'microsoft.graph.message'.`,
    );
  }
  const expand = query.get("$expand");
  const ids = expand === null ? [] : expandedIds(expand);
  if (ids === null)
    return problem("RequestBroker--ParseUri", "$expand: only singleValueExtendedProperties($filter=id eq '…').");
  return { select: names.length > 0 ? names.flatMap((name) => propertyNamed(name) ?? []) : null, expand: ids };
}

function wholeNumber(text: string | null, fallback: number): number | null {
  if (text === null) return fallback;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

interface Filter {
  readonly properties: readonly Comparable[];
  readonly matches: (message: StoredMessage) => boolean;
}

function filterOf(text: string | null): Filter | QueryProblem {
  const terms = (text ?? "").trim() === "" ? [] : (text ?? "").split(/\s+and\s+/i).map(termOf);
  const bad = terms.find((term) => term === null);
  if (bad === null) return problem("ErrorInvalidUrlQueryFilter", `The query filter is not supported: ${text ?? ""}`);
  const read = terms.filter((term) => term !== null);
  return {
    properties: read.map(({ property }) => property),
    matches: (message) => read.every(({ property, test }) => test(comparables[property](message))),
  };
}

function termOf(text: string): { property: Comparable; test: (value: Value) => boolean } | null {
  const [, name = "", operator = "", literal = ""] =
    /^\(?\s*(\w+)\s+(eq|ne|ge|gt|le|lt)\s+('.*'|\S+?)\s*\)?$/i.exec(text) ?? [];
  const property = comparableNamed(name);
  const value = valueOf(literal);
  const compare = comparisons[operator.toLowerCase()];
  return property && compare && value !== null
    ? { property, test: (own) => typeof own === typeof value && compare(own, value) }
    : null;
}

function comparableNamed(name: string): Comparable | undefined {
  return (Object.keys(comparables) as Comparable[]).find((known) => known.toLowerCase() === name.toLowerCase());
}

/** Times compare as milliseconds, as they are stored. */
function valueOf(literal: string): Value | null {
  if (literal === "true" || literal === "false") return literal === "true";
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'");
  const ms = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(literal) ? Date.parse(literal) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

function orderOf(text: string | null): ListQuery["order"] | QueryProblem {
  if (text === null) return { property: "receivedDateTime", descending: true };
  const [, name = "", direction = "asc"] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(text) ?? [];
  const property = comparableNamed(name);
  if (!property) return problem("BadRequest", `$orderby is not supported: ${text}`);
  return { property, descending: direction.toLowerCase() === "desc" };
}

/** Sorted as asked; ties stay in the order of the mailbox. */
export function sorted(
  messages: readonly StoredMessage[],
  { property, descending }: ListQuery["order"],
): readonly StoredMessage[] {
  const key = comparables[property];
  const sign = descending ? -1 : 1;
  return [...messages].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left === right ? 0 : left < right ? -sign : sign;
  });
}
