/** What it takes to ask Graph, and a request as it is given to the network. */
import type { MailboxName } from "../addin/mailboxPorts.ts";
import type { Clock } from "../addin/ports.ts";

export interface GraphSite {
  /** Such as "https://graph.microsoft.com/v1.0"; sovereign clouds have others. */
  readonly base: string;
  /**
   * @param force true: a new one, not the one kept
   * @param claims what the new one must claim, as Graph challenged
   */
  readonly token: (force: boolean, claims?: string) => Promise<string>;
  readonly clock: Clock;
  /** Absent where the browser has none: each pane then minds its own requests alone. */
  readonly panes?: PaneLocks | undefined;
  /** 0 ≤ dice() < 1. */
  readonly dice: () => number;
  readonly fetch?: typeof fetch;
  /** Milliseconds until an unanswered request is given up and counts as offline. */
  readonly limitMs?: number;
}

/** What the panes of one browser share. */
export interface PaneLocks {
  readonly manager: LockManager;
  /** Address of the person's own mailbox. */
  readonly owner: string;
}

/** A refused token is replaced once: how. */
export interface Renewal {
  readonly claims: string | undefined;
}

/** A request as it is given to the network. */
export interface GraphCall {
  /** Requests that this one makes at once, per mailbox: more than one for a batch. */
  readonly takes: ReadonlyMap<MailboxName, number>;
  readonly address: string;
  /** Preferences besides immutable ids, such as "odata.maxpagesize=200". */
  readonly prefer?: string | undefined;
  /** Posted as JSON when there is one. */
  readonly body?: unknown;
}

/** Ids that survive a move within the mailbox, asked for anew with each request and batch item (graph.md §1, Prefer). */
export function preferring(others: string | undefined): string {
  const immutableIds = 'IdType="ImmutableId"';
  return others === undefined ? immutableIds : `${others}, ${immutableIds}`;
}
