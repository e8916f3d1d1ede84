/** Several messages selected in Outlook's list: which of them are known here, and one word about all of them. */
import type { Desk } from "./desk.ts";
import { decideAbout } from "./mailbox/decide.ts";
import { unlessRefused } from "./notices.ts";
import { showQueue } from "./queue.ts";

/** @returns what to call whenever other messages may be selected; an answer that was overtaken is dropped */
export function selectionFollower(desk: Desk): () => Promise<void> {
  const { mail, storage } = desk.ports;
  let asked = 0;
  return async () => {
    asked += 1;
    const mine = asked;
    const selected = await unlessRefused(mail.selected(), () => []);
    const several = selected.length > 1;
    const kept = several ? await unlessRefused(storage.ledger.named(selected), () => []) : [];
    if (mine !== asked) return;
    const names = [...new Set(kept.map(({ internetMessageId }) => internetMessageId))];
    desk.store.set({ selection: several ? { count: selected.length, names } : null });
  };
}

/** "This needs a reply", of each of them. */
export async function includeSelected(desk: Desk, names: readonly string[]): Promise<void> {
  for (const name of names) await decideAbout(desk, name, (said) => [{ ...said, kind: "included" }]);
  await showQueue(desk);
}
