/** What survives the pane in this browser, or null where it keeps nothing. */
import { OutsideError, type Storage } from "../addin/ports.ts";
import { openDatabase } from "./database.ts";
import { indexedDbMemory, indexedDbOutbox } from "./indexedDb.ts";
import { indexedDbLedger } from "./indexedDbLedger.ts";

/** Each mailbox has its own: several accounts share one Outlook. @param owner address of the mailbox */
export async function keptStorage(owner: string): Promise<Pick<Storage, "ledger" | "outbox" | "memory"> | null> {
  try {
    const database = await openDatabase(`civicreply ${owner.toLowerCase()}`);
    return {
      ledger: indexedDbLedger(database),
      outbox: indexedDbOutbox(database),
      memory: indexedDbMemory(database),
    };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return null;
  }
}
