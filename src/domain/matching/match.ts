/** Which waiting messages a sent message answers. */
import type { Instant } from "../time.ts";

/** What Sent Items says of one message of ours. */
export interface SentFacts {
  readonly internetMessageId: string;
  /** "" when unknown. */
  readonly conversationId: string;
  /** Epoch milliseconds, UTC: when it was sent, not when it was noticed. */
  readonly sentAt: Instant;
  /** Addresses in To, Cc and Bcc. */
  readonly recipients: readonly string[];
  /** Internet message ids of In-Reply-To and References. */
  readonly answers: readonly string[];
}

/** An inquiry's message, still without a reply. */
export interface WaitingMessage {
  readonly internetMessageId: string;
  readonly conversationId: string;
  readonly receivedAt: Instant;
  /** Who must be among the recipients; null where nobody can be written to, such as behind a voice-mail notice. */
  readonly customer: string | null;
}

/**
 * The waiting messages that `sent` answers, oldest first.
 *
 * First by In-Reply-To and References; then, for each conversation so found, all that the same customer wrote in it
 * before: one reply answers all that wait. Without such a reference: by conversation. In every case the customer must be
 * among the recipients, so a forward to a colleague is no reply, and strangers with the same subject never merge. What
 * nobody can be written to about is answered another way, never by mail. A reply is never before its message.
 */
export function answeredBy(sent: SentFacts, waiting: readonly WaitingMessage[]): readonly WaitingMessage[] {
  const recipients = new Set(sent.recipients.map(plainAddress));
  const answers = new Set(sent.answers.map(plainId));
  const possible = waiting.filter(
    ({ customer, receivedAt }) =>
      customer !== null && recipients.has(plainAddress(customer)) && receivedAt <= sent.sentAt,
  );
  const named = possible.filter((message) => answers.has(plainId(message.internetMessageId)));
  const conversations = new Set(
    named.length > 0 ? named.map((message) => message.conversationId) : [sent.conversationId],
  );
  conversations.delete("");
  return possible
    .filter((message) => named.includes(message) || conversations.has(message.conversationId))
    .sort((a, b) => a.receivedAt - b.receivedAt || (a.internetMessageId < b.internetMessageId ? -1 : 1));
}

function plainAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** With or without angle brackets; ids are compared exactly otherwise (RFC 5322 §3.6.4). */
function plainId(id: string): string {
  return id.trim().replace(/^<|>$/g, "");
}
