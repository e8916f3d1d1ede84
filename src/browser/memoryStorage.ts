/** Storage that lives as long as the page: where the browser denies any other, and in tests. */
import type { HandlerMail, Memory, Outbox, Storage, Waiting } from "../addin/ports.ts";
import { memoryLedger } from "./memoryLedger.ts";
import { pageTurns } from "./turns.ts";

export function memoryStorage(): Storage {
  return {
    ledger: memoryLedger(),
    outbox: memoryOutbox(),
    handlerMail: noHandlerMail(),
    memory: memoryMemory(),
    lasting: false,
    inTurn: pageTurns(),
  };
}

export function memoryOutbox(): Outbox {
  const waiting = new Map<string, Waiting>();
  return {
    add(added) {
      for (const each of added) if (!waiting.has(each.key)) waiting.set(each.key, each);
      return Promise.resolve();
    },
    oldest: (count) => Promise.resolve([...waiting.values()].slice(0, count)),
    remove(keys) {
      for (const key of keys) waiting.delete(key);
      return Promise.resolve();
    },
    count: () => Promise.resolve(waiting.size),
  };
}

export function memoryMemory(): Memory {
  const values = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(values.get(key) ?? null),
    set(key, value) {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

/** Without localStorage pane and handlers cannot leave word: replies are found in Sent Items. */
export function noHandlerMail(): HandlerMail {
  return {
    takeNotes: () => Promise.resolve([]),
    leaveHint: () => Promise.resolve(),
    onNote: () => undefined,
  };
}
