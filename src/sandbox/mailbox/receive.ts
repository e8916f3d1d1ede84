/** A message from outside comes into a mailbox. */
import type { Instant } from "../../domain/time.ts";
import type { MailMessage } from "../../mail/eml.ts";
import { newInternetMessageId } from "./delivery.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { headerOf, receivedMessage } from "./received.ts";
import type { StoredMessage } from "./storedMessage.ts";

/** @param received a Received line that this server puts on top, or "" */
export function receive(
  mailboxes: Mailboxes,
  mailbox: Mailbox,
  mail: MailMessage,
  now: Instant,
  received: string,
): StoredMessage {
  const message = receivedMessage(mail, mailboxes.attachments);
  const known = message.internetMessageId === "" || mailbox.byMessageId(message.internetMessageId) !== null;
  // The same prepared message may arrive twice; each is a message of its own.
  const internetMessageId = known ? newInternetMessageId() : message.internetMessageId;
  const headers = received + message.headers.replace(/^Message-ID:.*\r\n/im, `Message-ID: ${internetMessageId}\r\n`);
  const times = { receivedAt: now, createdAt: now, modifiedAt: now };
  return mailbox.add(
    { ...message, ...times, internetMessageId, headers, folder: "inbox", isRead: false },
    headerOf(mail.headers, "Thread-Topic"),
  );
}
