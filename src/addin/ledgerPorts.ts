/** What this computer keeps of the mailboxes: messages as last seen, and the inquiries that follow from them. */
import type { Observation } from "../domain/inquiry/fact.ts";
import type { Letter } from "../domain/mailbox/letter.ts";
import { namedBy, type SeenMessage } from "../domain/mailbox/seen.ts";
import type { Address } from "../domain/triage/message.ts";
import type { Instant, LocalDay } from "../domain/time.ts";
import type { FollowUp } from "./mailboxPorts.ts";
import type { StateCategory } from "./ports.ts";

/** A message as last seen. Subject, addresses and decisions stay on this computer (design rule 6). */
export interface KeptMessage extends SeenMessage {
  /** Graph's immutable id, or Outlook's item id where the open item alone told of it. */
  readonly id: string;
  /** Id of its folder; "" when unknown. */
  readonly folder: string;
  readonly categories: readonly string[];
  readonly flag: FollowUp;
  /** Graph's; "" where the message is known through Outlook alone: then its marks cannot be set from here. */
  readonly etag: string;
  /** Outlook's own note of what was done with it: a second witness, never a reply by itself. */
  readonly lastVerb: { readonly verb: number; readonly at: number } | null;
}

/** One inquiry of these mailboxes. */
export interface LedgerEntry {
  /** Of the message that began it: the inquiry's name here; outside it goes by an HMAC alone. */
  readonly internetMessageId: string;
  /** Internet message ids of its messages in these mailboxes, the first and its reminders. */
  readonly members: readonly string[];
  /** True while the rules of these mailboxes count it; where they do not, colleagues may count it in theirs. */
  readonly counts: boolean;
  readonly mailbox: string;
  readonly itemId: string;
  readonly conversationId: string;
  readonly subject: string;
  readonly customer: Address | null;
  /** By rule from these mailboxes, and by the people at this computer: reported. */
  readonly observations: readonly Observation[];
  /** From the service: what colleagues' mailboxes and other computers told. */
  readonly heard: readonly Observation[];
  /** True when all its messages were deleted here. */
  readonly deleted: boolean;
  /** When Outlook noted that somebody replied, though no reply of ours was seen: a hint for people, no fact. */
  readonly outlookSaysReplied: Instant | null;
  /** Our category, as it was last seen on all its messages. */
  readonly shown: StateCategory | null;
  /** The day of the follow-up flag that we set, or null. */
  readonly flagged: LocalDay | null;
  /** True while it waits, or its marks do not yet say how it stands. */
  readonly open: boolean;
  /** True while colleagues may still divide its run. */
  readonly divisible: boolean;
}

export interface Ledger {
  /** Those of the messages that are kept, in no order. */
  messages(keys: readonly string[]): Promise<readonly KeptMessage[]>;
  /**
   * These messages and all that belong with them: copies, conversations, and what references name, in both directions,
   * until nothing more is found.
   */
  related(keys: readonly string[]): Promise<readonly KeptMessage[]>;
  /** Messages with these internet message ids. */
  named(names: readonly string[]): Promise<readonly KeptMessage[]>;
  /** What was last seen in a folder. */
  inFolder(mailbox: string, folder: string): Promise<readonly KeptMessage[]>;
  /** Received at or after `from` and before `to`. */
  receivedBetween(from: Instant, to: Instant): Promise<readonly KeptMessage[]>;
  /** In one step: these messages replace what was kept of them, those keys are forgotten. */
  keep(messages: readonly KeptMessage[], forget?: readonly string[]): Promise<void>;
  /** Inquiries with these names, or with messages of these names. */
  entries(names: readonly string[]): Promise<readonly LedgerEntry[]>;
  ofConversation(conversationId: string): Promise<readonly LedgerEntry[]>;
  open(): Promise<readonly LedgerEntry[]>;
  /** Of those that are not open. */
  divisible(): Promise<readonly LedgerEntry[]>;
  all(): Promise<readonly LedgerEntry[]>;
  /** In one step. Observations are united with those already kept (an inquiry is a set), the rest is replaced. */
  put(entries: readonly LedgerEntry[]): Promise<void>;
}

/** The copies of a letter that was made of kept messages. */
export function copiesOf({ copies }: Letter): readonly KeptMessage[] {
  return copies as unknown as readonly KeptMessage[];
}

/** What two messages that belong together have in common. */
export function marksOf(message: KeptMessage): readonly string[] {
  const { mailbox, conversationId, internetMessageId } = message;
  return [
    ...(conversationId === "" ? [] : [`thread ${mailbox} ${conversationId}`]),
    ...(internetMessageId === "" ? [] : [`id ${internetMessageId}`]),
    ...namedBy(message).map((id) => `id ${id}`),
  ];
}
