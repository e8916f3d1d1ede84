/** From a message that was read to one that lies in a mailbox: its html harmless, its files kept. */
import type { MailAddress } from "../api.ts";
import type { Address } from "../../domain/triage/message.ts";
import type { MailAttachment, MailMessage } from "../../mail/eml.ts";
import type { Attachments } from "./attachments.ts";
import { htmlOf, textOf } from "./htmlTokens.ts";
import { sanitise } from "./sanitise.ts";
import { blankMessage, type NewMessage } from "./storedMessage.ts";

/** A picture in the text that is larger is an attachment only. */
const largestPicture = 300_000;

/** Everything but folder, conversation and read mark, which the mailbox decides. */
export function receivedMessage(mail: MailMessage, attachments: Attachments): NewMessage {
  const { facts, headers } = mail;
  const html = mail.html === null ? null : sanitise(mail.html, (id) => pictureOf(mail.attachments, id));
  const text = mail.text ?? (html === null ? "" : textOf(html));
  return {
    ...blankMessage(facts.receivedAt),
    internetMessageId: mail.messageId ?? "",
    subject: facts.subject.replace(/[\r\n]+/g, " ").trim(),
    from: named(facts.from),
    sender: named(facts.sender ?? facts.from),
    replyTo: facts.replyTo.map(withName),
    to: facts.to.map(withName),
    cc: facts.cc.map(withName),
    sentAt: mail.date ?? facts.receivedAt,
    itemClass: itemClassOf(mail),
    html: html ?? `<div>${htmlOf(text)}</div>`,
    text,
    bodyType: html === null ? "text" : "html",
    headers: headers.map(([name, value]) => `${name}: ${value}\r\n`).join(""),
    attachments: attachments.keep(mail.attachments.map(fileOf)),
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    importance: importanceOf(headers),
  };
}

/** The first header of that name, or undefined. */
export function headerOf(headers: MailMessage["headers"], name: string): string | undefined {
  return headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function withName({ name, address }: Address): MailAddress {
  return { name: name === "" ? address : name, address };
}

function named(address: Address | null): MailAddress | null {
  return address === null ? null : withName(address);
}

function fileOf({ name, contentType, inline, bytes }: MailAttachment, index: number) {
  const fallback = contentType === "message/rfc822" ? "message.eml" : `attachment-${index + 1}`;
  return { name: name === "" ? fallback : name, contentType, isInline: inline, bytes };
}

function pictureOf(attachments: readonly MailAttachment[], contentId: string): string | null {
  const found = attachments.find((one) => one.contentId === contentId);
  if (!found || !/^image\/(png|jpeg|gif|webp)$/.test(found.contentType)) return null;
  if (found.bytes.byteLength > largestPicture) return null;
  return `data:${found.contentType};base64,${Buffer.from(found.bytes).toString("base64")}`;
}

function importanceOf(headers: MailMessage["headers"]): NewMessage["importance"] {
  const value = (headerOf(headers, "Importance") ?? "").trim().toLowerCase();
  return value === "low" || value === "high" ? value : "normal";
}

/** The message class that Exchange gives: reports and meetings are no notes. */
function itemClassOf({ facts, headers }: MailMessage): string {
  const type = headerOf(headers, "Content-Type") ?? "";
  if (/report-type="?delivery-status/i.test(type)) return "REPORT.IPM.Note.NDR";
  if (/report-type="?disposition-notification/i.test(type)) return "REPORT.IPM.Note.IPNRN";
  const meeting = facts.parts.find((part) => part.type === "text/calendar" && !part.embedded)?.method;
  if (meeting === "REQUEST") return "IPM.Schedule.Meeting.Request";
  if (meeting === "CANCEL") return "IPM.Schedule.Meeting.Canceled";
  if (meeting === "REPLY") return "IPM.Schedule.Meeting.Resp.Pos";
  return /multipart\/signed/i.test(type) ? "IPM.Note.SMIME.MultipartSigned" : "IPM.Note";
}
