import type { LedgerEntry } from "../addin/ledgerPorts.ts";
import { factContent } from "../domain/inquiry/factId.ts";
import type { Observation } from "../domain/inquiry/fact.ts";

/** A newer entry with the observations of the older one: two panes that write at once lose nothing. */
export function unitedEntry(kept: LedgerEntry | undefined, put: LedgerEntry): LedgerEntry {
  if (kept === undefined) return put;
  return {
    ...put,
    observations: united(put.observations, kept.observations),
    heard: united(put.heard, kept.heard),
  };
}

function united(a: readonly Observation[], b: readonly Observation[]): readonly Observation[] {
  const byContent = new Map([...a, ...b].map((observation) => [factContent(observation), observation]));
  return [...byContent.values()];
}
