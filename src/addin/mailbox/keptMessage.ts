/** From what Outlook or Graph says of a message to what is kept of it. */
import { saidIn, saidInPreview } from "../../domain/triage/said.ts";
import { factsOf } from "../../domain/mailbox/seen.ts";
import type { Place } from "../../domain/mailbox/seen.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { instant } from "../../domain/time.ts";
import { weighedOf } from "../../domain/triage/headerNames.ts";
import { addressesOf, headerValue, ownPart, receivedTime, type Headers } from "../headers.ts";
import type { KeptMessage } from "../ledgerPorts.ts";
import type { FollowUp, KnownFolder, MailFields } from "../mailboxPorts.ts";
import type { MessageDecisions, OpenMessage, SentNote } from "../ports.ts";
import { uniteObservations } from "../observations.ts";

const noFlag: FollowUp = { status: "notFlagged", start: null, due: null };

const blank = {
  mailbox: "",
  place: "here",
  internetMessageId: "",
  conversationId: "",
  subject: "",
  from: null,
  sender: null,
  replyTo: [],
  to: [],
  cc: [],
  bcc: [],
  timeSource: "created",
  isDraft: false,
  itemClass: "",
  parts: [],
  headers: null,
  said: null,
  forwardedFrom: null,
  answers: [],
  stamp: null,
  decisions: [],
  folder: "",
  categories: [],
  flag: noFlag,
  etag: "",
  lastVerb: null,
  headersAsked: false,
} as const satisfies Partial<KeptMessage>;

export function keyOf(mailbox: string, id: string): string {
  return `${mailbox} ${id}`;
}

/** What was read of the open message besides its properties. */
export interface Reading {
  /** Null when the client could not say. */
  readonly headers: Headers | null;
  /** Plain text of the whole body, or null; not kept. */
  readonly text: string | null;
  readonly decisions: MessageDecisions;
}

/**
 * Office.js has no received time (outlook-platform §4): the top Received header's date is Exchange's own, and the
 * item's creation in this store stands in for it where the headers cannot be read.
 */
export function openedMessage(message: OpenMessage, reading: Reading, policy: Policy): KeptMessage {
  const { headers, text, decisions } = reading;
  const received = headers === null ? null : receivedTime(headers);
  const own = headers === null ? null : ownPart(headers);
  const { itemId, internetMessageId, conversationId, subject, from, sender, to, cc, itemClass, parts } = message;
  const kept: KeptMessage = {
    ...blank,
    ...{ key: keyOf("outlook", itemId), id: itemId, internetMessageId, conversationId, subject, from, sender, to, cc },
    itemClass,
    parts: own === null ? parts : [own, ...parts],
    replyTo: headers === null ? [] : addressesOf(headerValue(headers, "Reply-To")),
    receivedAt: received ?? message.createdAt,
    sentAt: received ?? message.createdAt,
    timeSource: received === null ? "created" : "header",
    headers: headers === null ? null : weighedOf(headers),
    headersAsked: true,
    answers: headers === null ? [] : answersIn(headers),
    decisions: decisions.observations,
  };
  return text === null ? kept : { ...kept, ...saidIn(text, factsOf(kept, ""), policy) };
}

/** What the send handler left behind stands for the copy in Sent Items where that cannot be seen. */
export function sentNote(note: SentNote, recipients: readonly string[], key: string): KeptMessage {
  return {
    ...blank,
    ...{ key: keyOf("sent", key), id: "", place: "sent", conversationId: note.conversationId ?? "" },
    to: recipients.map((address) => ({ name: "", address })),
    receivedAt: note.at,
    sentAt: note.at,
    stamp: note.stamp,
  };
}

/** Where Graph says that the message lies. */
export type Folders = Readonly<Record<KnownFolder, string>>;

export function placeOf(folder: string, folders: Folders): Place {
  if (folder === folders.sentitems) return "sent";
  if (folder === folders.junkemail) return "junk";
  if (folder === folders.deleteditems) return "deleted";
  return "here";
}

/**
 * @param before what was kept of it; an update tells some fields only
 * @returns null for an update of a message that was never seen whole
 */
export function changedMessage(
  mailbox: string,
  id: string,
  fields: Partial<MailFields>,
  before: KeptMessage | undefined,
  folders: Folders,
  policy: Policy,
): KeptMessage | null {
  if (before === undefined && fields.receivedAt === undefined) return null;
  const { preview, answers, isMeeting, hasAttachments, ...plain } = fields;
  const base = before ?? { ...blank, receivedAt: instant(0), sentAt: instant(0) };
  const folder = fields.folder ?? base.folder;
  const merged: KeptMessage = {
    ...base,
    ...plain,
    ...{ key: keyOf(mailbox, id), id, mailbox, folder, place: placeOf(folder, folders), timeSource: "exchange" },
    answers: answers ?? base.answers,
    stamp: fields.stamp ?? base.stamp,
    decisions: uniteObservations(base.decisions, fields.decisions ?? []),
    itemClass: fields.itemClass || base.itemClass || (isMeeting === true ? "IPM.Schedule.Meeting.Request" : ""),
    parts: base.parts.length > 0 || hasAttachments !== true ? base.parts : [{ type: "application/octet-stream" }],
  };
  if (preview === undefined || preview === "" || base.said !== null) return merged;
  return { ...merged, ...saidInPreview(preview, factsOf(merged, mailbox), policy) };
}

export function withHeaders(message: KeptMessage, headers: Headers | null): KeptMessage {
  if (headers === null) return { ...message, headersAsked: true };
  const own = ownPart(headers);
  const answers = message.answers.length > 0 ? message.answers : answersIn(headers);
  const parts = own === null ? message.parts : [own, ...message.parts];
  return { ...message, headersAsked: true, headers: weighedOf(headers), answers, parts };
}

/** What one copy of a message knows, put on the other: Outlook reads the open one whole, Graph knows where it lies. */
export function withKnowledge(message: KeptMessage, other: KeptMessage): KeptMessage {
  return {
    ...message,
    headers: message.headers ?? other.headers,
    headersAsked: message.headersAsked || other.headersAsked,
    said: other.said ?? message.said,
    forwardedFrom: other.forwardedFrom ?? message.forwardedFrom,
    answers: message.answers.length > 0 ? message.answers : other.answers,
    itemClass: message.itemClass || other.itemClass,
    parts: other.parts.length > message.parts.length ? other.parts : message.parts,
    decisions: uniteObservations(message.decisions, other.decisions),
  };
}

function answersIn(headers: Headers): readonly string[] {
  const ids = ["In-Reply-To", "References"].flatMap(
    (name) => (headerValue(headers, name) ?? "").match(/<[^<>\s]+>/g) ?? [],
  );
  return [...new Set(ids)];
}
