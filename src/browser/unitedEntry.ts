import type { LedgerEntry } from "../addin/ports.ts";
import { factContent } from "../domain/inquiry/factId.ts";

/** A newer entry with the observations of the older one: two panes that write at once lose nothing. */
export function unitedEntry(kept: LedgerEntry | undefined, put: LedgerEntry): LedgerEntry {
  const all = [...put.observations, ...(kept?.observations ?? [])];
  const byContent = new Map(all.map((observation) => [factContent(observation), observation]));
  return { ...put, observations: [...byContent.values()] };
}
