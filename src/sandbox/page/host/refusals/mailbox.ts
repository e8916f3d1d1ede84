/** Refusals of what concerns the mailbox: forms, tokens, dialogs. */
import type { Refusal } from "./refusal.ts";

/** Office.js's "operation not supported". */
const notSupported = 5000;

/** "API not supported for extension point". */
const notForExtensionPoint = 9032;

export const mailboxRefusals = {
  replyTooLong: {
    call: "item.displayReplyFormAsync",
    condition: "htmlBody of more than 32 KB",
    code: 0,
    by: "throws",
    source: "platform §4",
  },
  newMessageTooLong: {
    call: "mailbox.displayNewMessageFormAsync",
    condition: "htmlBody of more than 32 KB",
    code: 0,
    by: "throws",
    source: "types Mailbox.displayNewMessageFormAsync; protocol §6 (Office.js checks arguments)",
  },
  newMessageSubjectTooLong: {
    call: "mailbox.displayNewMessageFormAsync",
    condition: "a subject of 256 characters",
    code: 0,
    by: "throws",
    source: "types Mailbox.displayNewMessageFormAsync; protocol §6 (Office.js checks arguments)",
  },
  newMessageRecipients: {
    call: "mailbox.displayNewMessageForm",
    condition: "101 recipients",
    code: 0,
    by: "throws",
    source: "types Mailbox.displayNewMessageForm; protocol §6 (Office.js checks arguments)",
  },
  newMessageAttachment: {
    call: "mailbox.displayNewMessageFormAsync",
    condition: "with an attachment: the sandbox keeps no new attachments",
    code: 9007,
    by: "host",
    source: "chosen: ours, not Outlook's",
  },
  unknownMessage: {
    call: "mailbox.displayMessageFormAsync",
    condition: "no message has the id",
    code: 9049,
    by: "host",
    source: "protocol §6.9",
  },
  appointmentForm: {
    call: "mailbox.displayNewAppointmentFormAsync",
    condition: "always: the sandbox has no calendar",
    code: notSupported,
    by: "host",
    source: "chosen: ours, not Outlook's",
  },
  legacyToken: {
    call: "mailbox.getCallbackTokenAsync",
    condition: "always: legacy Exchange tokens are off in all tenants",
    code: 9018,
    by: "host",
    source: "platform §3",
  },
  identityToken: {
    call: "mailbox.getUserIdentityTokenAsync",
    condition: "always: legacy Exchange tokens are off in all tenants",
    code: 9018,
    by: "host",
    source: "platform §3",
  },
  exchangeWebServices: {
    call: "mailbox.makeEwsRequestAsync",
    condition: "always: EWS is blocked since October 2026",
    code: 9020,
    by: "host",
    source: "platform §3, protocol §6.1",
  },
  accessToken: {
    call: "Office.auth.getAccessToken",
    condition: "the manifest has no WebApplicationInfo",
    code: 13000,
    by: "host",
    source: "platform §3 (nested app authentication instead), protocol §6.9",
  },
  dialog: {
    call: "ui.displayDialogAsync",
    condition: "displayInIframe, as where the browser blocks dialogs",
    code: 12011,
    by: "host",
    source: "platform §4, protocol §8.3 (Outlook allows it; the sandbox plays a browser that does not)",
  },
  formFromLaunchEvent: {
    call: "mailbox.displayNewMessageFormAsync",
    condition: "called from a launch event, as from any draft: Office.js has it beside received mail only",
    code: 0,
    by: "throws",
    source: "platform §1.2",
  },
  messageFromLaunchEvent: {
    call: "mailbox.displayMessageFormAsync",
    condition: "called from a launch event",
    code: notForExtensionPoint,
    by: "host",
    source: "platform §1.2; code from protocol §6.9",
  },
  unknownCall: {
    call: "item.delayDeliveryTime.setAsync",
    condition: "always: the sandbox sends at once. Calls that it does not know are answered in the same way",
    code: notSupported,
    by: "host",
    source: "chosen: ours, not Outlook's",
  },
} as const satisfies Readonly<Record<string, Refusal>>;
