/** What a person can do about messages that were put off the clock by rule, and about senders on the never list. */
import type { Observation } from "../domain/inquiry/fact.ts";
import { include } from "./correct.ts";
import type { Desk } from "./desk.ts";
import { joinRun } from "./joinRun.ts";
import { unlessRefused } from "./notices.ts";
import { openItem } from "./openItem.ts";
import type { LedgerEntry } from "./ports.ts";
import { forgetPutOff, type KeptPutOff } from "./putOff.ts";
import { record } from "./record.ts";

/** "This needs a reply", of a row of the review list: the message itself need not be open. */
export async function needsReply(desk: Desk, internetMessageId: string): Promise<void> {
  if (desk.opened?.message.internetMessageId === internetMessageId) {
    await include(desk);
    return;
  }
  const row = (await desk.putOff.read()).find((each) => each.internetMessageId === internetMessageId);
  if (row === undefined) return;
  await desk.inTurn(() => putOnTheClock(desk, row));
  await forgetPutOff(desk, internetMessageId);
}

async function putOnTheClock(desk: Desk, row: KeptPutOff): Promise<void> {
  const { rules } = desk;
  if (rules === null) return;
  const { storage, clock } = desk.ports;
  const now = clock.now();
  const { internetMessageId, conversationId, itemId, subject, customer } = row;
  const kept = await unlessRefused(storage.ledger.get(internetMessageId), () => null);
  const entry: LedgerEntry = {
    ...{ internetMessageId, conversationId, itemId, subject, customer },
    observations: kept?.observations ?? [],
    follows: kept?.follows,
    knownAt: kept?.knownAt ?? now,
  };
  const included: Observation = { kind: "included", at: now, saidAt: now, by: "person" };
  const inquiry = await joinRun(desk, rules, entry, row.received.at, [row.received]);
  await record(desk, inquiry, [included]);
}

/** Takes a sender off the never list; the open message is judged anew. */
export async function removeNeverSender(desk: Desk, sender: string): Promise<void> {
  await desk.neverSenders.change((known) => known.filter((listed) => listed.sender !== sender));
  if (desk.opened !== null) await openItem(desk);
}
