/** Deleting, as Outlook does it: first to Deleted Items, then for good. */
import type { Instant } from "../../domain/time.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Mailboxes } from "./mailboxes.ts";
import type { StoredMessage } from "./storedMessage.ts";

/** To Deleted Items; a draft, and what lies there already, goes for good. */
export function discard(mailboxes: Mailboxes, mailbox: Mailbox, message: StoredMessage, now: Instant): void {
  if (message.isDraft || message.folder === "deleteditems") removeForGood(mailboxes, mailbox, message);
  else mailbox.change(message.id, { folder: "deleteditems" }, now);
}

export function removeForGood(mailboxes: Mailboxes, mailbox: Mailbox, message: StoredMessage): void {
  mailboxes.attachments.forget(message.attachments);
  mailbox.remove(message.id);
}
