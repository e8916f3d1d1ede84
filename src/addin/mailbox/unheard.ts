/** Inquiries of which the service could not be asked: the next look asks again, though nothing touches them any more. */
import { maxStatesPerCall } from "../../contract/limits.ts";
import type { Desk } from "../desk.ts";
import type { LedgerEntry } from "../ledgerPorts.ts";
import type { Asked } from "./colleagues.ts";
import { blankEntry } from "./entry.ts";

export async function unheardEntries(desk: Desk): Promise<readonly LedgerEntry[]> {
  const names = await desk.unheard.read();
  if (names.length === 0) return [];
  const entries = await desk.ports.storage.ledger.entries(names);
  return names.map((name) => entries.find(({ internetMessageId }) => internetMessageId === name) ?? blankEntry(name));
}

/** As many as one call asks about, the latest: whoever lost the service for long hears of what waits all the same. */
export async function noteUnheard(desk: Desk, entries: readonly Asked[]): Promise<void> {
  const names = entries
    .filter(({ open, divisible }) => !open && !divisible)
    .map(({ internetMessageId }) => internetMessageId);
  if (names.length === 0) return;
  await desk.unheard.change((known) => [...new Set([...known, ...names])].slice(-maxStatesPerCall));
}

export async function noteHeard(desk: Desk, entries: readonly Asked[]): Promise<void> {
  const heard = new Set(entries.map(({ internetMessageId }) => internetMessageId));
  await desk.unheard.change((known) =>
    known.some((name) => heard.has(name)) ? known.filter((name) => !heard.has(name)) : known,
  );
}
