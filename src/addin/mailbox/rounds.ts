/** Reads what changed in the watched folders, page by page, and keeps it. */
import type { Policy } from "../../domain/policy/policy.ts";
import type { Desk } from "../desk.ts";
import type { KeptMessage } from "../ledgerPorts.ts";
import {
  isRefusal,
  type ChangePage,
  type MailChange,
  type MailboxName,
  type MailboxReader,
  type MailFields,
  type Round,
} from "../mailboxPorts.ts";
import type { Instant } from "../../domain/time.ts";
import { OutsideError } from "../ports.ts";
import { changedMessage, keyOf, type Folders } from "./keptMessage.ts";
import { slices } from "./slices.ts";
import { keepMessages } from "./takeIn.ts";
import type { Watched, WatchedMailbox } from "./watched.ts";
import { keyOfMark, seeMark, type WrittenMark } from "./writtenMark.ts";

/** A message by its mailbox and Graph's id. */
export interface Ref {
  readonly mailbox: MailboxName;
  readonly id: string;
}

export interface PlaceOf {
  readonly mailbox: MailboxName;
  readonly folder: string;
}

/** Changes that are worked out at once: the pane must not falter meanwhile. */
const sliceSize = 50;

/** What one look through the folders found. */
export interface Reading {
  /** Keys of the messages that were told of, and when each was received. */
  readonly touched: Map<string, Instant>;
  /** Keys of those that bear a category or a flag, ours perhaps. */
  readonly marked: Set<string>;
  /** Messages of which it is not sure where they are now: they left a folder, or were told of in part only. */
  readonly unsure: Map<string, Ref>;
  /** Folders that are read from their beginning. */
  readonly fresh: Set<string>;
  /** Folders in which messages were found. */
  readonly places: Map<string, PlaceOf>;
  /** Marks that were written by earlier looks and not seen again yet, by key. */
  readonly unseenMarks: Map<string, WrittenMark>;
  /** Where each folder was left, and folders that are not to be had any more. */
  readonly links: Map<string, string | null>;
  readonly lost: Set<string>;
}

/** @param marks that are to be looked for */
export function newReading(marks: readonly WrittenMark[] = []): Reading {
  return {
    unseenMarks: new Map(marks.map((mark) => [keyOfMark(mark), mark])),
    ...{ marked: new Set(), fresh: new Set(), lost: new Set() },
    ...{ touched: new Map(), unsure: new Map(), places: new Map(), links: new Map() },
  };
}

/** Notes what the rest of the look needs of a message: on a first look, reading all of them again takes minutes. */
export function touch({ touched, marked }: Reading, { key, receivedAt, categories, flag }: KeptMessage): void {
  touched.set(key, receivedAt);
  if (categories.length > 0 || flag.status === "flagged") marked.add(key);
}

/** Reads these rounds to their end. A round whose place is lost (410) begins anew and loses nothing. @throws OutsideError */
export async function readRounds(
  desk: Desk,
  reader: MailboxReader,
  policy: Policy,
  watched: Watched,
  rounds: readonly Round[],
  reading: Reading,
): Promise<void> {
  const begun = new Set<string>();
  for (const { mailbox, folder, link } of rounds) if (link === null) reading.fresh.add(keyOf(mailbox, folder));
  let waiting: readonly Round[] = rounds;
  while (waiting.length > 0) {
    const pages = await reader.pages(waiting);
    await desk.ports.clock.breathe();
    const next: Round[] = [];
    for (const [index, round] of waiting.entries()) {
      const page = pages[index];
      const mailbox = watched[round.mailbox];
      if (page === undefined || mailbox === undefined) continue;
      const place = keyOf(round.mailbox, round.folder);
      if (!isRefusal(page)) {
        await keepPage(desk, policy, mailbox, round, page, reading);
        if (page.next !== null) next.push({ ...round, link: page.next });
        else reading.links.set(place, page.delta);
      } else if (page.refusal === "throttled") next.push(round);
      else if (page.refusal !== "resync") reading.lost.add(place);
      else if (begun.has(place))
        throw new OutsideError("resync", "a folder's changes cannot be read from the beginning");
      else {
        begun.add(place);
        reading.fresh.add(place);
        next.push({ ...round, link: null });
        // What the fresh round does not tell of may be gone: each is asked for.
        for (const { key, id } of await desk.ports.storage.ledger.inFolder(round.mailbox, round.folder)) {
          reading.unsure.set(key, { mailbox: round.mailbox, id });
        }
      }
    }
    waiting = next;
  }
}

async function keepPage(
  desk: Desk,
  policy: Policy,
  { folders }: WatchedMailbox,
  round: Round,
  { changes }: ChangePage,
  reading: Reading,
): Promise<void> {
  const { storage, clock } = desk.ports;
  // One step in the storage for a whole page: there, waiting is dearer than work.
  await storage.inTurn(async () => {
    const keys = changes.map(({ id }) => keyOf(round.mailbox, id));
    const kept = await storage.ledger.messages([...new Set(keys)]);
    const known = new Map(kept.map((message) => [message.key, message]));
    const seen = new Map<string, KeptMessage>();
    for (const slice of slices(changes, sliceSize)) {
      for (const change of slice) takeChange(change, round, known, seen, folders, policy, reading);
      await clock.breathe();
    }
    await keepMessages(desk, [...seen.values()]);
    for (const message of seen.values()) touch(reading, message);
    desk.progress.tell({ read: reading.touched.size, sorted: null });
  });
}

/** @param known messages as they are so far @param seen those of them that this page told of */
function takeChange(
  change: MailChange,
  { mailbox, folder }: Round,
  known: Map<string, KeptMessage>,
  seen: Map<string, KeptMessage>,
  folders: Folders,
  policy: Policy,
  reading: Reading,
): void {
  const key = keyOf(mailbox, change.id);
  const before = known.get(key);
  if (change.removed) {
    // A tombstone may come for what was never seen, and for what another folder's round has told of already.
    // What came since the last look and was moved before this one was never seen where it came.
    const isFresh = reading.fresh.has(keyOf(mailbox, folder));
    if (before !== undefined || !isFresh) reading.unsure.set(key, { mailbox, id: change.id });
    return;
  }
  const fields = { ...change.fields, folder: change.fields.folder ?? folder };
  const message = changedMessage(mailbox, change.id, fields, before, folders, policy);
  if (message === null) {
    reading.unsure.set(key, { mailbox, id: change.id });
    return;
  }
  seeMark(reading.unseenMarks, key, change.fields);
  known.set(key, message);
  seen.set(key, message);
  notePlace(reading, mailbox, message.folder);
}

function notePlace({ places }: Reading, mailbox: MailboxName, folder: string): void {
  places.set(keyOf(mailbox, folder), { mailbox, folder });
}

/** Asks where the unsure ones are now. @throws OutsideError */
export async function makeSure(
  desk: Desk,
  reader: MailboxReader,
  policy: Policy,
  watched: Watched,
  reading: Reading,
): Promise<void> {
  const unsure = [...reading.unsure.values()];
  reading.unsure.clear();
  for (const name of new Set(unsure.map(({ mailbox }) => mailbox))) {
    const mailbox = watched[name];
    const ids = unsure.filter((each) => each.mailbox === name).map(({ id }) => id);
    if (mailbox === undefined) continue;
    const found = await reader.messages(name, ids);
    for (const fields of found.values()) if (fields !== null) notePlace(reading, name, fields.folder);
    for (const message of await keepFound(desk, policy, name, mailbox, found)) {
      touch(reading, message);
      reading.unseenMarks.delete(message.key);
    }
  }
}

/** Keeps messages as they are now, wherever they lie; null for one that is no longer there. @returns them */
export async function keepFound(
  desk: Desk,
  policy: Policy,
  name: MailboxName,
  { folders }: WatchedMailbox,
  found: ReadonlyMap<string, Partial<MailFields> | null>,
): Promise<readonly KeptMessage[]> {
  const { storage } = desk.ports;
  return storage.inTurn(async () => {
    const kept = await storage.ledger.messages([...found.keys()].map((id) => keyOf(name, id)));
    const known = new Map(kept.map((message) => [message.key, message]));
    const now = [...found].flatMap(([id, fields]) => {
      const before = known.get(keyOf(name, id));
      if (fields !== null) return changedMessage(name, id, fields, before, folders, policy) ?? [];
      return before === undefined ? [] : { ...before, place: "gone" as const, folder: "" };
    });
    await keepMessages(desk, now);
    return now;
  });
}
