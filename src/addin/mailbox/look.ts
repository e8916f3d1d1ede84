/** One look through the mailboxes: what changed, what follows, and the marks in Outlook. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { JudgedLetter } from "../../domain/mailbox/inquiries.ts";
import { dayMs, instant, type Instant } from "../../domain/time.ts";
import type { Desk } from "../desk.ts";
import type { Round } from "../mailboxPorts.ts";
import { unlessRefused } from "../notices.ts";
import type { WholeMailbox } from "../ports.ts";
import { notePutOff, reviewedMs } from "../putOff.ts";
import { showQueue } from "../queue.ts";
import { askColleagues, type Asked } from "./colleagues.ts";
import { askAboutOld, readHeaders } from "./headers.ts";
import { markAll } from "./marks.ts";
import { keyOf } from "./keptMessage.ts";
import { makeSure, newReading, readRounds, touch, type PlaceOf, type Reading } from "./rounds.ts";
import { settle } from "./takeIn.ts";
import { saveUnsaved } from "./unsaved.ts";
import { isWatchable, lookBackFrom, saveWatched, watchAll } from "./watch.ts";
import type { Watched } from "./watched.ts";
import { closeMarks, seeOtherMarks } from "./writtenMarks.ts";

/** Messages that are settled in one turn: more of them make fewer steps in the storage, and a longer wait for a person's. */
const sliceSize = 100;
/** Folders to which messages moved are found one after the other; more steps than these no mailbox needs. */
const mostSteps = 5;
/** By which policy messages were judged last. */
const judgedByKey = "judgedBy";

/**
 * Looks through everything that is watched. What was read is written down before the place is remembered, so that a
 * look that breaks off is made again and loses nothing.
 *
 * @returns true when a message was told of
 * @throws OutsideError when the mailbox cannot be read to the end now
 */
export async function lookThrough(desk: Desk, whole: WholeMailbox, rules: Rules): Promise<boolean> {
  const { reader } = whole;
  const begun = desk.ports.clock.now();
  let watched = await watchAll(desk, reader, rules);
  const lookedFor = whole.writer === null ? [] : await desk.writtenMarks.read();
  const reading = newReading(lookedFor);
  let rounds = roundsOf(watched);
  for (let step = 0; rounds.length > 0 && step < mostSteps; step += 1) {
    await readRounds(desk, reader, rules.policy, watched, rounds, reading);
    await makeSure(desk, reader, rules.policy, watched, reading);
    await seeOtherMarks(desk, reader, rules.policy, watched, reading);
    const places = newPlaces(watched, reading);
    watched = withFolders(watched, places);
    rounds = roundsOf(watched).filter(({ mailbox, folder }) =>
      places.some((place) => place.mailbox === mailbox && place.folder === folder),
    );
  }
  const policy = await withChangedPolicy(desk, rules, reading);
  const unread = await desk.unread.read();
  const touched = [...new Set([...reading.touched.keys(), ...unread])];
  await readHeaders(desk, reader, rules, watched, [...recent(reading, lookBackFrom(rules, begun)), ...unread]);
  await askAboutOld(desk, rules, touched);
  const { inquiries, held } = await settleAll(desk, touched);
  await askColleagues(desk, inquiries);
  await settleAll(desk, held);
  await closeMarks(desk, lookedFor, await markAll(desk, whole, rules, watched, [...reading.marked]));
  if (whole.writer !== null) await saveUnsaved(desk, whole.writer);
  await saveWatched(desk, leftAt(watched, reading, begun));
  await unlessRefused(desk.ports.storage.memory.set(judgedByKey, policy), () => undefined);
  return touched.length > 0;
}

/**
 * Under another policy than last time, what lies inside the look-back window is judged anew; dates need none of that,
 * they are derived whenever they are shown.
 *
 * @returns the policy's mark, to be remembered once the look is over
 */
async function withChangedPolicy(desk: Desk, rules: Rules, reading: Reading): Promise<string> {
  const { storage, digest, clock } = desk.ports;
  const mark = digest.sha256(JSON.stringify(rules.policy));
  const before = await unlessRefused<unknown>(storage.memory.get(judgedByKey), () => null);
  if (before !== null && before !== mark) {
    const now = clock.now();
    const judged = await storage.ledger.receivedBetween(lookBackFrom(rules, now), instant(now + dayMs));
    for (const message of judged) touch(reading, message);
  }
  return mark;
}

/** Keys of what was received at or after this. */
function recent({ touched }: Reading, from: Instant): readonly string[] {
  return [...touched].flatMap(([key, receivedAt]) => (receivedAt >= from ? [key] : []));
}

function roundsOf(watched: Watched): readonly Round[] {
  return Object.entries(watched).flatMap(([mailbox, { links, since, sentSince, folders }]) =>
    Object.entries(links).map(([folder, link]) => ({
      mailbox,
      folder,
      link,
      since: folder === folders.sentitems ? sentSince : since,
    })),
  );
}

/** Folders that hold messages we know and that are not watched yet. */
function newPlaces(watched: Watched, { places }: Reading): readonly PlaceOf[] {
  return [...places.values()].filter(({ mailbox, folder }) => {
    const known = watched[mailbox];
    return known !== undefined && known.links[folder] === undefined && isWatchable(folder, known.folders);
  });
}

function withFolders(watched: Watched, places: readonly PlaceOf[]): Watched {
  return places.reduce<Watched>((all, { mailbox, folder }) => {
    const before = all[mailbox];
    return before === undefined
      ? all
      : { ...all, [mailbox]: { ...before, links: { ...before.links, [folder]: null } } };
  }, watched);
}

/** Where the next look goes on. A mailbox that was closed to the person is begun anew, should it open again. */
function leftAt(watched: Watched, { links, lost }: Reading, begun: Instant): Watched {
  const open = Object.entries(watched).filter(([mailbox, { folders }]) => !lost.has(keyOf(mailbox, folders.inbox)));
  return Object.fromEntries(
    open.map(([mailbox, each]) => {
      const kept = Object.entries(each.links)
        .filter(([folder]) => !lost.has(keyOf(mailbox, folder)))
        .map(([folder, link]) => [folder, links.get(keyOf(mailbox, folder)) ?? link] as const);
      // What could not be read to its end is looked for from where it was seen last.
      const isWhole = kept.length > 0 && kept.length === Object.keys(each.links).length;
      return [mailbox, { ...each, seenThrough: isWhole ? begun : each.seenThrough, links: Object.fromEntries(kept) }];
    }),
  );
}

interface SettledAll {
  readonly inquiries: readonly Asked[];
  readonly held: readonly string[];
}

/**
 * @returns the inquiries to which these messages belong, and messages to settle once more when colleagues were asked
 * @throws OutsideError when what follows cannot be written down: then the look must not remember how far it came
 */
async function settleAll(desk: Desk, keys: readonly string[]): Promise<SettledAll> {
  const { storage, clock } = desk.ports;
  const inquiries: Asked[] = [];
  const held: string[] = [];
  const letters: JudgedLetter[] = [];
  const left = new Set(keys);
  while (left.size > 0) {
    const slice = firstOf(left, sliceSize);
    const taken = await storage.inTurn(() => settle(desk, slice));
    if (taken.refusal !== null) throw taken.refusal;
    // What belongs together is settled together: nobody's turn comes twice.
    for (const key of [...slice, ...taken.keys]) left.delete(key);
    // What these mailboxes do not count may have been answered by a colleague all the same.
    for (const { internetMessageId, open, divisible, members } of taken.entries)
      if (members.length > 0) inquiries.push({ internetMessageId, open, divisible });
    held.push(...taken.held);
    // The review list is this week's; a first look through years must not hold them all.
    letters.push(...taken.letters.filter(({ letter }) => letter.at >= clock.now() - reviewedMs));
    // What a colleague answered is not known yet: the end of the look puts that right.
    if (desk.progress.tell({ read: keys.length, sorted: keys.length - left.size })) await showQueue(desk);
    await clock.breathe();
  }
  if (letters.length > 0) await notePutOff(desk, letters);
  return { inquiries, held };
}

function firstOf(keys: ReadonlySet<string>, count: number): readonly string[] {
  const first: string[] = [];
  for (const key of keys) {
    if (first.push(key) === count) break;
  }
  return first;
}
