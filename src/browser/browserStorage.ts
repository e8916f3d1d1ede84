/** What this browser lets us keep, or memory where it lets us keep nothing. */
import { OutsideError, type HandlerMail, type Storage as KeptStorage } from "../addin/ports.ts";
import { openDatabase } from "./database.ts";
import { localHandlerMail } from "./handlerMail.ts";
import { indexedDbMemory, indexedDbOutbox } from "./indexedDb.ts";
import { indexedDbLedger } from "./indexedDbLedger.ts";
import { memoryStorage, noHandlerMail } from "./memoryStorage.ts";
import { browserTurns } from "./turns.ts";

/**
 * Each mailbox has its own: several accounts share one Outlook.
 * Cross-site frames in private windows get none: reading `localStorage` throws there (outlook-platform §4).
 *
 * @param owner address of the mailbox
 */
export async function browserStorage(owner: string): Promise<KeptStorage> {
  const handlerMail = openHandlerMail(owner);
  try {
    const database = await openDatabase(`civicreply ${owner.toLowerCase()}`);
    return {
      ledger: indexedDbLedger(database),
      outbox: indexedDbOutbox(database),
      memory: indexedDbMemory(database),
      handlerMail,
      lasting: true,
      inTurn: browserTurns(owner),
    };
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    return { ...memoryStorage(), handlerMail };
  }
}

function openHandlerMail(owner: string): HandlerMail {
  try {
    return localHandlerMail(owner, window.localStorage, window);
  } catch {
    return noHandlerMail();
  }
}
