/** What a person can do about the lines of *My replies*, and how the mailbox is watched. */
import type { ExclusionReason } from "../domain/inquiry/fact.ts";
import { usualReply } from "./acknowledge.ts";
import type { OfferedRow, QueueRow } from "./addin.ts";
import { exclude } from "./correct.ts";
import type { Desk } from "./desk.ts";
import { decideAbout } from "./mailbox/decide.ts";
import { watchingOf } from "./mailbox/watched.ts";
import { remember } from "./mailbox/watch.ts";
import { unlessRefused } from "./notices.ts";
import { showQueue } from "./queue.ts";
import { needsReply } from "./review.ts";

/** @throws OutsideError unsupported where Outlook opens no message by its id */
export async function openRow(desk: Desk, { itemId, mailbox }: Pick<QueueRow, "itemId" | "mailbox">): Promise<void> {
  const { mail, mailbox: whole } = desk.ports;
  const translated =
    whole === null ? itemId : await unlessRefused(whole.reader.outlookId(mailbox, itemId), () => itemId);
  await mail.openMessage(translated);
}

/** Opens the message; its reply begins when it lies open. @throws OutsideError */
export async function acknowledgeRow(
  desk: Desk,
  row: Pick<QueueRow, "itemId" | "mailbox" | "internetMessageId">,
): Promise<void> {
  desk.pendingReply = row.internetMessageId;
  await openRow(desk, row);
  await beginPendingReply(desk);
}

/** Begins the reply for which the message that lies open now was opened. */
export async function beginPendingReply(desk: Desk): Promise<void> {
  const { pendingReply, opened, inquiry } = desk;
  if (pendingReply === null || opened === null || inquiry === null) return;
  if (opened.message.internetMessageId !== pendingReply) return;
  desk.pendingReply = null;
  await unlessRefused(usualReply(desk), () => undefined);
}

/** "No reply needed", of each of these inquiries. */
export async function excludeRows(desk: Desk, names: readonly string[], reason: ExclusionReason): Promise<void> {
  for (const name of names) {
    if (desk.opened !== null && desk.inquiry?.entry?.internetMessageId === name) await exclude(desk, reason);
    else await decideAbout(desk, name, (said) => [{ ...said, kind: "excluded", reason }]);
  }
  offerNoMore(desk, names);
  await showQueue(desk);
}

/** "It still needs a reply", though it was deleted: a person's word, which every computer and colleague hears. */
export async function keepDeleted(desk: Desk, name: string): Promise<void> {
  await needsReply(desk, name);
  await showQueue(desk);
}

/** "This needs a reply", of mail from before the first day or in Junk: a person's word puts it on the clock from its receipt. */
export async function includeOffered(desk: Desk, name: string): Promise<void> {
  await decideAbout(desk, name, (said) => [{ ...said, kind: "included" }]);
  offerNoMore(desk, [name]);
  await showQueue(desk);
}

function offerNoMore({ store }: Desk, names: readonly string[]): void {
  const { older, junk } = store.get();
  const others = (rows: readonly OfferedRow[]) => rows.filter((row) => !names.includes(row.internetMessageId));
  const left = others(older ?? []);
  store.set({ older: left.length === 0 ? null : left, junk: others(junk) });
}

export async function closeOlder(desk: Desk): Promise<void> {
  await remember(desk, { offered: true });
  desk.store.set({ older: null });
}

/** What was known stays; nothing new is read, and coverage counts this mailbox as no longer watched. */
export async function setWatching(desk: Desk, on: boolean): Promise<void> {
  await remember(desk, { watching: on });
  desk.store.set({ watching: watchingOf(desk.ports.mailbox, desk.remembered) });
}

export async function setFollowUp(desk: Desk, on: boolean): Promise<void> {
  await remember(desk, { followUp: on });
  desk.store.set({ followUp: on });
}
