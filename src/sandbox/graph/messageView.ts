/** A message as Graph writes it: the default properties, or those selected, never more (graph.md §9). */
import { createHash } from "node:crypto";
import { type Instant, isoOf } from "../../domain/time.ts";
import type { MailAddress, MailFlag } from "../api.ts";
import type { StoredMessage } from "../mailbox/storedMessage.ts";
import { extendedProperties } from "./extendedProperties.ts";
import { folderId, movableId } from "./ids.ts";

export interface View {
  /** Null: everything that comes without being asked for. */
  readonly select: readonly string[] | null;
  /** Ids of extended properties. */
  readonly expand: readonly string[];
  readonly immutableIds: boolean;
  readonly textBody: boolean;
  /** False with Mail.ReadBasic alone: body and preview are left out. */
  readonly withBody: boolean;
  readonly addinId: string;
  readonly mailboxId: string;
}

type Property = (message: StoredMessage, view: View) => unknown;

const iso = (ms: number): string => isoOf((Math.floor(ms / 1000) * 1000) as Instant);

const properties: Readonly<Record<string, Property>> = {
  createdDateTime: (message) => iso(message.createdAt),
  lastModifiedDateTime: (message) => iso(message.modifiedAt),
  changeKey: (message) => changeKeyOf(message),
  categories: (message) => message.categories,
  receivedDateTime: (message) => iso(message.receivedAt),
  sentDateTime: (message) => iso(message.sentAt),
  hasAttachments: (message) => message.hasAttachments,
  internetMessageId: (message) => message.internetMessageId || null,
  subject: (message) => message.subject,
  bodyPreview: (message) => message.preview,
  importance: (message) => message.importance,
  parentFolderId: (message, { mailboxId }) => folderId(mailboxId, message.folder),
  conversationId: (message) => message.conversationId,
  conversationIndex: (message) => createHash("sha256").update(message.conversationId).digest("base64").slice(0, 28),
  isDeliveryReceiptRequested: () => null,
  isReadReceiptRequested: () => false,
  isRead: (message) => message.isRead,
  isDraft: (message) => message.isDraft,
  webLink: (message) =>
    `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(message.id)}&exvsurl=1&viewmodel=ReadMessageItem`,
  inferenceClassification: () => "focused",
  body: (message, view) => bodyOf(message, view),
  sender: (message) => recipientOf(message.sender),
  from: (message) => recipientOf(message.from),
  toRecipients: (message) => message.to.map(recipientOf),
  ccRecipients: (message) => message.cc.map(recipientOf),
  bccRecipients: (message) => message.bcc.map(recipientOf),
  replyTo: (message) => message.replyTo.map(recipientOf),
  flag: (message) => graphFlag(message.flag),
};
/** Only when selected; absent when the message has none. */
const onDemand: Readonly<Record<string, Property>> = {
  internetMessageHeaders: (message) => headersOf(message.headers),
  uniqueBody: (message, view) => bodyOf(message, view),
};
const bodyProperties = new Set(["body", "bodyPreview", "uniqueBody"]);

/** The property's own spelling; Graph takes any case in $select. Undefined for an unknown one. */
export function propertyNamed(name: string): string | undefined {
  const wanted = name.toLowerCase();
  return ["id", ...Object.keys(properties), ...Object.keys(onDemand)].find((known) => known.toLowerCase() === wanted);
}

export function viewOf(message: StoredMessage, view: View): Readonly<Record<string, unknown>> {
  const names = view.select ?? Object.keys(properties);
  const shown = names.flatMap((name) => {
    const property = properties[name] ?? onDemand[name];
    if (!property || (bodyProperties.has(name) && !view.withBody)) return [];
    const value = property(message, view);
    return value === undefined ? [] : [[name, value] as const];
  });
  const extended = extendedProperties(message, view.expand, view.addinId);
  return {
    "@odata.etag": etagOf(message),
    id: view.immutableIds ? message.id : movableId(message),
    ...Object.fromEntries(shown),
    // Nothing found: the list is absent, not empty.
    ...(extended.length > 0 ? { singleValueExtendedProperties: extended } : {}),
  };
}

export function etagOf(message: StoredMessage): string {
  return `W/"${changeKeyOf(message)}"`;
}

/** The properties that show a stored field, such as `body` and `bodyPreview` for its text. */
const shownIn: Readonly<Record<string, readonly string[]>> = {
  ...{ isRead: ["isRead"], isDraft: ["isDraft"], categories: ["categories"], flag: ["flag"] },
  ...{ subject: ["subject"], importance: ["importance"], attachments: ["hasAttachments"] },
  ...{ html: ["body", "uniqueBody"], text: ["body", "bodyPreview", "uniqueBody"] },
  ...{ from: ["from"], sender: ["sender"], replyTo: ["replyTo"] },
  ...{ to: ["toRecipients"], cc: ["ccRecipients"], bcc: ["bccRecipients"] },
  ...{ sentAt: ["sentDateTime"], receivedAt: ["receivedDateTime"], createdAt: ["createdDateTime"] },
  ...{ internetMessageId: ["internetMessageId"], conversationId: ["conversationId"] },
};

/** Names of the properties that a change of stored fields shows in. */
export function propertiesOf(fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => shownIn[field] ?? []);
}

function changeKeyOf({ change }: StoredMessage): string {
  return `CQAAABYAAAC7${Buffer.from(String(change).padStart(12, "0")).toString("base64url")}`;
}

function recipientOf(address: MailAddress | null): { emailAddress: MailAddress } | null {
  return address === null ? null : { emailAddress: { name: address.name, address: address.address } };
}

function bodyOf(message: StoredMessage, { textBody }: View): { contentType: string; content: string } {
  if (textBody || message.bodyType === "text") return { contentType: "text", content: message.text };
  return { contentType: "html", content: `<html><head></head><body>${message.html}</body></html>` };
}

/** Dates come back in UTC at midnight; unset ones are absent. */
function graphFlag({ status, due }: MailFlag): Readonly<Record<string, unknown>> {
  if (status === "notFlagged" || due === null) return { flagStatus: status };
  const date = { dateTime: `${due}T00:00:00.0000000`, timeZone: "UTC" };
  return status === "complete"
    ? { flagStatus: status, completedDateTime: date }
    : { flagStatus: status, startDateTime: date, dueDateTime: date };
}

function headersOf(headers: string): readonly { name: string; value: string }[] | undefined {
  const lines = headers.split(/\r\n(?![ \t])/).filter((line) => line.includes(":"));
  if (lines.length === 0) return undefined;
  return lines.map((line) => {
    const colon = line.indexOf(":");
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
}
