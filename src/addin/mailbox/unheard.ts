/**
 * Inquiries of which not everything was heard: the service could not be asked, or colleagues were looking at the same
 * moment. The next look asks again, though nothing touches them any more.
 */
import { maxStatesPerCall } from "../../contract/limits.ts";
import type { Desk } from "../desk.ts";
import type { Asked } from "./colleagues.ts";

/** As they were noted: of one that is open or divisible by now, the ledger tells so. */
export async function unheardInquiries(desk: Desk): Promise<readonly Asked[]> {
  const names = await desk.unheard.read();
  return names.map((internetMessageId) => ({ internetMessageId, open: false, divisible: false }));
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
