/** A received message as the add-in's open item. */
import type { MailItem, SharedMailboxState } from "../../api.ts";
import type { OpenItem } from "../host/outlook.ts";
import { sharedMailbox } from "../mail/listed.ts";
import type { Mailbox } from "../mail/mailbox.ts";

/**
 * Keeps the last known state when the message leaves the screen while a call is under way, and stays in the mailbox
 * that it was opened in.
 */
export function readItem(mailbox: Mailbox, shown: MailItem): OpenItem {
  const { here } = mailbox;
  const { shared } = mailbox.snapshot();
  const owner = (): SharedMailboxState | null => sharedMailbox({ ...mailbox.snapshot(), shared });
  const address = owner()?.address;
  let last = shown;
  return {
    mode: "read",
    sharedFrom: address === undefined ? null : { address, masterCategories: () => owner()?.masterCategories ?? [] },
    now() {
      last = mailbox.item(shown.id) ?? last;
      return last;
    },
    change: (patch) => mailbox.change(shown.id, patch, here),
  };
}
