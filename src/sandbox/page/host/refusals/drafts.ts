/** Refusals of what is done to a draft. */
import type { Refusal } from "./refusal.ts";

/** Office.js's "Invalid Format Error", which the documents name without its number. */
const invalidFormat = 2006;

export const draftsRefusals = {
  bodyTooLong: {
    call: "item.body.setAsync",
    condition: "more than 1,000,000 characters",
    code: 0,
    by: "throws",
    source: "platform §4",
  },
  htmlSetInTextBody: {
    call: "item.body.setAsync",
    condition: "HTML into a plain-text body",
    code: invalidFormat,
    by: "host",
    source: "platform §4 (InvalidFormatError); 2006 is Office.js's code of that text",
  },
  htmlPrependedToTextBody: {
    call: "item.body.prependAsync",
    condition: "HTML into a plain-text body",
    code: invalidFormat,
    by: "host",
    source: "platform §4 (InvalidFormatError); 2006 is Office.js's code of that text",
  },
  htmlInsertedInTextBody: {
    call: "item.body.setSelectedDataAsync",
    condition: "HTML into a plain-text body",
    code: invalidFormat,
    by: "host",
    source: "platform §4 (InvalidFormatError); 2006 is Office.js's code of that text",
  },
  htmlSignatureInTextBody: {
    call: "item.body.setSignatureAsync",
    condition: "HTML into a plain-text body",
    code: invalidFormat,
    by: "host",
    source: "types Body.setSignatureAsync (InvalidFormatError)",
  },
  appendWithoutPermission: {
    call: "item.body.appendOnSendAsync",
    condition: "the manifest lacks the extended permission AppendOnSend",
    code: 9047,
    by: "host",
    source: "platform §4, protocol §6.9",
  },
  tooManyRecipientsAtOnce: {
    call: "item.to.setAsync",
    condition: "101 recipients in one call",
    code: 0,
    by: "throws",
    source: "types Recipients.setAsync; protocol §6 (Office.js checks arguments)",
  },
  tooManyRecipients: {
    call: "item.to.addAsync",
    condition: "more than 500 recipients in the field",
    code: 9012,
    by: "host",
    source: "protocol §6.9 (Office.js names the limit of 500)",
  },
  subjectTooLong: {
    call: "item.subject.setAsync",
    condition: "a subject of 256 characters",
    code: 0,
    by: "throws",
    source: "types Subject.setAsync",
  },
  draftNotSaved: {
    call: "item.getItemIdAsync",
    condition: "the draft was never saved",
    code: 9046,
    by: "host",
    source: "protocol §6.4",
  },
  unknownAttachment: {
    call: "item.getAttachmentContentAsync",
    condition: "no attachment has the id",
    code: 9003,
    by: "host",
    source: "protocol §6.2",
  },
  unknownAttachmentRemoved: {
    call: "item.removeAttachmentAsync",
    condition: "no attachment has the id",
    code: 9008,
    by: "host",
    source: "protocol §6.4",
  },
  sessionDataTooLong: {
    call: "item.sessionData.setAsync",
    condition: "more than 50,000 characters in all",
    code: 9051,
    by: "host",
    source: "platform §1.5, protocol §6.9",
  },
  unknownSessionKey: {
    call: "item.sessionData.getAsync",
    condition: "no such key",
    code: 9050,
    by: "host",
    source: "protocol §6.4",
  },
  unknownSessionKeyRemoved: {
    call: "item.sessionData.removeAsync",
    condition: "no such key",
    code: 9050,
    by: "host",
    source: "protocol §6.4",
  },
  newAttachment: {
    call: "item.addFileAttachmentFromBase64Async",
    condition: "always: the sandbox keeps no new attachments",
    code: 9007,
    by: "host",
    source: "chosen: ours, not Outlook's",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
