/** Ledger, outbox and memory that survive the pane, the browser and the computer's restart. */
import type { Ledger, LedgerEntry, Memory, Outbox, Waiting } from "../addin/ports.ts";
import type { Instant } from "../domain/time.ts";
import { ask, transact } from "./database.ts";
import { unitedEntry } from "./unitedEntry.ts";

const lookedAtKey = "lookedAt";

export function indexedDbLedger(database: IDBDatabase): Ledger {
  return {
    async get(id) {
      const found = (await ask(database, "ledger", "readonly", (store) => store.get(id))) as LedgerEntry | undefined;
      return found ?? null;
    },
    async ofConversation(id) {
      return ask<LedgerEntry[]>(
        database,
        "ledger",
        "readonly",
        (store) => store.index("conversation").getAll(id) as IDBRequest<LedgerEntry[]>,
      );
    },
    async all() {
      return ask<LedgerEntry[]>(database, "ledger", "readonly", (store) => store.getAll() as IDBRequest<LedgerEntry[]>);
    },
    put(entry) {
      return transact<undefined>(database, "ledger", "readwrite", (store, answer) => {
        const kept = store.get(entry.internetMessageId);
        kept.onsuccess = () => {
          store.put(unitedEntry(kept.result as LedgerEntry | undefined, entry));
          answer(undefined);
        };
      });
    },
    async lookedAt() {
      const found = (await ask(database, "memory", "readonly", (store) => store.get(lookedAtKey))) as
        Instant | undefined;
      return found ?? null;
    },
    async setLookedAt(at) {
      await ask(database, "memory", "readwrite", (store) => store.put(at, lookedAtKey));
    },
  };
}

export function indexedDbOutbox(database: IDBDatabase): Outbox {
  return {
    add(waiting) {
      return transact<undefined>(database, "outbox", "readwrite", (store, answer) => {
        answer(undefined);
        for (const each of waiting) {
          const known = store.index("key").getKey(each.key);
          known.onsuccess = () => {
            if (known.result === undefined) store.add(each);
          };
        }
      });
    },
    async oldest(count) {
      return ask<Waiting[]>(
        database,
        "outbox",
        "readonly",
        (store) => store.getAll(null, count) as IDBRequest<Waiting[]>,
      );
    },
    remove(keys) {
      return transact<undefined>(database, "outbox", "readwrite", (store, answer) => {
        answer(undefined);
        for (const key of keys) {
          const place = store.index("key").getKey(key);
          place.onsuccess = () => {
            if (place.result !== undefined) store.delete(place.result);
          };
        }
      });
    },
    count: () => ask(database, "outbox", "readonly", (store) => store.count()),
  };
}

export function indexedDbMemory(database: IDBDatabase): Memory {
  return {
    async get(key) {
      return (await ask<unknown>(database, "memory", "readonly", (store) => store.get(key))) ?? null;
    },
    async set(key, value) {
      await ask(database, "memory", "readwrite", (store) => store.put(value, key));
    },
  };
}
