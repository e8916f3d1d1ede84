/** One message file (.eml, RFC 5322) to what triage and the sandbox need of it. */
import PostalMime, { type Address as ParsedAddress, type Attachment, type Email } from "postal-mime";
import type { TimeSource } from "../domain/deadline/due.ts";
import { instant, type Instant } from "../domain/time.ts";
import type { Address, MessageFacts } from "../domain/triage/message.ts";
import { forwardedAuthor, newText } from "../domain/triage/newText.ts";
import { subjectOf } from "../domain/triage/subject.ts";
import { mailDate, receivedDate } from "./mailDate.ts";
import { partsOf } from "./mimeParts.ts";
import { plainText } from "./plainText.ts";
import { whyUnreadable } from "./unreadable.ts";

/** Characters of a body that the rules look at: what a person wrote anew stands at its beginning. */
const readAtMost = 200_000;

export interface MailAttachment {
  /** "" when the part names none. */
  readonly name: string;
  readonly contentType: string;
  /** Without angle brackets, or null. */
  readonly contentId: string | null;
  /** Shown inside the html. */
  readonly inline: boolean;
  readonly bytes: Uint8Array;
}

export interface MailMessage {
  readonly facts: MessageFacts;
  /** With angle brackets, as sent; null when the message has none. */
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** The Date header, or null; `facts.receivedAt` is the topmost Received line's where there is one. */
  readonly date: Instant | null;
  /** "created" where no header tells a time and the caller's `fallback` stands in. */
  readonly timeSource: TimeSource;
  /** In the message's order, names as written, values unfolded but not decoded. */
  readonly headers: readonly (readonly [string, string])[];
  /** As sent: not sanitised. */
  readonly html: string | null;
  readonly text: string | null;
  readonly attachments: readonly MailAttachment[];
}

export type MailReading =
  | { readonly ok: true; readonly message: MailMessage }
  /** `reason` is a sentence for a person. */
  | { readonly ok: false; readonly reason: string };

export interface ReadingHints {
  /** What `facts.id` shall be; the message id otherwise. */
  readonly id?: string;
  /** Time of receipt for a message whose headers tell none; the epoch otherwise. */
  readonly fallback?: Instant;
}

/** Reads one message. What cannot be read is a value with its reason; see `whyUnreadable` for what that means. */
export async function readEml(bytes: Uint8Array, hints: ReadingHints = {}): Promise<MailReading> {
  const reason = whyUnreadable(bytes);
  if (reason !== null) return { ok: false, reason };
  return readText(withLineFeeds(bytes), hints);
}

/** Files from old Macs end their lines with a carriage return alone. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  return bytes.includes(0x0a) ? bytes : bytes.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

async function readText(bytes: Uint8Array, hints: ReadingHints): Promise<MailReading> {
  try {
    // Attached messages stay attachments: their text is not this message's.
    const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    return { ok: true, message: await messageOf(email, bytes, hints) };
  } catch (error) {
    return {
      ok: false,
      reason: `its structure cannot be followed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

async function messageOf(email: Email, bytes: Uint8Array, hints: ReadingHints): Promise<MailMessage> {
  const headers = email.headers.map(({ originalKey, value }) => [originalKey, value] as const);
  const date = mailDate(headers.find(([name]) => name.toLowerCase() === "date")?.[1] ?? "");
  const seenAt = receivedDate(headers) ?? date;
  const text = (email.text ?? plainText((email.html ?? "").slice(0, readAtMost))).slice(0, readAtMost);
  const subject = email.subject ?? "";
  const forwarded = await forwardedFrom(email, subject, text);
  const messageId = email.messageId?.trim() ?? null;
  const facts: MessageFacts = {
    id: hints.id ?? messageId ?? "",
    from: people(email.from)[0] ?? null,
    ...senderOf(email),
    replyTo: (email.replyTo ?? []).flatMap(people),
    to: (email.to ?? []).flatMap(people),
    cc: (email.cc ?? []).flatMap(people),
    subject,
    headers,
    parts: partsOf(bytes),
    receivedAt: seenAt ?? hints.fallback ?? instant(0),
    text: newText(text),
    ...(forwarded === null ? {} : { forwardedFrom: forwarded }),
  };
  return {
    facts,
    messageId,
    inReplyTo: idsIn(email.inReplyTo)[0] ?? null,
    references: idsIn(email.references),
    date,
    timeSource: seenAt === null ? "created" : "header",
    headers,
    html: email.html ?? null,
    text: email.text ?? null,
    attachments: email.attachments.map(attachmentOf),
  };
}

/** Whose message a forward carries: in its text, or as an attached message. */
async function forwardedFrom(email: Email, subject: string, text: string): Promise<Address | null> {
  const attached = email.attachments.find((attachment) => attachment.mimeType === "message/rfc822");
  if (attached !== undefined) {
    const inner = await PostalMime.parse(bytesOf(attached), { forceRfc822Attachments: true });
    return people(inner.from)[0] ?? null;
  }
  return subjectOf(subject).prefix === "forward" ? forwardedAuthor(text) : null;
}

function senderOf(email: Email): { sender?: Address } {
  const sender = people(email.sender)[0];
  return sender === undefined ? {} : { sender };
}

/** A group's members stand for it. */
function people(parsed: ParsedAddress | undefined): readonly Address[] {
  if (parsed === undefined) return [];
  const members = parsed.group ?? [parsed];
  return members.map(({ name, address }) => ({ name, address: address.replace(/[<>\s]/g, "") }));
}

function attachmentOf(attachment: Attachment): MailAttachment {
  return {
    name: attachment.filename ?? "",
    contentType: attachment.mimeType,
    contentId: attachment.contentId?.replace(/^<|>$/g, "") ?? null,
    inline: attachment.related === true || attachment.disposition === "inline",
    bytes: bytesOf(attachment),
  };
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function idsIn(header: string | undefined): readonly string[] {
  return header?.match(/<[^<>\s]+>/g) ?? [];
}
