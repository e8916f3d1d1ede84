/** A ledger that survives the pane, the browser and the computer's restart. */
import { marksOf, type KeptMessage, type Ledger, type LedgerEntry } from "../addin/ledgerPorts.ts";
import { transact, type StoreName } from "./database.ts";
import { namedIn, relatedTo, type MessageIndex } from "./related.ts";
import { unitedEntry } from "./unitedEntry.ts";

/** With what the indexes need: IndexedDB reads no functions and indexes no booleans. */
interface MessageRow {
  readonly key: string;
  readonly message: KeptMessage;
  readonly marks: readonly string[];
  readonly folder: string;
  readonly receivedAt: number;
}

interface EntryRow {
  readonly name: string;
  readonly entry: LedgerEntry;
  readonly members: readonly string[];
  readonly conversation: string;
  /** 1: open, 2: divisible alone. Absent when nothing is to be done: such rows are not in the index. */
  readonly open?: 1 | 2;
}

export function indexedDbLedger(database: IDBDatabase): Ledger {
  const messagesBy = async (of: (store: IDBObjectStore) => readonly IDBRequest[]) =>
    (await rows<MessageRow>(database, "messages", of)).map(({ message }) => message);
  const entriesBy = async (of: (store: IDBObjectStore) => readonly IDBRequest[]) =>
    (await rows<EntryRow>(database, "inquiries", of)).map(({ entry }) => entry);
  const index: MessageIndex = {
    byKey: (keys) => messagesBy((store) => unique(keys).map((key) => store.get(key))),
    byMark: (marks) => messagesBy((store) => unique(marks).map((mark) => store.index("marks").getAll(mark))),
  };

  return {
    messages: index.byKey,
    related: (keys) => relatedTo(index, keys),
    named: (names) => namedIn(index, names),
    inFolder: (mailbox, folder) => messagesBy((store) => [store.index("folder").getAll(`${mailbox} ${folder}`)]),
    receivedBetween: (from, to) =>
      messagesBy((store) => [store.index("receivedAt").getAll(IDBKeyRange.bound(from, to, false, true))]),
    keep(kept, forgotten = []) {
      return transact<undefined>(database, "messages", "readwrite", (store, answer) => {
        for (const key of forgotten) store.delete(key);
        for (const message of kept) store.put(messageRow(message));
        answer(undefined);
      });
    },
    async entries(names) {
      const found = await entriesBy((store) =>
        unique(names).flatMap((name) => [store.get(name), store.index("members").getAll(name)]),
      );
      return [...new Map(found.map((entry) => [entry.internetMessageId, entry])).values()];
    },
    ofConversation: (id) => entriesBy((store) => [store.index("conversation").getAll(id)]),
    open: () => entriesBy((store) => [store.index("open").getAll(1)]),
    divisible: () => entriesBy((store) => [store.index("open").getAll(2)]),
    all: () => entriesBy((store) => [store.getAll()]),
    put(entries) {
      return transact<undefined>(database, "inquiries", "readwrite", (store, answer) => {
        for (const entry of entries) {
          const kept = store.get(entry.internetMessageId) as IDBRequest<EntryRow | undefined>;
          kept.onsuccess = () => void store.put(entryRow(unitedEntry(kept.result?.entry, entry)));
        }
        answer(undefined);
      });
    },
  };
}

function messageRow(message: KeptMessage): MessageRow {
  const { key, mailbox, folder, receivedAt } = message;
  return { key, message, marks: marksOf(message), folder: `${mailbox} ${folder}`, receivedAt };
}

function entryRow(entry: LedgerEntry): EntryRow {
  const { internetMessageId, members, conversationId, open, divisible } = entry;
  const row = { name: internetMessageId, entry, members, conversation: conversationId };
  return open || divisible ? { ...row, open: open ? 1 : 2 } : row;
}

/** Many requests in one transaction; each answers a row, a list of rows, or nothing. */
function rows<T>(
  database: IDBDatabase,
  store: StoreName,
  of: (store: IDBObjectStore) => readonly IDBRequest[],
): Promise<readonly T[]> {
  return transact<readonly T[]>(database, store, "readonly", (objects, answer) => {
    const found: T[] = [];
    answer(found);
    for (const request of of(objects)) {
      request.onsuccess = () => {
        const value = request.result as T | T[] | undefined;
        if (Array.isArray(value)) for (const each of value) found.push(each);
        else if (value !== undefined) found.push(value);
      };
    }
  });
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
