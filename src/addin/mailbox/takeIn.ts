/** Takes in what was seen of messages and settles what follows: one way in, for the open item and for whole mailboxes. */
import { groupedBy } from "../../domain/grouped.ts";
import { inquiriesIn, type Found, type JudgedLetter } from "../../domain/mailbox/inquiries.ts";
import type { Reader } from "../../domain/mailbox/judge.ts";
import { namedBy, nameOf } from "../../domain/mailbox/seen.ts";
import type { Desk } from "../desk.ts";
import type { KeptMessage, LedgerEntry } from "../ledgerPorts.ts";
import { unlessRefused } from "../notices.ts";
import type { OutsideError } from "../ports.ts";
import { waitingOf } from "../outboxKey.ts";
import { clustersOf } from "./cluster.ts";
import { allOf, settled, type Settled, type Settling } from "./entry.ts";
import { withKnowledge } from "./keptMessage.ts";
import { readerOf } from "./reader.ts";
import { settlingOf } from "./settling.ts";
import { slices } from "./slices.ts";

/** Heaps of messages that are read through at once: the pane must not falter meanwhile. */
const sliceSize = 20;

/** What is now known of some messages. */
export interface Taken {
  /** Keys of all messages that were read through: those asked for, and what belongs with them. */
  readonly keys: readonly string[];
  readonly letters: readonly JudgedLetter[];
  /** Entries of the ledger that concern them, as they are now. */
  readonly entries: readonly LedgerEntry[];
  /** Keys of messages that are to be settled once more when colleagues were asked. */
  readonly held: readonly string[];
  /** Why what follows could not be written down: the next look settles these messages again. Null when it was. */
  readonly refusal: OutsideError | null;
}

/** Keeps messages as they were seen last, and what their copies know of them. */
export async function keepMessages(desk: Desk, seen: readonly KeptMessage[]): Promise<readonly string[]> {
  const { ledger } = desk.ports.storage;
  // A look begins with what was kept; the open item does not.
  const opened = seen.filter(({ etag }) => etag === "").map(({ key }) => key);
  const before = new Map((await ledger.messages(opened)).map((message) => [message.key, message]));
  const copies = await ledger.named(seen.flatMap(({ internetMessageId }) => internetMessageId || []));
  const merged = seen.map((message) => {
    const kept = before.get(message.key);
    return kept === undefined ? message : renewed(message, kept);
  });
  const { keep, forget } = oneCopyEach(merged, copies);
  await ledger.keep(keep, forget);
  return keep.map(({ key }) => key);
}

/** The open item, read once more: what could be read this time goes before what was read then. */
function renewed(message: KeptMessage, kept: KeptMessage): KeptMessage {
  const { said, forwardedFrom } = message;
  const both = withKnowledge(message, kept);
  return said === null ? both : { ...both, said, forwardedFrom };
}

/**
 * Outlook's own copy of a message goes into Graph's, which knows where the message lies; it stays only where Graph has
 * none.
 */
function oneCopyEach(
  seen: readonly KeptMessage[],
  copies: readonly KeptMessage[],
): { readonly keep: readonly KeptMessage[]; readonly forget: readonly string[] } {
  const keep = new Map<string, KeptMessage>();
  const forget = new Set<string>();
  const byName = byMessageId(seen, copies);
  for (const message of seen) {
    const others = (byName.get(message.internetMessageId) ?? []).filter(({ key }) => key !== message.key);
    const fromGraph = others.filter(({ etag }) => etag !== "");
    if (message.etag === "" && fromGraph.length > 0) {
      for (const copy of fromGraph) keep.set(copy.key, withKnowledge(keep.get(copy.key) ?? copy, message));
      forget.add(message.key);
    } else {
      const fromOutlook = message.etag === "" ? [] : others.filter(({ etag }) => etag === "");
      keep.set(message.key, fromOutlook.reduce(withKnowledge, keep.get(message.key) ?? message));
      for (const { key } of fromOutlook) forget.add(key);
    }
  }
  for (const key of forget) keep.delete(key);
  return { keep: [...keep.values()], forget: [...forget] };
}

/** All that have an id, as they were seen now rather than as they were kept. */
function byMessageId(
  seen: readonly KeptMessage[],
  copies: readonly KeptMessage[],
): ReadonlyMap<string, readonly KeptMessage[]> {
  const keys = new Set(seen.map(({ key }) => key));
  const all = [...seen, ...copies.filter(({ key }) => !keys.has(key))];
  const known = all.filter(({ internetMessageId }) => internetMessageId !== "");
  return groupedBy(known, ({ internetMessageId }) => internetMessageId);
}

/** Reads through everything that belongs with these messages, and writes down what follows. */
export async function settle(desk: Desk, keys: readonly string[]): Promise<Taken> {
  const { rules } = desk;
  if (rules === null || keys.length === 0) return { keys: [], letters: [], entries: [], held: [], refusal: null };
  const { ledger } = desk.ports.storage;
  const settling = settlingOf(desk, rules);
  const related = await ledger.related(keys);
  const clusters = clustersOf(related);
  const kept = await ledger.entries([...new Set(clusters.flat().flatMap(namesIn))]);
  const reader = readerOf(desk, rules);
  const taken: ReturnType<typeof settledCluster>[] = [];
  for (const slice of slices(clusters, sliceSize)) {
    if (taken.length > 0) await desk.ports.clock.breathe();
    taken.push(...slice.map((cluster) => settledCluster(cluster, kept, reader, settling)));
  }
  const refusal = await write(
    desk,
    taken.flatMap(({ outcome }) => outcome),
  );
  if (refusal !== null) await desk.unread.change((known) => [...new Set([...known, ...keys])]);
  const changed = new Map(kept.map((entry) => [entry.internetMessageId, entry]));
  for (const { outcome } of taken) for (const { entry } of outcome) changed.set(entry.internetMessageId, entry);
  return {
    keys: related.map(({ key }) => key),
    letters: taken.flatMap(({ found }) => found.received),
    entries: [...changed.values()],
    held: taken.flatMap(({ cluster, outcome }) =>
      outcome.some(({ held }) => held) ? cluster.map(({ key }) => key) : [],
    ),
    refusal,
  };
}

function settledCluster(
  cluster: readonly KeptMessage[],
  kept: readonly LedgerEntry[],
  reader: Reader,
  settling: Settling,
): { readonly cluster: readonly KeptMessage[]; readonly found: Found; readonly outcome: readonly Settled[] } {
  const names = new Set(cluster.flatMap(namesIn));
  const concerned = kept.filter(
    (entry) => names.has(entry.internetMessageId) || entry.members.some((name) => names.has(name)),
  );
  const told = new Map(concerned.map((entry) => [entry.internetMessageId, allOf(entry)]));
  const found = inquiriesIn(cluster, (name) => told.get(name) ?? [], reader, settling.hash);
  return { cluster, found, outcome: settled(found, concerned, settling) };
}

/**
 * The outbox comes first: a crash in between reports once and looks again, and loses nothing.
 *
 * @returns why it could not be written, or null
 */
async function write(desk: Desk, outcome: readonly Settled[]): Promise<OutsideError | null> {
  const { ledger, outbox } = desk.ports.storage;
  const waiting = outcome.flatMap(({ entry, fresh }) =>
    fresh.map((observation) => waitingOf(entry.internetMessageId, observation)),
  );
  const written = async (): Promise<null> => {
    if (waiting.length > 0) await outbox.add(waiting);
    await ledger.put(outcome.map(({ entry }) => entry));
    if (waiting.length > 0) desk.store.set({ waitingFacts: await outbox.count() });
    return null;
  };
  return unlessRefused<OutsideError | null>(written(), (refusal) => {
    desk.notices.raise({ code: "storageDenied" });
    return refusal;
  });
}

function namesIn(message: KeptMessage): readonly string[] {
  return [nameOf(message), ...namedBy(message)];
}
