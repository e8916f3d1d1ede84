/** Raw messages (RFC 5322) that the sandbox writes itself: a stranger's letter, and Exchange's report of a failure. */
import type { MailAddress } from "../api.ts";
import type { StoredMessage } from "./storedMessage.ts";

/** What is said of a letter beside its text; `date` as mail writes it. */
export interface LetterHead {
  readonly from: MailAddress;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly date: string;
  readonly messageId: string;
  /** Internet message ids of the thread, the answered one last. */
  readonly references: readonly string[];
}

/** Words outside ASCII as RFC 2047 has them in headers. */
export function encodedWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
}

function written(lines: readonly (readonly [string, string])[]): string {
  return lines
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, " ")}\r\n`)
    .join("");
}

export function letter(head: LetterHead, text: string): Buffer {
  const lines = written([
    ["From", `${encodedWord(head.from.name)} <${head.from.address}>`],
    ["To", head.to.join(", ")],
    ["Cc", head.cc.join(", ")],
    ["Subject", encodedWord(head.subject)],
    ["Date", head.date],
    ["Message-ID", head.messageId],
    ["In-Reply-To", head.references.at(-1) ?? ""],
    ["References", head.references.join(" ")],
    ["MIME-Version", "1.0"],
    ["Content-Type", "text/plain; charset=utf-8"],
    ["Content-Transfer-Encoding", "base64"],
  ]);
  return Buffer.from(`${lines}\r\n${Buffer.from(text).toString("base64")}\r\n`);
}

const domain = "sprucegrove.example";
const boundary = "----=_delivery_report";

/** What Exchange sends when a message could not be delivered (RFC 3464). @param owner whom it is sent to */
export function deliveryFailure(
  sent: StoredMessage,
  owner: string,
  failed: readonly string[],
  date: string,
  messageId: string,
): Buffer {
  const exchange = `MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@${domain}`;
  const head = written([
    ["From", `Microsoft Outlook <${exchange}>`],
    ["To", owner],
    ["Subject", encodedWord(`Undeliverable: ${sent.subject}`)],
    ["Date", date],
    ["Message-ID", messageId],
    ["In-Reply-To", sent.internetMessageId],
    ["References", [...sent.references, sent.internetMessageId].join(" ")],
    ["Auto-Submitted", "auto-replied"],
    ["X-MS-Exchange-Message-Is-Ndr", "true"],
    ["X-Failed-Recipients", failed.join(", ")],
    ["Return-Path", "<>"],
    ["MIME-Version", "1.0"],
    ["Content-Type", `multipart/report; report-type=delivery-status; boundary="${boundary}"`],
  ]);
  const report = failed.flatMap((address) => [
    "",
    `Final-Recipient: rfc822;${address}`,
    "Action: failed",
    "Status: 5.1.10",
    "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
  ]);
  const original = written([
    ["From", sent.from?.address ?? ""],
    ["To", sent.to.map(({ address }) => address).join(", ")],
    ["Subject", encodedWord(sent.subject)],
    ["Message-ID", sent.internetMessageId],
  ]);
  const body = [
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Delivery has failed to these recipients or groups:`,
    "",
    ...failed,
    "The e-mail address you entered couldn't be found.",
    "",
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    `Reporting-MTA: dns;MBX1.${domain}`,
    ...report,
    "",
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    original,
    `--${boundary}--`,
    "",
  ];
  return Buffer.from(`${head}\r\n${body.join("\r\n")}`);
}
