/** Puts the item that is open on the desk, whatever it is. */
import type { Desk } from "./desk.ts";
import { markMessage } from "./markMessage.ts";
import { unlessRefused } from "./notices.ts";
import { examineDraft } from "./openDraft.ts";
import { examineMessage, knowInquiry } from "./openMessage.ts";
import type { OpenDraft, OpenMessage } from "./ports.ts";
import { show } from "./show.ts";

/** Reads the open item. A result that comes back after another item was opened is dropped. */
export async function openItem(desk: Desk): Promise<void> {
  desk.generation += 1;
  const { generation } = desk;
  const isCurrent = () => desk.generation === generation;
  const item = await unlessRefused(desk.ports.mail.current(), () => null);
  if (!isCurrent()) return;
  if (item === null) clear(desk);
  else if (item.kind === "draft") await openDraft(desk, item, isCurrent);
  else await openMessage(desk, item, isCurrent);
}

function clear(desk: Desk): void {
  desk.opened = null;
  desk.draft = null;
  desk.inquiry = null;
  desk.lastStep = null;
  show(desk);
}

async function openDraft(desk: Desk, item: OpenDraft, isCurrent: () => boolean): Promise<void> {
  const examined = await examineDraft(desk, item);
  if (examined === null || !isCurrent()) return;
  desk.opened = null;
  desk.lastStep = null;
  desk.draft = examined.draft;
  desk.inquiry = examined.inquiry;
  show(desk);
}

async function openMessage(desk: Desk, message: OpenMessage, isCurrent: () => boolean): Promise<void> {
  const examined = await examineMessage(desk, message, isCurrent);
  if (examined === null || !isCurrent()) return;
  if (desk.opened?.message.itemId !== message.itemId) desk.lastStep = null;
  desk.opened = { message, seen: examined.seen };
  desk.draft = null;
  desk.inquiry = examined.inquiry;
  show(desk);
  await markMessage(desk);
}

/** Shows what has been learnt of the item on the desk since it was opened, and marks the message anew. */
export async function renewInquiry(desk: Desk): Promise<void> {
  const { opened, draft, rules, generation } = desk;
  if (rules === null) return;
  const inquiry =
    opened !== null
      ? await knowInquiry(desk, rules, opened.seen)
      : draft !== null
        ? ((await examineDraft(desk, draft.item))?.inquiry ?? null)
        : null;
  if (desk.generation !== generation || (opened === null && draft === null)) return;
  desk.inquiry = inquiry;
  show(desk);
  if (opened !== null) await markMessage(desk);
}
