/** Sending: the draft becomes the copy in Sent Items, and whoever has a mailbox in the sandbox receives it once. */
import { randomUUID } from "node:crypto";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Instant } from "../../domain/time.ts";
import type { MailAddress } from "../api.ts";
import { mailDate } from "../clock.ts";
import { type MailboxOwner, ownerByAddress, type Person, sharedWith } from "../people.ts";
import { type Answer, given, refused } from "../refusal.ts";
import { encodedWord } from "./letters.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { blankMessage, type LastVerb, type NewMessage, type StoredMessage } from "./storedMessage.ts";

const addressLike = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;

/**
 * Sends a draft. Its id stays, as an immutable id does; message id and times are new, by the sandbox's clock.
 *
 * @returns the copy in Sent Items, or why it cannot be sent
 */
export async function sendDraft(
  mailboxes: Mailboxes,
  person: Person,
  draft: StoredMessage,
  calendar: BusinessCalendar,
  now: Instant,
): Promise<Answer<StoredMessage>> {
  if (!draft.isDraft) return refused("sentAlready");
  const recipients = [...draft.to, ...draft.cc, ...draft.bcc];
  if (recipients.length === 0) return refused("noRecipients");
  const bad = recipients.find(({ address }) => !addressLike.test(address));
  if (bad) return refused("badRecipient", { address: bad.address });

  const mailbox = mailboxes.of(person);
  const sent = mailbox.change(
    draft.id,
    {
      folder: "sentitems",
      isDraft: false,
      isRead: true,
      internetMessageId: newInternetMessageId(),
      sentAt: now,
      receivedAt: now,
      createdAt: now,
      notifications: [],
      sessionData: {},
    },
    now,
  );
  markOriginal(mailboxes, person, sent, now);
  const inside = new Set(recipients.flatMap(({ address }) => ownerByAddress(address) ?? []));
  for (const recipient of inside) await deliver(mailboxes, recipient, sent, calendar, now);
  return given(sent);
}

export function newInternetMessageId(domain = "sprucegrove.example"): string {
  return `<${randomUUID().toUpperCase()}@${domain}>`;
}

/** Exchange notes on the answered message what was done with it, and when (PidTagLastVerbExecuted). */
function markOriginal(mailboxes: Mailboxes, person: Person, sent: StoredMessage, now: Instant): void {
  const id = sent.original;
  const mailbox = [person, ...sharedWith(person)].map((owner) => mailboxes.of(owner)).find((one) => one.get(id ?? ""));
  if (!mailbox || id === null) return;
  const replyVerb = sent.to.length + sent.cc.length > 1 ? 103 : 102;
  const lastVerb: LastVerb = { verb: sent.composeType === "forward" ? 104 : replyVerb, at: now };
  mailbox.change(id, { lastVerb }, now);
}

/** Custom properties, categories and flags stay with the sender; the headers that an add-in set travel. */
async function deliver(
  mailboxes: Mailboxes,
  recipient: MailboxOwner,
  sent: StoredMessage,
  calendar: BusinessCalendar,
  now: Instant,
): Promise<void> {
  const { subject, from, sender, to, cc, html, text, bodyType, inReplyTo, references, importance, internetMessageId } =
    sent;
  const message: NewMessage = {
    ...blankMessage(now),
    ...{ subject, from, sender, to, cc, html, text, bodyType, inReplyTo, references, importance, internetMessageId },
    folder: "inbox",
    isRead: false,
    headers: deliveredHeaders(sent, mailDate(calendar, now)),
    attachments: await mailboxes.attachments.copy(sent.attachments),
  };
  mailboxes.of(recipient).add(message);
}

function deliveredHeaders(sent: StoredMessage, date: string): string {
  const written = (list: readonly MailAddress[]): string =>
    list.map(({ name, address }) => `${encodedWord(name)} <${address}>`).join(", ");
  const lines: readonly (readonly [string, string])[] = [
    ["Received", `from MBX1.sprucegrove.example by MBX1.sprucegrove.example with mapi; ${date}`],
    ["From", sent.from ? written([sent.from]) : ""],
    ["To", written(sent.to)],
    ["CC", written(sent.cc)],
    ["Subject", encodedWord(sent.subject)],
    ["Date", date],
    ["Message-ID", sent.internetMessageId],
    ["In-Reply-To", sent.inReplyTo ?? ""],
    ["References", sent.references.join(" ")],
    ["X-MS-Exchange-Organization-AuthAs", "Internal"],
    ...Object.entries(sent.internetHeaders),
  ];
  return lines
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, " ")}\r\n`)
    .join("");
}
