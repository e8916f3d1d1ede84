/** From what Outlook says of the open message to what triage asks for. */
import type { TimeSource } from "../domain/deadline/due.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { MessageFacts } from "../domain/triage/message.ts";
import { forwardedAuthor, newText } from "../domain/triage/newText.ts";
import type { MailboxKind } from "../domain/inquiry/fact.ts";
import { addressesOf, headerValue, ownPart, receivedTime, type Headers } from "./headers.ts";
import type { OpenMessage } from "./ports.ts";

export interface ReadMessage {
  readonly facts: MessageFacts;
  readonly timeSource: TimeSource;
}

/** What was read of the open message besides its properties. */
export interface Reading {
  /** Null when the client could not say. */
  readonly headers: Headers | null;
  /** Plain text of the whole body, or null; never kept. */
  readonly text: string | null;
  /** The reader's address. */
  readonly mailbox: string;
  /** True when this mailbox replied in the conversation before. */
  readonly answersUs: boolean;
}

/**
 * Office.js has no received time (outlook-platform §4): the top Received header's date is Exchange's own, and the
 * item's creation in this store stands in for it where the headers cannot be read.
 */
export function readMessage(message: OpenMessage, reading: Reading): ReadMessage {
  const { headers, text, mailbox, answersUs } = reading;
  const forwardedFrom = text === null ? null : forwardedAuthor(text);
  const received = headers === null ? null : receivedTime(headers);
  const own = headers === null ? null : ownPart(headers);
  return {
    timeSource: received === null ? "created" : "header",
    facts: {
      id: message.internetMessageId,
      from: message.from,
      ...(message.sender === null ? {} : { sender: message.sender }),
      replyTo: headers === null ? [] : addressesOf(headerValue(headers, "Reply-To")),
      to: message.to,
      cc: message.cc,
      subject: message.subject,
      headers,
      itemClass: message.itemClass,
      parts: own === null ? message.parts : [own, ...message.parts],
      receivedAt: received ?? message.createdAt,
      ...(text === null ? {} : { text: newText(text) }),
      ...(forwardedFrom === null ? {} : { forwardedFrom }),
      answersUs,
      mailbox,
    },
  };
}

export interface Receiver {
  readonly department: string | null;
  readonly mailboxKind: MailboxKind;
}

/**
 * Whose inquiry it is: the department one of whose mailboxes the message was written to, else the one to which the
 * reader's own mailbox belongs, else none. A message in a department's mailbox that was not written to the reader is
 * in a shared one.
 */
export function receiverOf(policy: Policy, facts: MessageFacts, user: string): Receiver {
  const departments = Object.entries(policy.departments ?? {});
  const ownerOf = (address: string) =>
    departments.find(([, department]) => department.mailboxes?.includes(address.toLowerCase()))?.[0] ?? null;
  const addressed = [...facts.to, ...facts.cc].map(({ address }) => address.toLowerCase());
  const byRecipient = addressed.map(ownerOf).find((id) => id !== null) ?? null;
  const shared = byRecipient !== null && !addressed.includes(user.toLowerCase());
  return { department: byRecipient ?? ownerOf(user), mailboxKind: shared ? "shared" : "personal" };
}
