/** An item as it will be after a change. */
import type { MailItem, MailPatch } from "../../api.ts";

/** Headers of a draft are no part of the item that the page shows. */
export function applied(item: MailItem, patch: MailPatch): MailItem {
  const { internetHeaders: unshown, ...shown } = patch;
  return unshown === undefined ? { ...item, ...patch } : { ...item, ...shown };
}
