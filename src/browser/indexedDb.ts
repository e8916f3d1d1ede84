/** Outbox and memory that survive the pane, the browser and the computer's restart. */
import type { Memory, Outbox, Waiting } from "../addin/ports.ts";
import { ask, transact } from "./database.ts";

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
