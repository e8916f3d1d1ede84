/** A ledger that lives as long as the page. */
import { marksOf, type KeptMessage, type Ledger, type LedgerEntry } from "../addin/ledgerPorts.ts";
import { textIndex } from "./textIndex.ts";
import { namedIn, relatedTo, type MessageIndex } from "./related.ts";
import { unitedEntry } from "./unitedEntry.ts";

/**
 * As text: a mailbox has tens of thousands, most of them settled for good, and a text takes a third of the memory that
 * the same object takes, and nearly none of the collector's time.
 */
interface MessageRow {
  readonly text: string;
  readonly folder: string;
  readonly receivedAt: number;
}

export function memoryLedger(): Ledger {
  const messages = new Map<string, MessageRow>();
  const marked = textIndex();
  const entries = new Map<string, string>();
  const memberOf = textIndex();
  const ofConversation = textIndex();
  const open = new Set<string>();
  const divisible = new Set<string>();

  const messageOf = ({ text }: MessageRow) => JSON.parse(text) as KeptMessage;
  const byKey = (keys: Iterable<string>) =>
    [...new Set(keys)].flatMap((key) => {
      const row = messages.get(key);
      return row === undefined ? [] : messageOf(row);
    });
  const index: MessageIndex = {
    byKey: (keys) => Promise.resolve(byKey(keys)),
    byMark: (marks) => Promise.resolve(byKey(marks.flatMap((mark) => marked.under(mark)))),
  };
  const forget = (key: string): void => {
    for (const message of byKey([key])) for (const mark of marksOf(message)) marked.remove(mark, key);
    messages.delete(key);
  };
  const filtered = (wanted: (row: MessageRow) => boolean) =>
    Promise.resolve([...messages.values()].filter(wanted).map(messageOf));
  const entry = (name: string) => {
    const text = entries.get(name);
    return text === undefined ? undefined : (JSON.parse(text) as LedgerEntry);
  };
  const named = (names: Iterable<string>) => Promise.resolve([...new Set(names)].flatMap((name) => entry(name) ?? []));

  return {
    messages: index.byKey,
    related: (keys) => relatedTo(index, keys),
    named: (names) => namedIn(index, names),
    inFolder: (mailbox, folder) => filtered((row) => row.folder === placeOf(mailbox, folder)),
    receivedBetween: (from, to) => filtered(({ receivedAt }) => receivedAt >= from && receivedAt < to),
    keep(kept, forgotten = []) {
      for (const key of forgotten) forget(key);
      for (const message of kept) {
        const { key, mailbox, folder, receivedAt } = message;
        forget(key);
        messages.set(key, { text: JSON.stringify(message), folder: placeOf(mailbox, folder), receivedAt });
        for (const mark of marksOf(message)) marked.add(mark, key);
      }
      return Promise.resolve();
    },
    entries: (names) => named(names.flatMap((name) => [name, ...memberOf.under(name)])),
    ofConversation: (id) => named(ofConversation.under(id)),
    open: () => named(open),
    divisible: () => named(divisible),
    all: () => named(entries.keys()),
    put(put) {
      for (const each of put) {
        const name = each.internetMessageId;
        const before = entry(name);
        for (const member of before?.members ?? []) memberOf.remove(member, name);
        if (before !== undefined) ofConversation.remove(before.conversationId, name);
        const now = unitedEntry(before, each);
        entries.set(name, JSON.stringify(now));
        for (const member of now.members) memberOf.add(member, name);
        ofConversation.add(now.conversationId, name);
        open.delete(name);
        divisible.delete(name);
        if (now.open) open.add(name);
        else if (now.divisible) divisible.add(name);
      }
      return Promise.resolve();
    },
  };
}

function placeOf(mailbox: string, folder: string): string {
  return `${mailbox} ${folder}`;
}
