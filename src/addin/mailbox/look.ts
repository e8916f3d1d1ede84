/** One look through the mailboxes: what changed, what follows, and the marks in Outlook. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Instant } from "../../domain/time.ts";
import { triage } from "../../domain/triage/triage.ts";
import { isUndecided, judged } from "../../domain/mailbox/judge.ts";
import { lettersOf } from "../../domain/mailbox/letter.ts";
import type { JudgedLetter } from "../../domain/mailbox/inquiries.ts";
import { factsOf } from "../../domain/mailbox/seen.ts";
import { dayMs, instant } from "../../domain/time.ts";
import { addressOf } from "../../domain/triage/senders.ts";
import type { Desk } from "../desk.ts";
import type { KeptMessage } from "../ledgerPorts.ts";
import type { MailboxReader, Round } from "../mailboxPorts.ts";
import { unlessRefused } from "../notices.ts";
import type { WholeMailbox } from "../ports.ts";
import { notePutOff, reviewedMs } from "../putOff.ts";
import { askColleagues, learnOf } from "./colleagues.ts";
import { blankEntry } from "./entry.ts";
import { readerOf } from "./reader.ts";
import { markAll } from "./marks.ts";
import { keyOf, withHeaders } from "./keptMessage.ts";
import { makeSure, newReading, readRounds, type PlaceOf, type Reading } from "./rounds.ts";
import { slices } from "./slices.ts";
import { keepMessages, settle } from "./takeIn.ts";
import { saveUnsaved } from "./unsaved.ts";
import { isWatchable, lookBackFrom, saveWatched, watchAll } from "./watch.ts";
import type { Watched } from "./watched.ts";

/** Messages that are settled at once: the pane must not falter meanwhile. */
const sliceSize = 25;
/** Messages that are weighed at once, and asked for their headers where need be. */
const headerSliceSize = 100;
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
  const reading = newReading();
  let rounds = roundsOf(watched);
  for (let step = 0; rounds.length > 0 && step < mostSteps; step += 1) {
    await readRounds(desk, reader, rules.policy, watched, rounds, reading);
    await makeSure(desk, reader, rules.policy, watched, reading);
    const places = newPlaces(watched, reading);
    watched = withFolders(watched, places);
    rounds = roundsOf(watched).filter(({ mailbox, folder }) =>
      places.some((place) => place.mailbox === mailbox && place.folder === folder),
    );
  }
  const policy = await withChangedPolicy(desk, rules, reading);
  await readHeaders(desk, reader, rules, watched, reading);
  await askAboutOld(desk, rules, [...reading.touched]);
  await settleAll(desk, [...reading.touched]);
  await askColleagues(desk);
  await markAll(desk, whole, rules, watched, [...reading.touched]);
  if (whole.writer !== null) await saveUnsaved(desk, whole.writer);
  await saveWatched(desk, leftAt(watched, reading, begun));
  await unlessRefused(desk.ports.storage.memory.set(judgedByKey, policy), () => undefined);
  return reading.touched.size > 0;
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
    const recent = await storage.ledger.receivedBetween(lookBackFrom(rules, now), instant(now + dayMs));
    for (const { key } of recent) reading.touched.add(key);
  }
  return mark;
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

/** Asks for headers where the envelope leaves it open, and only as far back as the policy looks. */
async function readHeaders(
  desk: Desk,
  reader: MailboxReader,
  rules: Rules,
  watched: Watched,
  reading: Reading,
): Promise<void> {
  const from = lookBackFrom(rules, desk.ports.clock.now());
  for (const slice of slices([...reading.touched], headerSliceSize)) {
    const messages = await desk.ports.storage.ledger.messages(slice);
    const wanted = messages.filter(
      (message) => message.receivedAt >= from && needsHeaders(desk, rules, watched, message),
    );
    for (const mailbox of new Set(wanted.map((message) => message.mailbox))) {
      const mine = wanted.filter((message) => message.mailbox === mailbox);
      const headers = await reader.headers(
        mailbox,
        mine.map(({ id }) => id),
      );
      await desk.ports.storage.inTurn(() =>
        keepMessages(
          desk,
          mine.map((message) => withHeaders(message, headers.get(message.id) ?? null)),
        ),
      );
    }
    await desk.ports.clock.breathe();
  }
}

/**
 * Of old mail that this computer has never seen the service may know, from another one that read its headers in time:
 * what was counted then counts here too.
 */
async function askAboutOld(desk: Desk, rules: Rules, keys: readonly string[]): Promise<void> {
  const reader = readerOf(desk, rules);
  for (const slice of slices(keys, headerSliceSize)) {
    const messages = await desk.ports.storage.ledger.messages(slice);
    const old = lettersOf(messages, reader.own).filter(
      (letter) => !letter.isOurs && judged(letter, [], reader).rule === "before-look-back",
    );
    const known = await desk.ports.storage.ledger.entries(old.map(({ name }) => name));
    const unknown = old.filter(({ name }) => known.every(({ internetMessageId }) => internetMessageId !== name));
    await learnOf(
      desk,
      unknown.map(({ name }) => blankEntry(name)),
    );
    await desk.ports.clock.breathe();
  }
}

function needsHeaders(desk: Desk, rules: Rules, watched: Watched, message: KeptMessage): boolean {
  const { place, isDraft, headersAsked, headers, mailbox, receivedAt } = message;
  if (headersAsked || headers !== null || isDraft || (place !== "here" && place !== "junk" && place !== "deleted"))
    return false;
  const own = desk.ports.mail.user.address.toLowerCase();
  if ([own, ...Object.keys(watched)].includes(addressOf(message.from))) return false;
  if (receivedAt < (watched[mailbox]?.since ?? 0)) return false;
  const facts = factsOf(message, mailbox === "" ? own : mailbox);
  return isUndecided(triage(facts, rules.policy), facts);
}

async function settleAll(desk: Desk, keys: readonly string[]): Promise<void> {
  const { storage, clock } = desk.ports;
  const letters: JudgedLetter[] = [];
  const left = new Set(keys);
  while (left.size > 0) {
    const slice = firstOf(left, sliceSize);
    const taken = await storage.inTurn(() => settle(desk, slice));
    // What belongs together is settled together: nobody's turn comes twice.
    for (const key of [...slice, ...taken.keys]) left.delete(key);
    // The review list is this week's; a first look through years must not hold them all.
    letters.push(...taken.letters.filter(({ letter }) => letter.at >= clock.now() - reviewedMs));
    await clock.breathe();
  }
  if (letters.length > 0) await notePutOff(desk, letters);
}

function firstOf(keys: ReadonlySet<string>, count: number): readonly string[] {
  const first: string[] = [];
  for (const key of keys) {
    if (first.push(key) === count) break;
  }
  return first;
}
