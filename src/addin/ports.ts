/**
 * What the add-in needs from the outside world: small ports, named after the need.
 * A failing outside world is a rejected promise with an `OutsideError`; expected outcomes are values.
 */
import type { CoverageReport } from "../contract/coverage.ts";
import type { FactAnswers } from "../contract/facts.ts";
import type { Me } from "../contract/me.ts";
import type { ServedPolicy } from "../contract/served.ts";
import type { States } from "../contract/states.ts";
import type { AuditEntry } from "../contract/upkeep.ts";
import { isLocalDay } from "../domain/calendar/localDay.ts";
import type { Fact, InquiryId, Observation } from "../domain/inquiry/fact.ts";
import type { ReplyKind } from "../domain/policy/policy.ts";
import type { TeamStatistics } from "../domain/timeliness/statistics.ts";
import type { Instant, LocalDay } from "../domain/time.ts";
import type { Address, MessagePart } from "../domain/triage/message.ts";
import type { Ledger } from "./ledgerPorts.ts";
import type { MailboxReader, MailboxWriter } from "./mailboxPorts.ts";

export type OutsideCode =
  | "offline"
  | "signInNeeded"
  | "forbidden"
  | "refused"
  | "throttled"
  | "unsupported"
  | "storageDenied"
  | "gone"
  /** The place to go on from is no longer known: begin anew. */
  | "resync"
  | "unexpected";

/** The outside world said no. `code` chooses the sentence; the message is for the developer's console. */
export class OutsideError extends Error {
  readonly code: OutsideCode;
  constructor(code: OutsideCode, message: string) {
    super(message);
    this.name = "OutsideError";
    this.code = code;
  }
}

export interface Clock {
  now(): Instant;
  /** True while nobody sees the page. */
  isHidden(): boolean;
  /** Lets the page answer its person before work goes on. */
  breathe(): Promise<void>;
  /** Calls back after a while; returns how to cancel. */
  after(ms: number, callback: () => void): () => void;
}

export interface Digest {
  /** Base64url SHA-256 of the text's UTF-8. */
  sha256(text: string): string;
  /** Base64url HMAC-SHA-256 under a base64url key. */
  hmac(key: string, text: string): string;
}

/* ---- the open item, through Office.js ---- */

export interface OpenMessage {
  readonly kind: "message";
  /** Stable while open; changes with the item. */
  readonly itemId: string;
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly subject: string;
  readonly from: Address | null;
  readonly sender: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly createdAt: Instant;
  readonly itemClass: string;
  readonly parts: readonly MessagePart[];
}

export interface OpenDraft {
  readonly kind: "draft";
  readonly conversationId: string | null;
  readonly composeType: "newMail" | "reply" | "forward" | null;
  readonly subject: string;
}

export type OpenItem = OpenMessage | OpenDraft;

export type StateCategory = "replyDueToday" | "replyOverdue" | "replyDue" | "replied";

/** A sentence over the message; `null` takes it away. */
export type NotificationBar = { readonly text: string } | null;

/** What a person decided, kept on the message itself so that another computer shows it. */
export interface MessageDecisions {
  readonly observations: readonly Observation[];
}

/** Put on a draft, and found again on the copy in Sent Items. */
export interface ReplyStamp {
  readonly replyKind: ReplyKind;
  readonly template: string | null;
  readonly promisedDay: LocalDay | null;
  /** Internet message id of the message answered, when the pane knows it. Stays in the mailbox. */
  readonly answers: string | null;
}

/** The custom property under which a stamp stands, as JSON text, on the draft and on its copy in Sent Items. */
export const stampKey = "civicreply.stamp";

const replyKinds: readonly unknown[] = [
  "acknowledgement",
  "holding",
  "part",
  "answer",
  "unknown",
] satisfies ReplyKind[];

/** A stamp as it was found on a message: anybody may have written there. Null when it is none. */
export function stampFrom(value: unknown): ReplyStamp | null {
  if (typeof value !== "object" || value === null) return null;
  const { replyKind, template, promisedDay, answers } = value as Partial<Record<keyof ReplyStamp, unknown>>;
  if (!replyKinds.includes(replyKind)) return null;
  return {
    replyKind: replyKind as ReplyKind,
    template: typeof template === "string" ? template : null,
    promisedDay: typeof promisedDay === "string" && isLocalDay(promisedDay) ? promisedDay : null,
    answers: typeof answers === "string" ? answers : null,
  };
}

/** A message that begins a conversation of its own. */
export interface NewMessage {
  /** Address of its one recipient. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
}

export interface MailClient {
  readonly user: Address;
  /** BCP 47, such as "fr-CA". */
  readonly language: string;
  current(): Promise<OpenItem | null>;
  /** `listener` runs whenever another item, or none, is open. */
  onItemChanged(listener: () => void): Promise<void>;
  /** Internet message ids of what is selected in Outlook's list, at most a hundred. @throws OutsideError unsupported */
  selected(): Promise<readonly string[]>;
  /** `listener` runs whenever other messages are selected. @throws OutsideError unsupported */
  onSelectionChanged(listener: () => void): Promise<void>;
  /** Null when the client cannot say (unknown, rule 8). */
  headers(): Promise<readonly (readonly [string, string])[] | null>;
  /** Plain text of the open item. */
  text(): Promise<string>;
  /** What the add-in keeps in the mailbox itself (roaming settings), so that another computer finds it; null at first. */
  remembered(): Promise<unknown>;
  remember(value: unknown): Promise<void>;
  /** Puts our categories on the mailbox's own list, so that they have their colours. @throws OutsideError unsupported, forbidden */
  prepareCategories(wanted: readonly StateCategory[], names: Readonly<Record<StateCategory, string>>): Promise<void>;
  /** Puts exactly this one of our categories (or none) on the open message; never touches others. @throws OutsideError unsupported */
  categorise(category: StateCategory | null, names: Readonly<Record<StateCategory, string>>): Promise<void>;
  notify(bar: NotificationBar): Promise<void>;
  decisions(): Promise<MessageDecisions>;
  saveDecisions(decisions: MessageDecisions): Promise<void>;
  /** Opens a reply with this html above the quoted thread. @throws OutsideError unsupported */
  openReply(html: string): Promise<void>;
  /** Opens a new message. @throws OutsideError unsupported */
  openNew(message: NewMessage): Promise<void>;
  openMessage(itemId: string): Promise<void>;
  /* drafts */
  draftRecipients(): Promise<readonly Address[]>;
  /** Puts text at the top of the open draft, in its own format; the quoted thread and signature stay untouched. */
  insertAtTop(paragraphs: readonly string[]): Promise<void>;
  readStamp(): Promise<ReplyStamp | null>;
  writeStamp(stamp: ReplyStamp): Promise<void>;
}

/* ---- what this browser keeps ---- */

/** An observation that waits until the service took it. The message id becomes an inquiry id only when sent. */
export interface Waiting {
  readonly key: string;
  readonly internetMessageId: string;
  readonly observation: Observation;
}

export interface Outbox {
  add(waiting: readonly Waiting[]): Promise<void>;
  oldest(count: number): Promise<readonly Waiting[]>;
  remove(keys: readonly string[]): Promise<void>;
  count(): Promise<number>;
}

/** What the send handler left behind (localStorage, where there is one). */
export interface SentNote {
  readonly conversationId: string | null;
  readonly at: Instant;
  readonly stamp: ReplyStamp | null;
  /** To and Cc of the draft; absent when the handler could not read them in time. Stays on this computer. */
  readonly recipients?: readonly string[];
}

/**
 * What the pane leaves for the handler of a new draft: how to stamp it. A reply is known by its conversation; a new
 * message begins one of its own and is known by its recipient, whose address stays on this computer.
 */
export type ReplyHint = {
  readonly at: Instant;
  readonly stamp: ReplyStamp;
} & ({ readonly conversationId: string } | { readonly to: string });

export interface HandlerMail {
  takeNotes(): Promise<readonly SentNote[]>;
  leaveHint(hint: ReplyHint): Promise<void>;
  /** Runs when the handler left a note. */
  onNote(listener: () => void): void;
}

export interface Memory {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export interface Storage {
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly handlerMail: HandlerMail;
  /** Small things: cached policy, chosen view. */
  readonly memory: Memory;
  /** False when the browser denies storage: all of it then lives in memory (rule 9). */
  readonly lasting: boolean;
  /** Runs work that reads and then writes; one after the other over all panes of this mailbox in this browser. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/* ---- the service ---- */

export interface Service {
  me(): Promise<Me>;
  policy(): Promise<ServedPolicy>;
  report(facts: readonly Fact[]): Promise<FactAnswers>;
  states(inquiries: readonly InquiryId[]): Promise<States>;
  /** How far a mailbox was looked through. */
  cover(report: CoverageReport): Promise<void>;
  statistics(department: string | null): Promise<TeamStatistics>;
  /** Who looked at figures and who changed what, latest first. @param department null: of all */
  audit(department: string | null): Promise<readonly AuditEntry[]>;
}

/** Signing in, by nested app authentication. */
export interface SignIn {
  /**
   * A token without asking anybody.
   *
   * @param force a new one, not the one kept
   * @param claims what it must claim, as the resource challenged (JSON)
   * @throws OutsideError signInNeeded | offline | unsupported
   */
  silently(scopes: readonly string[], force?: boolean, claims?: string): Promise<string>;
  /** Asks the person; call from a click. @throws OutsideError */
  asking(scopes: readonly string[]): Promise<string>;
}

export interface WholeMailbox {
  readonly reader: MailboxReader;
  /** Null without Mail.ReadWrite: then nothing is flagged. */
  readonly writer: MailboxWriter | null;
}

export interface Ports {
  readonly clock: Clock;
  readonly digest: Digest;
  readonly mail: MailClient;
  /** Null where the site uses Office.js alone: then only the open message is known. */
  readonly mailbox: WholeMailbox | null;
  readonly storage: Storage;
  /** Null where the site has no service. */
  readonly service: Service | null;
  readonly signIn: SignIn | null;
  /** The policy that ships beside the pane. */
  readonly shippedPolicy: () => Promise<ServedPolicy>;
}
