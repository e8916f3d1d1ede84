/** What this browser lets us keep, or memory where it lets us keep nothing. */
import type { HandlerMail, Storage } from "../addin/ports.ts";
import { localHandlerMail } from "./handlerMail.ts";
import { keptStorage } from "./keptStorage.ts";
import { memoryStorage, noHandlerMail } from "./memoryStorage.ts";
import { browserTurns } from "./turns.ts";

/**
 * Cross-site frames in private windows get none: reading `localStorage` throws there (outlook-platform §4).
 *
 * @param owner address of the mailbox
 */
export async function browserStorage(owner: string): Promise<Storage> {
  const handlerMail = openHandlerMail(owner);
  const kept = await keptStorage(owner);
  if (kept === null) return { ...memoryStorage(), handlerMail };
  return { ...kept, handlerMail, lasting: true, inTurn: browserTurns(owner) };
}

function openHandlerMail(owner: string): HandlerMail {
  try {
    return localHandlerMail(owner, window.localStorage, window);
  } catch {
    return noHandlerMail();
  }
}
