/** The open item as the add-in's ports describe it. Every property may be missing: on phones, while items change. */
import { OutsideError, type OpenDraft, type OpenItem, type OpenMessage } from "../addin/ports.ts";
import { instant } from "../domain/time.ts";
import type { Address, MessagePart } from "../domain/triage/message.ts";
import { callOffice, demand, supports } from "./callOffice.ts";

type ReadItem = Partial<Office.MessageRead>;
type DraftItem = Partial<Office.MessageCompose>;

/** The open item, or null when none is open: a pinned pane outlives its item (outlook-platform §4). */
export function openOfficeItem(): Office.Item | null {
  return (Office.context.mailbox as Office.Mailbox | undefined)?.item ?? null;
}

/** In compose the subject is an object with getters, in read it is text. */
export function isDraft(item: Office.Item): item is Office.MessageCompose {
  return typeof (item as DraftItem).subject === "object";
}

/** @throws OutsideError gone when no message is open for reading */
export function messageItem(): Office.MessageRead {
  const item = openOfficeItem();
  if (item === null || isDraft(item)) throw new OutsideError("gone", "no message is open");
  return item as Office.MessageRead;
}

/** @throws OutsideError gone when no draft is open */
export function draftItem(): Office.MessageCompose {
  const item = openOfficeItem();
  if (item === null || !isDraft(item)) throw new OutsideError("gone", "no draft is open");
  return item;
}

export async function readOpenItem(): Promise<OpenItem | null> {
  const item = openOfficeItem();
  const { itemType }: ReadItem = item ?? {};
  if (item === null || itemType !== Office.MailboxEnums.ItemType.Message) return null;
  return isDraft(item) ? readDraft(item) : readOfficeMessage(item);
}

export function readOfficeMessage(item: ReadItem): OpenMessage {
  return {
    kind: "message",
    itemId: item.itemId ?? "",
    internetMessageId: item.internetMessageId ?? "",
    conversationId: item.conversationId ?? "",
    subject: item.subject ?? "",
    from: addressOf(item.from),
    sender: addressOf(item.sender),
    to: addressesOf(item.to),
    cc: addressesOf(item.cc),
    createdAt: instant(item.dateTimeCreated?.getTime() ?? 0),
    itemClass: item.itemClass ?? "",
    parts: (item.attachments ?? []).map(partOf),
  };
}

async function readDraft(item: Office.MessageCompose): Promise<OpenDraft> {
  const compose = supports("1.10")
    ? await callOffice<{ composeType: string }>((done) => item.getComposeTypeAsync(done)).catch(() => null)
    : null;
  return {
    kind: "draft",
    conversationId: conversationIdOf(item),
    composeType: composeTypeOf(compose?.composeType),
    subject: await callOffice<string>((done) => item.subject.getAsync(done)).catch(() => ""),
  };
}

/** A new draft may have none yet (outlook-platform §8.9). */
function conversationIdOf({ conversationId }: DraftItem): string | null {
  return conversationId ?? null;
}

function composeTypeOf(text: string | undefined): OpenDraft["composeType"] {
  return text === "reply" || text === "newMail" || text === "forward" ? text : null;
}

export function addressOf(details: Office.EmailAddressDetails | null | undefined): Address | null {
  if (!details?.emailAddress) return null;
  return { name: details.displayName || "", address: details.emailAddress };
}

export function addressesOf(list: readonly Office.EmailAddressDetails[] | null | undefined): readonly Address[] {
  return (list ?? []).map(addressOf).filter((address) => address !== null);
}

function partOf(attachment: Office.AttachmentDetails): MessagePart {
  const embedded = attachment.attachmentType === "item";
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a guess from the file's name
  const type = ((attachment.contentType as string | null) ?? "").toLowerCase();
  return { type: type === "" && embedded ? "message/rfc822" : type, ...(embedded ? { embedded } : {}) };
}

/** Header lines in the message's order, folded ones joined; null where this Outlook cannot say (phones, before 1.8). */
export async function readHeaders(): Promise<readonly (readonly [string, string])[] | null> {
  if (!supports("1.8")) return null;
  const item = messageItem();
  const raw = await callOffice<string>((done) => item.getAllInternetHeadersAsync(done));
  return headerLines(raw);
}

/** "Name: value" lines of a raw header block; lines that begin with white space continue the one before (RFC 5322 §2.2.3). */
export function headerLines(raw: string): readonly (readonly [string, string])[] {
  return raw
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .flatMap((line): readonly (readonly [string, string])[] => {
      const colon = line.indexOf(":");
      return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]] : [];
    });
}

export async function readText(): Promise<string> {
  const item: ReadItem | null = openOfficeItem();
  const body = item?.body;
  if (body === undefined) throw new OutsideError("gone", "no item is open");
  demand("1.3");
  return callOffice<string>((done) => body.getAsync(Office.CoercionType.Text, done));
}
