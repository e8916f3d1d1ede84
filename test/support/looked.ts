/** A pane that looked once, and what its ledger says then. */
import type { Addin } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import type { LedgerEntry } from "../../src/addin/ledgerPorts.ts";
import { entryStanding } from "../../src/addin/mailbox/entry.ts";
import { nodeDigest, rules, settled, world, type World } from "./ports.ts";

/** A world whose messages can be marked, with a pane that looked once. */
export async function looked(
  prepare: (w: World) => void = () => undefined,
): Promise<World & { readonly addin: Addin }> {
  const plain = world();
  const w = { ...plain, ports: { ...plain.ports, mailbox: { reader: plain.mailbox, writer: plain.mailbox } } };
  prepare(w);
  const addin = createAddin(w.ports, { dice: () => 0.5, scopes: [] });
  await addin.start();
  await settled();
  return { ...w, addin };
}

export async function entryOf({ ports }: World, name: string): Promise<LedgerEntry | undefined> {
  return (await ports.storage.ledger.entries([name])).find(({ internetMessageId }) => internetMessageId === name);
}

/** Where it stands by all that is known here of it; null when nothing is. */
export async function standingOf(w: World, name: string) {
  const entry = await entryOf(w, name);
  const hash = (text: string) => nodeDigest.sha256(text);
  return entry === undefined ? null : entryStanding(entry, { rules, now: w.clock.now(), hash });
}
