/** What the add-in does to a draft: text on top, the stamp, opening a reply or a new message. */
import { htmlOf } from "../domain/acknowledgement/html.ts";
import { OutsideError, stampFrom, stampKey, type NewMessage, type ReplyStamp } from "../addin/ports.ts";
import type { Address } from "../domain/triage/message.ts";
import { callOffice, demand, supports, tellOffice } from "./callOffice.ts";
import { readProperty, writeProperty } from "./customProperties.ts";
import { addressesOf, draftItem, messageItem } from "./item.ts";

/** Outlook takes 32 KB of html for a new reply or message. */
const longestBody = 32_000;
const longestSubject = 255;

export async function readDraftRecipients(): Promise<readonly Address[]> {
  const { to, cc } = draftItem();
  const lists = await Promise.all(
    [to, cc].map((field) => callOffice<Office.EmailAddressDetails[]>((done) => field.getAsync(done))),
  );
  return lists.flatMap(addressesOf);
}

/** Puts paragraphs above all that stands in the draft, as html or as plain text, as the draft is. */
export async function insertAtTop(paragraphs: readonly string[]): Promise<void> {
  demand("1.3");
  const { body } = draftItem();
  const coercionType = await callOffice<Office.CoercionType>((done) => body.getTypeAsync(done));
  const isHtml = coercionType === Office.CoercionType.Html;
  const data = isHtml ? htmlOf(paragraphs) : `${paragraphs.join("\n\n")}\n\n`;
  await tellOffice((done) => body.prependAsync(data, { coercionType }, done));
}

/** @throws OutsideError unsupported where Outlook opens no reply for an add-in (phones) */
export async function openReply(html: string): Promise<void> {
  refuseTooLong(html);
  const item = messageItem() as Partial<Office.MessageRead>;
  if (supports("1.9") && item.displayReplyFormAsync !== undefined) {
    await tellOffice((done) => item.displayReplyFormAsync?.({ htmlBody: html }, done));
  } else if (item.displayReplyForm !== undefined) item.displayReplyForm({ htmlBody: html });
  else throw new OutsideError("unsupported", "no reply form here");
}

/**
 * Mailbox 1.9, else 1.6; both take addresses without names.
 *
 * @throws OutsideError unsupported where Outlook opens no new message for an add-in (phones)
 */
export async function openNew({ to, subject, html }: NewMessage): Promise<void> {
  refuseTooLong(html);
  const mailbox = Office.context.mailbox as Partial<Office.Mailbox>;
  const form = { toRecipients: [to], subject: subject.slice(0, longestSubject), htmlBody: html };
  if (supports("1.9") && mailbox.displayNewMessageFormAsync !== undefined) {
    await tellOffice((done) => mailbox.displayNewMessageFormAsync?.(form, done));
  } else if (supports("1.6") && mailbox.displayNewMessageForm !== undefined) mailbox.displayNewMessageForm(form);
  else throw new OutsideError("unsupported", "no form for a new message here");
}

function refuseTooLong(html: string): void {
  if (html.length > longestBody) throw new OutsideError("unsupported", "the text is longer than Outlook takes");
}

export async function readStamp(): Promise<ReplyStamp | null> {
  return stampFrom(await readProperty(draftItem(), stampKey));
}

export async function writeStamp(stamp: ReplyStamp): Promise<void> {
  await writeProperty(draftItem(), stampKey, stamp);
}
