/** A message as the sandbox's store holds it: what the page sees, and what only Graph shows. */
import { createHash, randomBytes } from "node:crypto";
import type { MailItem, MailRow } from "../api.ts";
import type { Instant } from "../../domain/time.ts";

/** What the person last did with it: 102 reply, 103 reply all, 104 forward (PidTagLastVerbExecuted). */
export interface LastVerb {
  readonly verb: 102 | 103 | 104;
  readonly at: number;
}

export interface StoredMessage extends MailItem {
  /** Grows with every change of the mailbox; Graph's changeKey is made of it. */
  readonly change: number;
  readonly modifiedAt: number;
  readonly importance: "low" | "normal" | "high";
  /** Headers that an add-in set on a draft. */
  readonly internetHeaders: Readonly<Record<string, string>>;
  /** The message that a draft answers or forwards. */
  readonly original: string | null;
  readonly lastVerb: LastVerb | null;
  /** MAPI properties written by Graph: id in lower case -> value. The add-in's own bag is customProperties. */
  readonly extended: Readonly<Record<string, string>>;
}

/** Everything of a message but what the store decides. */
export type NewMessage = Omit<StoredMessage, "id" | "change" | "preview" | "hasAttachments">;

const previewLength = 255;

/** An id that stays when the message moves, in the alphabet of Graph's immutable ids. Case matters. */
export function newMessageId(): string {
  return `AAkALgAAAAAAHYQDEapmEc2byACqAC${randomBytes(30).toString("base64url")}=`;
}

/** A file name for an id: ids differ in case alone, which some file systems do not see. */
export function fileNameOf(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 32);
}

export function previewOf(text: string): string {
  // The first lines are enough: a message may have megabytes of text.
  return text.slice(0, 4000).replace(/\s+/g, " ").trim().slice(0, previewLength);
}

/** Fields of a message that nothing has touched yet. */
export function blankMessage(at: Instant): NewMessage {
  return {
    folder: "drafts",
    conversationId: "",
    internetMessageId: "",
    subject: "",
    from: null,
    sender: null,
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    receivedAt: at,
    sentAt: at,
    createdAt: at,
    modifiedAt: at,
    isRead: true,
    isDraft: false,
    categories: [],
    flag: { status: "notFlagged", due: null },
    itemClass: "IPM.Note",
    html: "",
    text: "",
    headers: "",
    attachments: [],
    inReplyTo: null,
    references: [],
    customProperties: {},
    notifications: [],
    sessionData: {},
    composeType: null,
    bodyType: "html",
    importance: "normal",
    internetHeaders: {},
    original: null,
    lastVerb: null,
    extended: {},
  };
}

export function rowOf(message: StoredMessage): MailRow {
  const { id, folder, conversationId, internetMessageId, subject, from, to, receivedAt, sentAt } = message;
  const { isRead, isDraft, preview, hasAttachments, categories, flag } = message;
  return {
    ...{ id, folder, conversationId, internetMessageId, subject, from, to, receivedAt, sentAt },
    ...{ isRead, isDraft, preview, hasAttachments, categories, flag },
  };
}

/** The message without what only the store and Graph know. */
export function itemOf(message: StoredMessage): MailItem {
  const { sender, cc, bcc, replyTo, createdAt, itemClass, html, text, headers, attachments } = message;
  const { inReplyTo, references, customProperties, notifications, sessionData, composeType, bodyType } = message;
  return {
    ...rowOf(message),
    ...{ sender, cc, bcc, replyTo, createdAt, itemClass, html, text, headers, attachments },
    ...{ inReplyTo, references, customProperties, notifications, sessionData, composeType, bodyType },
  };
}
