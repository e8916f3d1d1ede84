/** What a mail client can know of a message, and what triage makes of it. */
import type { Instant } from "../time.ts";

export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface MessagePart {
  /** Such as "text/calendar", lower case. */
  readonly type: string;
  readonly method?: string;
  readonly reportType?: string;
  /** True inside an attached message: the part of somebody else's mail. */
  readonly embedded?: boolean;
}

/** What the rules want to know of a message's text. */
export interface Said {
  /** Thanks or confirmation and nothing else. */
  readonly thanks: boolean;
  /** A question; true as well where the text was cut off before its end. */
  readonly asks: boolean;
  /** Whom a notice's text names as its customer. */
  readonly customer: Address | null;
}

export interface MessageFacts {
  readonly id: string;
  readonly from: Address | null;
  readonly sender?: Address;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  /** In the message's order, names repeat; null when the client could not say (unknown, not "human"). */
  readonly headers: readonly (readonly [string, string])[] | null;
  readonly itemClass?: string;
  readonly parts: readonly MessagePart[];
  readonly receivedAt: Instant;
  /** New text of the message without the quoted thread, where the client can read it. Never leaves the mailbox. */
  readonly text?: string;
  /** What was read out of the text, where the text itself was not kept; `text` goes before it. */
  readonly said?: Said;
  /** True when this message answers one that this mailbox sent. */
  readonly answersUs?: boolean;
  /** True when we began the conversation. */
  readonly ourConversation?: boolean;
  /** This mailbox's own address. */
  readonly mailbox?: string;
  /** Whose message this one forwards, read from the forwarded header block, where the client could. */
  readonly forwardedFrom?: Address;
}

export type OffReason =
  "automatic" | "bulk" | "bounce" | "calendar" | "receipt" | "notification" | "internal" | "closing" | "ours";

export interface TriageDecision {
  readonly onTheClock: boolean;
  /** Why it is off the clock; null when it is on it. */
  readonly reason: OffReason | null;
  /** The policy's channel id; null when off the clock. */
  readonly channel: string | null;
  /** The id of the rule that decided, such as "auto-submitted". */
  readonly rule: string;
  /** True where a person should confirm. */
  readonly probable: boolean;
  /** Who the reply goes to (Reply-To for portals), or null when the sender cannot be written to. */
  readonly customer: Address | null;
  /** True where only the notice's text names the customer: the mail client's Reply would go to the machine. */
  readonly customerInText?: true;
}
