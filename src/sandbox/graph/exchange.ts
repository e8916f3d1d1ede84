/** A request to Graph and its answer, free of HTTP: what operations take and give. */
import { randomUUID } from "node:crypto";
import { type Instant, isoOf } from "../../domain/time.ts";
import type { Mailbox } from "../mailbox/mailbox.ts";
import type { MailboxOwner, Person } from "../people.ts";
import type { Deltas } from "./delta/deltas.ts";

/** As it comes in, whatever carried it. */
export interface GraphRequest {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Read from JSON; undefined: none; `unreadable`: no JSON. */
  readonly body: unknown;
}

export const unreadable: unique symbol = Symbol("unreadable");

export interface GraphCall {
  readonly method: string;
  /** Decoded parts of the path that the route names, such as {folder: "sentitems"}. */
  readonly parts: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The whole address as it was asked, for links. */
  readonly address: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  readonly person: Person;
  /** Whose mailbox it is about: the person's own, or a shared one. */
  readonly owner: MailboxOwner;
  readonly mailbox: Mailbox;
  /** "me" or "users/…", as it was asked, for links. */
  readonly root: string;
  /** Short scope names of the token. */
  readonly scopes: readonly string[];
  readonly now: Instant;
  /** Names the add-in's custom properties. */
  readonly addinId: string;
  readonly deltas: Deltas;
  /** Of the machine's clock: what came later is not to be seen yet. */
  readonly visibleUntil: number;
  /** Categories and flags are answered as set, and are not. */
  readonly losesMarks: boolean;
  readonly keepSettings: () => void;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: no body. */
  readonly body: unknown;
}

const json = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

export function graphOk(body: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): GraphAnswer {
  return { status, headers: { "Content-Type": json, ...headers }, body };
}

/** An error as Graph words it (graph.md §1); `date` has no zone there. */
export function graphError(
  status: number,
  code: string,
  message: string,
  now: Instant,
  headers: Readonly<Record<string, string>> = {},
): GraphAnswer {
  const innerError = {
    date: isoOf(now).slice(0, 19),
    "request-id": randomUUID(),
    "client-request-id": randomUUID(),
  };
  return {
    status,
    headers: { "Content-Type": "application/json", ...headers },
    body: { error: { code, message, innerError } },
  };
}

export function itemNotFound(now: Instant): GraphAnswer {
  return graphError(404, "ErrorItemNotFound", "The specified object was not found in the store.", now);
}

export function accessDenied(now: Instant): GraphAnswer {
  return graphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.", now);
}

/** Asked for with `Prefer: IdType="ImmutableId"`; without it ids change when a message moves. */
export function wantsImmutableIds(call: GraphCall): boolean {
  return /IdType="ImmutableId"/i.test(call.headers["prefer"] ?? "");
}

/** `Prefer: odata.maxpagesize=N`, or null. */
export function askedPageSize(call: GraphCall): number | null {
  const text = /odata\.maxpagesize=(\d{1,6})/i.exec(call.headers["prefer"] ?? "")?.[1];
  return text === undefined || Number(text) < 1 ? null : Number(text);
}

/** The preferences that were honoured, as Graph says them back. */
export function preferencesApplied(call: GraphCall): Readonly<Record<string, string>> {
  const honoured = (call.headers["prefer"] ?? "").match(/outlook\.body-content-type="(?:text|html)"/gi) ?? [];
  return honoured.length > 0 ? { "Preference-Applied": honoured.join(", ") } : {};
}

export function wantsTextBody(call: GraphCall): boolean {
  return /outlook\.body-content-type="text"/i.test(call.headers["prefer"] ?? "");
}
