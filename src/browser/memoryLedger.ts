/** A ledger that lives as long as the page. */
import { marksOf, type KeptMessage, type Ledger, type LedgerEntry } from "../addin/ledgerPorts.ts";
import { namedIn, relatedTo, type MessageIndex } from "./related.ts";
import { unitedEntry } from "./unitedEntry.ts";

export function memoryLedger(): Ledger {
  const messages = new Map<string, KeptMessage>();
  const marked = new Map<string, Set<string>>();
  const entries = new Map<string, LedgerEntry>();
  const memberOf = new Map<string, Set<string>>();
  const open = new Set<string>();

  const byKey = (keys: Iterable<string>) => [...new Set(keys)].flatMap((key) => messages.get(key) ?? []);
  const index: MessageIndex = {
    byKey: (keys) => Promise.resolve(byKey(keys)),
    byMark: (marks) => Promise.resolve(byKey(marks.flatMap((mark) => [...(marked.get(mark) ?? [])]))),
  };
  const forget = (key: string): void => {
    const kept = messages.get(key);
    if (kept !== undefined) for (const mark of marksOf(kept)) marked.get(mark)?.delete(key);
    messages.delete(key);
  };
  const filtered = (wanted: (message: KeptMessage) => boolean) =>
    Promise.resolve([...messages.values()].filter(wanted));

  return {
    messages: index.byKey,
    related: (keys) => relatedTo(index, keys),
    named: (names) => namedIn(index, names),
    inFolder: (mailbox, folder) => filtered((message) => message.mailbox === mailbox && message.folder === folder),
    receivedBetween: (from, to) => filtered(({ receivedAt }) => receivedAt >= from && receivedAt < to),
    keep(kept, forgotten = []) {
      for (const key of forgotten) forget(key);
      for (const message of kept) {
        forget(message.key);
        messages.set(message.key, message);
        for (const mark of marksOf(message)) add(marked, mark, message.key);
      }
      return Promise.resolve();
    },
    entries(names) {
      const found = names.flatMap((name) => [name, ...(memberOf.get(name) ?? [])]);
      return Promise.resolve([...new Set(found)].flatMap((name) => entries.get(name) ?? []));
    },
    ofConversation: (id) =>
      Promise.resolve([...entries.values()].filter(({ conversationId }) => conversationId === id)),
    open: () => Promise.resolve([...open].flatMap((name) => entries.get(name) ?? [])),
    all: () => Promise.resolve([...entries.values()]),
    put(put) {
      for (const each of put) {
        const entry = unitedEntry(entries.get(each.internetMessageId), each);
        for (const name of entries.get(entry.internetMessageId)?.members ?? []) {
          memberOf.get(name)?.delete(entry.internetMessageId);
        }
        entries.set(entry.internetMessageId, entry);
        for (const name of entry.members) add(memberOf, name, entry.internetMessageId);
        if (entry.open) open.add(entry.internetMessageId);
        else open.delete(entry.internetMessageId);
      }
      return Promise.resolve();
    },
  };
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}
