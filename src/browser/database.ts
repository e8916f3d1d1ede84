/** IndexedDB by promises: one database, four stores. */
import { OutsideError } from "../addin/ports.ts";

const version = 2;

export type StoreName = "messages" | "inquiries" | "outbox" | "memory";

/** @throws OutsideError storageDenied in private windows, cross-site frames without storage, or when the disk is full */
export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const denied = (why: unknown) => reject(new OutsideError("storageDenied", `IndexedDB: ${String(why)}`));
    try {
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = ({ oldVersion }) => createStores(opening.result, oldVersion);
      opening.onerror = () => denied(opening.error);
      opening.onblocked = () => denied("blocked by another window");
      opening.onsuccess = () => {
        // Another window with a newer version of the pane must be able to upgrade.
        opening.result.onversionchange = () => opening.result.close();
        resolve(opening.result);
      };
    } catch (error) {
      denied(error);
    }
  });
}

/** What waits for the service is kept over every change; the ledger of version 1 is read anew from the mailbox. */
function createStores(database: IDBDatabase, oldVersion: number): void {
  if (oldVersion === 1) database.deleteObjectStore("ledger");
  const messages = database.createObjectStore("messages", { keyPath: "key" });
  messages.createIndex("marks", "marks", { multiEntry: true });
  messages.createIndex("folder", "folder");
  messages.createIndex("receivedAt", "receivedAt");
  const inquiries = database.createObjectStore("inquiries", { keyPath: "name" });
  inquiries.createIndex("members", "members", { multiEntry: true });
  inquiries.createIndex("conversation", "conversation");
  inquiries.createIndex("open", "open");
  if (oldVersion > 0) return;
  // The key grows with each entry, so that the oldest comes first; `key` itself keeps repetitions out.
  database.createObjectStore("outbox", { autoIncrement: true }).createIndex("key", "key", { unique: true });
  database.createObjectStore("memory");
}

/** One request in a transaction of its own. @throws OutsideError storageDenied */
export function ask<T>(
  database: IDBDatabase,
  store: StoreName,
  mode: IDBTransactionMode,
  request: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return transact(database, store, mode, (objects, answer) => {
    const asked = request(objects);
    asked.onsuccess = () => answer(asked.result);
  });
}

/**
 * Work in one transaction; the promise settles when it is committed.
 *
 * @param work calls `answer` with its result before the transaction ends
 */
export function transact<T>(
  database: IDBDatabase,
  store: StoreName,
  mode: IDBTransactionMode,
  work: (objects: IDBObjectStore, answer: (value: T) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const denied = (why: unknown) => reject(new OutsideError("storageDenied", `IndexedDB: ${String(why)}`));
    try {
      const transaction = database.transaction(store, mode);
      let result: { readonly value: T } | null = null;
      transaction.oncomplete = () => (result === null ? denied("no answer") : resolve(result.value));
      transaction.onerror = () => denied(transaction.error);
      transaction.onabort = () => denied(transaction.error);
      work(transaction.objectStore(store), (value) => {
        result = { value };
      });
    } catch (error) {
      denied(error);
    }
  });
}
