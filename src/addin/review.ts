/** What a person can do about messages that were put off the clock by rule, and about senders on the never list. */
import { include } from "./correct.ts";
import type { Desk } from "./desk.ts";
import { decideAbout } from "./mailbox/decide.ts";
import { openItem } from "./openItem.ts";

/** "This needs a reply", of a row of the review list: the message itself need not be open. */
export async function needsReply(desk: Desk, internetMessageId: string): Promise<void> {
  if (desk.opened?.message.internetMessageId === internetMessageId) await include(desk);
  else await decideAbout(desk, internetMessageId, (said) => [{ ...said, kind: "included" }]);
}

/** Takes a sender off the never list; the open message is judged anew. */
export async function removeNeverSender(desk: Desk, sender: string): Promise<void> {
  await desk.neverSenders.change((known) => known.filter((listed) => listed.sender !== sender));
  if (desk.opened !== null) await openItem(desk);
}
