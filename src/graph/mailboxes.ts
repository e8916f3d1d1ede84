/** What the reader and the writer share: how to ask, whom, and for what. */
import type { MailboxName } from "../addin/mailboxPorts.ts";
import type { GraphRequest } from "./graphRequest.ts";
import type { MailAccess, MailTier } from "./mailAccess.ts";
import type { Asked } from "./messageFields.ts";

export interface Mailboxes {
  readonly request: GraphRequest;
  readonly access: MailAccess;
  /** The id in the manifest: names the add-in's custom properties. */
  readonly addinId: string;
  /** Messages a page of changes. Graph's own default is ten, its upper bound is not told (graph.md §3.1). */
  readonly pageSize: number;
}

/** @returns such as "/me" or "/users/planning%40pinewood.example" */
export function mailboxPath(mailbox: MailboxName): string {
  return mailbox === "" ? "/me" : `/users/${encodeURIComponent(mailbox)}`;
}

/** Ids are case-sensitive and may hold what a path may not (graph.md §1). */
export function messagePath(mailbox: MailboxName, id: string): string {
  return `${mailboxPath(mailbox)}/messages/${encodeURIComponent(id)}`;
}

export function askedOf(mailboxes: Mailboxes, mailbox: MailboxName): Asked {
  const tier = tierOf(mailboxes, mailbox);
  return { addinId: mailboxes.addinId, all: tier === "all" || tier === "write" };
}

export function tierOf({ access }: Mailboxes, mailbox: MailboxName): MailTier | null {
  return mailbox === "" ? access.own : access.shared;
}
