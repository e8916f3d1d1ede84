/** What was seen of a message, whoever saw it: the open item in Outlook, or a look through the whole mailbox. */
import type { TimeSource } from "../deadline/due.ts";
import type { Observation } from "../inquiry/fact.ts";
import type { ReplyKind } from "../policy/policy.ts";
import type { Instant, LocalDay } from "../time.ts";
import type { Address, MessageFacts, MessagePart, Said } from "../triage/message.ts";

/** Where the message lies. Whatever folder a person made is "here": moving a message never stops a clock. */
export type Place = "here" | "sent" | "junk" | "deleted" | "gone";

export interface SeenMessage {
  /** Unique over all mailboxes that this person watches. */
  readonly key: string;
  /** "" is the person's own mailbox, else the address of a shared one. */
  readonly mailbox: string;
  readonly place: Place;
  /** "" where the client did not say. */
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
  readonly timeSource: TimeSource;
  readonly sentAt: Instant;
  readonly isDraft: boolean;
  readonly itemClass: string;
  readonly parts: readonly MessagePart[];
  /** Those that the rules weigh; null when nobody could read them yet. */
  readonly headers: readonly (readonly [string, string])[] | null;
  /** True once somebody tried to read them, whatever came of it. */
  readonly headersAsked: boolean;
  /** Null when the text was not read. */
  readonly said: Said | null;
  readonly forwardedFrom: Address | null;
  /** Internet message ids of In-Reply-To, then References. */
  readonly answers: readonly string[];
  /** How our own add-in stamped a reply. */
  readonly stamp: {
    readonly replyKind: ReplyKind;
    readonly promisedDay: LocalDay | null;
    readonly answers: string | null;
  } | null;
  /** What people decided, as the message itself carries it. */
  readonly decisions: readonly Observation[];
}

/** A letter's name: its internet message id, or the message's own key where the client gave none. Never empty. */
export function nameOf({ internetMessageId, key }: SeenMessage): string {
  return internetMessageId === "" ? key : internetMessageId;
}

/** Internet message ids that it answers: by its headers, and by our add-in's stamp. */
export function namedBy({ answers, stamp }: SeenMessage): readonly string[] {
  return stamp?.answers == null ? answers : [...answers, stamp.answers];
}

/** As triage asks for it. @param mailbox the address of the mailbox in which it lies */
export function factsOf(seen: SeenMessage, mailbox: string): MessageFacts {
  const { internetMessageId, from, sender, replyTo, to, cc, subject, headers, itemClass, parts, receivedAt } = seen;
  return {
    ...{ id: internetMessageId, from, replyTo, to, cc, subject, headers, itemClass, parts, receivedAt, mailbox },
    ...(sender === null ? {} : { sender }),
    ...(seen.said === null ? {} : { said: seen.said }),
    ...(seen.forwardedFrom === null ? {} : { forwardedFrom: seen.forwardedFrom }),
  };
}
