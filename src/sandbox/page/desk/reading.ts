/** A received message as the add-in's open item. */
import type { MailItem } from "../../api.ts";
import type { OpenItem } from "../host/outlook.ts";
import type { Mailbox } from "../mail/mailbox.ts";

/** Keeps the last known state when the message leaves the screen while a call is under way. */
export function readItem(mailbox: Mailbox, shown: MailItem): OpenItem {
  let last = shown;
  return {
    mode: "read",
    now() {
      last = mailbox.item(shown.id) ?? last;
      return last;
    },
    change: (patch) => mailbox.change(shown.id, patch),
  };
}
