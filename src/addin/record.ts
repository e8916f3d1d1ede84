/** Writes down what was seen: in the ledger for this computer, in the outbox for the service. */
import { factContent } from "../domain/inquiry/factId.ts";
import type { Observation } from "../domain/inquiry/fact.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import { newAmong, uniteObservations } from "./observations.ts";
import type { LedgerEntry, Waiting } from "./ports.ts";

/** An observation waits under a key made of its content, so that adding it twice is adding it once. */
export function waitingOf(internetMessageId: string, observation: Observation): Waiting {
  return { key: `${internetMessageId} ${factContent(observation)}`, internetMessageId, observation };
}

/**
 * Adds observations to an inquiry. What says nothing new is left out; a reminder's are kept but not reported, because
 * its inquiry is another's. The outbox comes first: a crash in between reports once and looks again, and loses nothing.
 *
 * @param entry the rest of it replaces what the ledger held
 * @returns the entry as kept
 */
export async function record(desk: Desk, entry: LedgerEntry, seen: readonly Observation[]): Promise<LedgerEntry> {
  const { ledger, outbox } = desk.ports.storage;
  const write = async (): Promise<LedgerEntry> => {
    const kept = (await ledger.get(entry.internetMessageId))?.observations ?? [];
    const fresh = newAmong(seen, uniteObservations(kept, entry.observations));
    if (entry.follows === undefined && fresh.length > 0) {
      await outbox.add(fresh.map((observation) => waitingOf(entry.internetMessageId, observation)));
      desk.store.set({ waitingFacts: await outbox.count() });
    }
    const united = { ...entry, observations: uniteObservations(uniteObservations(kept, entry.observations), fresh) };
    await ledger.put(united);
    return united;
  };
  return unlessRefused(write(), () => {
    desk.notices.raise({ code: "storageDenied" });
    return { ...entry, observations: uniteObservations(entry.observations, newAmong(seen, entry.observations)) };
  });
}
