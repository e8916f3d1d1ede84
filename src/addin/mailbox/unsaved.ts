/** Decisions that could not be written on their messages yet: each look tries again, so that other computers find them. */
import type { Desk } from "../desk.ts";
import type { KeptMessage } from "../ledgerPorts.ts";
import type { MailboxWriter } from "../mailboxPorts.ts";
import { unlessRefused } from "../notices.ts";

/** Writes a message's decisions on it, now or at the next look. */
export async function saveOnMessage(desk: Desk, writer: MailboxWriter, message: KeptMessage): Promise<void> {
  await desk.unsaved.change((known) => (known.includes(message.key) ? known : [...known, message.key]));
  await unlessRefused(write(desk, writer, message), () => undefined);
}

/** What earlier looks and steps could not write. @throws OutsideError when it cannot be written now either */
export async function saveUnsaved(desk: Desk, writer: MailboxWriter): Promise<void> {
  const keys = await desk.unsaved.read();
  if (keys.length === 0) return;
  const messages = await desk.ports.storage.ledger.messages(keys);
  for (const message of messages) await write(desk, writer, message);
  const there = new Set(messages.map(({ key }) => key));
  await desk.unsaved.change((known) => known.filter((key) => !keys.includes(key) || there.has(key)));
}

async function write(desk: Desk, writer: MailboxWriter, { key, mailbox, id, decisions }: KeptMessage): Promise<void> {
  const answer = await writer.saveDecisions(mailbox, id, decisions);
  // Somebody else changes it again and again: later. A message that is gone, or not ours to write, never bears it.
  if (answer !== "stale") await desk.unsaved.change((known) => known.filter((each) => each !== key));
}
