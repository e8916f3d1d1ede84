/**
 * The person's whole mailbox, and the shared ones they work in, as the add-in needs it; Microsoft Graph stands behind
 * these ports. Whatever fails rejects with an `OutsideError`; what a single message answers is a value.
 */
import type { Observation } from "../domain/inquiry/fact.ts";
import type { Instant, LocalDay } from "../domain/time.ts";
import type { Address } from "../domain/triage/message.ts";
import type { Headers } from "./headers.ts";
import type { ReplyStamp } from "./ports.ts";

/** "" is the person's own; else the address of a shared mailbox, lower case. */
export type MailboxName = string;

export type KnownFolder = "inbox" | "sentitems" | "drafts" | "outbox" | "junkemail" | "deleteditems";

export interface FollowUp {
  readonly status: "notFlagged" | "flagged" | "complete";
  /** Outlook keeps the day alone; null when none is set. */
  readonly start: LocalDay | null;
  readonly due: LocalDay | null;
}

/** Everything that is asked of a message. Addresses, subject and preview never leave this computer (design rule 6). */
export interface MailFields {
  /** Id of the folder in which it lies. */
  readonly folder: string;
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly subject: string;
  readonly from: Address | null;
  readonly sender: Address | null;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly bcc: readonly Address[];
  readonly receivedAt: Instant;
  readonly sentAt: Instant;
  readonly isDraft: boolean;
  readonly hasAttachments: boolean;
  /** True for meeting requests and answers: Graph types them `eventMessage…`. */
  readonly isMeeting: boolean;
  readonly categories: readonly string[];
  readonly flag: FollowUp;
  /** As Graph gave it; goes back with a change of the message. */
  readonly etag: string;
  /** The first 255 characters of text; "" where `canReadAll` is false. */
  readonly preview: string;
  /** PidTagMessageClass; "" where `canReadAll` is false. */
  readonly itemClass: string;
  /** Internet message ids of In-Reply-To (0x1042), then References (0x1039); null where `canReadAll` is false. */
  readonly answers: readonly string[] | null;
  /** PidTagLastVerbExecuted (102 reply, 103 reply all, 104 forward) and its time; null when none or unknown. */
  readonly lastVerb: { readonly verb: number; readonly at: Instant } | null;
  /** From the add-in's custom properties on the message. */
  readonly stamp: ReplyStamp | null;
  readonly decisions: readonly Observation[];
}

/** What is known of a message without its extended properties: all that the answer to a change tells. */
export type PlainFields = Omit<MailFields, "itemClass" | "answers" | "lastVerb" | "stamp" | "decisions">;

/** A change in a folder. An update may tell some fields only: what is absent is unchanged. */
export type MailChange =
  | { readonly id: string; readonly removed: true }
  | { readonly id: string; readonly removed: false; readonly fields: Partial<MailFields> };

/** One page of a round of changes in a folder: where to begin, or where to go on. */
export interface Round {
  readonly mailbox: MailboxName;
  /** A folder's id or well-known name. */
  readonly folder: string;
  /** `next` or `delta` of an earlier page, unread and unchanged; null for the beginning. */
  readonly link: string | null;
  /** At the beginning: no messages received before; null for all of the folder. A link knows its own. */
  readonly since: Instant | null;
}

export interface ChangePage {
  /** In no order; an id may come several times. */
  readonly changes: readonly MailChange[];
  /** The next page of this round, or null when the round is over. */
  readonly next: string | null;
  /** Where the next round begins; null until this one is over. Keep it only once the round's changes are kept. */
  readonly delta: string | null;
}

export interface MailboxReader {
  /**
   * True with Mail.Read and above: previews, item classes, In-Reply-To, stamps and decisions come along. Said of the
   * person's own mailbox; in a shared one it may be otherwise, and then `MailFields.answers` is null there.
   */
  readonly canReadAll: boolean;
  /** True where the site's scopes reach shared mailboxes. */
  readonly canReadShared: boolean;
  /** Ids of the well-known folders, for comparison with `MailFields.folder`. */
  folders(mailbox: MailboxName): Promise<Readonly<Record<KnownFolder, string>>>;
  /**
   * One page of each of these rounds, in one request however many they are (twenty a request).
   *
   * A round that began with `since` is one round for the caller, however many messages it brings: from 5,000 on the
   * adapter reads all of the folder and leaves out what is older. An update that does not tell when its message was
   * received is never left out, so it may be of an older one: unknown here, and to be asked for by its id.
   *
   * @returns in the order asked; a round that could not be read is its refusal: `resync` when its link is no longer
   *   known (410; start anew with null, and forget what the new round does not tell), `forbidden` or `gone` when the
   *   mailbox or folder is not to be had, `throttled` when it had no turn while others had: ask again with the same link
   * @throws OutsideError when nothing could be read at all
   */
  pages(rounds: readonly Round[]): Promise<readonly (ChangePage | RoundRefusal)[]>;
  /** These messages as they are now, wherever they lie; null for one that is no longer there. */
  messages(mailbox: MailboxName, ids: readonly string[]): Promise<ReadonlyMap<string, MailFields | null>>;
  /** Internet headers in the message's order, null where it has none; a message that is not to be had now is left out. */
  headers(mailbox: MailboxName, ids: readonly string[]): Promise<ReadonlyMap<string, Headers | null>>;
  /**
   * Ids of all folders that hold messages received at or after `since`, of each of these mailboxes, in one request
   * however many they are; null for a mailbox that is not to be had.
   */
  foldersSince(
    asked: readonly { readonly mailbox: MailboxName; readonly since: Instant }[],
  ): Promise<readonly (readonly string[] | null)[]>;
  /** The id by which Outlook itself opens the message; the same one where there is no other. */
  outlookId(mailbox: MailboxName, id: string): Promise<string>;
  /** Names on the mailbox's list of categories; null where we may not read it. */
  categoryNames(mailbox: MailboxName): Promise<readonly string[] | null>;
}

export interface RoundRefusal {
  readonly refusal: "resync" | "forbidden" | "gone" | "throttled";
}

export function isRefusal(page: ChangePage | RoundRefusal): page is RoundRefusal {
  return "refusal" in page;
}

/** What should stand on a message; what is absent stays as it is. */
export interface Mark {
  readonly id: string;
  /** As last seen: a message that changed since is not overwritten. */
  readonly etag: string;
  /** The whole set, other people's categories included: Graph replaces them all. */
  readonly categories?: readonly string[];
  readonly flag?: FollowUp;
}

/** The message as it is after the change, or why it was not changed: `stale` when somebody else changed it meanwhile. */
export type Marked = PlainFields | "stale" | "gone" | "forbidden";

/** Only with Mail.ReadWrite or Mail.ReadWrite.Shared. */
export interface MailboxWriter {
  /** In batches, one mark a message. An answer says what Graph took: whether it kept it, a later look shows. @throws OutsideError when it broke off: what was written is written */
  mark(mailbox: MailboxName, marks: readonly Mark[]): Promise<ReadonlyMap<string, Marked>>;
  /** Writes people's decisions into the add-in's custom properties on the message; other properties there stay. */
  saveDecisions(mailbox: MailboxName, id: string, decisions: readonly Observation[]): Promise<Marked>;
}
