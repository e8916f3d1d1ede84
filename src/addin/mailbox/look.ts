/** One look through the mailboxes: what changed, what follows, and the marks in Outlook. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Instant } from "../../domain/time.ts";
import { triage } from "../../domain/triage/triage.ts";
import { isUndecided } from "../../domain/mailbox/judge.ts";
import type { JudgedLetter } from "../../domain/mailbox/inquiries.ts";
import { factsOf } from "../../domain/mailbox/seen.ts";
import { addressOf } from "../../domain/triage/senders.ts";
import type { Desk } from "../desk.ts";
import type { KeptMessage } from "../ledgerPorts.ts";
import type { MailboxName, MailboxReader, Round } from "../mailboxPorts.ts";
import type { WholeMailbox } from "../ports.ts";
import { notePutOff, reviewedMs } from "../putOff.ts";
import { askColleagues } from "./colleagues.ts";
import { markAll } from "./marks.ts";
import { keyOf, withHeaders } from "./keptMessage.ts";
import { makeSure, newReading, readRounds, type Reading } from "./rounds.ts";
import { keepMessages, settle } from "./takeIn.ts";
import { isWatchable, lookBackFrom, saveWatched, watchAll } from "./watch.ts";
import type { Watched } from "./watched.ts";

/** Messages that are settled at once: the pane must not falter meanwhile. */
const sliceSize = 50;
/** Folders to which messages moved are found one after the other; more steps than these no mailbox needs. */
const mostSteps = 5;

/**
 * Looks through everything that is watched. What was read is written down before the place is remembered, so that a
 * look that breaks off is made again and loses nothing.
 *
 * @throws OutsideError when the mailbox cannot be read to the end now
 */
export async function lookThrough(desk: Desk, whole: WholeMailbox, rules: Rules): Promise<void> {
  const { reader } = whole;
  const begun = desk.ports.clock.now();
  let watched = await watchAll(desk, reader, rules);
  const reading = newReading();
  let rounds = roundsOf(watched);
  for (let step = 0; rounds.length > 0 && step < mostSteps; step += 1) {
    await readRounds(desk, reader, rules.policy, watched, rounds, reading);
    await makeSure(desk, reader, rules.policy, watched, reading);
    const places = await newPlaces(desk, watched, reading);
    watched = withFolders(watched, places);
    rounds = roundsOf(watched).filter(({ mailbox, folder }) =>
      places.some((place) => place.mailbox === mailbox && place.folder === folder),
    );
  }
  await readHeaders(desk, reader, rules, watched, reading);
  await settleAll(desk, [...reading.touched]);
  await askColleagues(desk);
  await markAll(desk, whole, rules, watched, [...reading.touched]);
  await saveWatched(desk, leftAt(watched, reading, begun));
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

interface PlaceOf {
  readonly mailbox: MailboxName;
  readonly folder: string;
}

/** Folders that hold messages we know and that are not watched yet. */
async function newPlaces(desk: Desk, watched: Watched, reading: Reading): Promise<readonly PlaceOf[]> {
  const messages = await desk.ports.storage.ledger.messages([...reading.touched]);
  const places = new Map<string, PlaceOf>();
  for (const { mailbox, folder } of messages) {
    const known = watched[mailbox];
    if (known === undefined || known.links[folder] !== undefined || !isWatchable(folder, known.folders)) continue;
    places.set(keyOf(mailbox, folder), { mailbox, folder });
  }
  return [...places.values()];
}

function withFolders(watched: Watched, places: readonly PlaceOf[]): Watched {
  return places.reduce<Watched>((all, { mailbox, folder }) => {
    const before = all[mailbox];
    return before === undefined
      ? all
      : { ...all, [mailbox]: { ...before, links: { ...before.links, [folder]: null } } };
  }, watched);
}

/** Where the next look goes on. */
function leftAt(watched: Watched, { links, lost }: Reading, begun: Instant): Watched {
  return Object.fromEntries(
    Object.entries(watched).map(([mailbox, each]) => {
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
  for (const slice of slices([...reading.touched], 200)) {
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
  for (const slice of slices(keys, sliceSize)) {
    const taken = await storage.inTurn(() => settle(desk, slice));
    // The review list is this week's; a first look through years must not hold them all.
    letters.push(...taken.letters.filter(({ letter }) => letter.at >= clock.now() - reviewedMs));
    await clock.breathe();
  }
  if (letters.length > 0) await notePutOff(desk, letters);
}

function slices<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
