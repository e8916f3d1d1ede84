/** Categories and follow-up flags on the messages themselves. Only our own are ever set, changed or cleared. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import type { LocalDay } from "../../domain/time.ts";
import type { Desk } from "../desk.ts";
import type { KeptMessage, LedgerEntry } from "../ledgerPorts.ts";
import type { Mark, MailboxName, MailboxWriter } from "../mailboxPorts.ts";
import { unlessRefused } from "../notices.ts";
import type { OutsideCode, StateCategory, WholeMailbox } from "../ports.ts";
import { categoryNames, categoryOf, shownByDefault } from "../stateCategories.ts";
import { entryStanding, unfinished } from "./entry.ts";
import { flaggedFor, kinOf, markedFlag, waitingDay } from "./followUps.ts";
import { settlingOf } from "./settling.ts";
import { keyOf } from "./keptMessage.ts";
import { keepFound } from "./rounds.ts";
import { slices } from "./slices.ts";
import type { Watched } from "./watched.ts";
import { countWrite, mayWriteAgain, noteWriting, type MarksWritten } from "./writtenMarks.ts";

/** Three batches of Graph's, and no more than the pane can bear at once. */
const sliceSize = 60;
/** A message that somebody else changes again and again is left for the next look. */
const mostTries = 3;

/**
 * Puts the marks right on everything that waits, and on what was told of just now with a mark on it. On all others that
 * were told of none is missing: an inquiry whose marks are not right is open.
 *
 * @param marked keys of what was told of with a category or a flag on it
 * @returns what was written, and what was not though it is wrong
 * @throws OutsideError when it broke off
 */
export async function markAll(
  desk: Desk,
  whole: WholeMailbox,
  rules: Rules,
  watched: Watched,
  marked: readonly string[],
): Promise<MarksWritten> {
  const { ledger } = desk.ports.storage;
  const { writer } = whole;
  const outcome: MarksWritten = { written: new Set(), heldBack: new Set() };
  if (writer === null) return outcome;
  const open = await ledger.open();
  const waiting = await ledger.named(open.flatMap(({ members }) => members));
  const keys = [...new Set([...marked, ...waiting.map(({ key }) => key)])];
  const allowed = new Set<MailboxName>();
  for (const mailbox of Object.keys(watched)) if (await isMarkable(desk, whole, rules, mailbox)) allowed.add(mailbox);
  for (const slice of slices(keys, sliceSize)) {
    await markSlice(desk, whole, writer, rules, watched, allowed, slice, outcome);
    await desk.ports.clock.breathe();
  }
  return outcome;
}

/**
 * Whether a mailbox's messages can bear our categories: the person's own where Outlook puts them on its list, a shared
 * one whose list has them already; a delegate may not add to it (outlook-platform §2.1). Found out once a pane; while it
 * cannot be found out, the mailbox waits for the next look.
 */
async function isMarkable(desk: Desk, whole: WholeMailbox, rules: Rules, mailbox: MailboxName): Promise<boolean> {
  const known = desk.markable.get(mailbox);
  if (known !== undefined) return known;
  const found = await unlessRefused<boolean | null>(bearsOurs(desk, whole, rules, mailbox), ({ code }) =>
    passing.has(code) ? null : false,
  );
  if (found !== null) desk.markable.set(mailbox, found);
  if (mailbox === "" && found === false) desk.notices.raise({ code: "categoriesUnsupported" });
  return found === true;
}

/** Refusals that say nothing about the mailbox. */
const passing: ReadonlySet<OutsideCode> = new Set(["offline", "throttled", "signInNeeded"]);

async function bearsOurs(desk: Desk, { reader }: WholeMailbox, rules: Rules, mailbox: MailboxName): Promise<boolean> {
  const names = categoryNames(rules.policy);
  const wanted = [...shownByDefault];
  if (mailbox === "") {
    await desk.ports.mail.prepareCategories(wanted, names);
    return true;
  }
  const listed = await reader.categoryNames(mailbox);
  return wanted.every((each) => listed?.includes(names[each]) === true);
}

async function markSlice(
  desk: Desk,
  { reader }: WholeMailbox,
  writer: MailboxWriter,
  rules: Rules,
  watched: Watched,
  allowed: Set<MailboxName>,
  keys: readonly string[],
  { written, heldBack }: MarksWritten,
): Promise<void> {
  const { ledger } = desk.ports.storage;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const seen = await ledger.messages(keys);
    const entries = await ledger.entries(seen.map(({ internetMessageId }) => internetMessageId));
    const messages = seen.filter((message) => mayNeedMark(message, entries, rules));
    const wanted = wantedMarks(desk, rules, messages, entries, await kinOf(ledger, messages));
    const wrong = wanted.filter(({ message, mark }) => mark !== null && allowed.has(message.mailbox));
    const due = wrong.filter(
      ({ message: { key }, mark }) => written.has(key) || (mark !== null && mayWriteAgain(desk, key, mark)),
    );
    for (const each of wrong) if (!due.includes(each)) heldBack.add(each.message.key);
    if (due.length === 0) {
      await noteShown(desk, rules, entries, wanted, heldBack);
      return;
    }
    for (const mailbox of new Set(due.map(({ message }) => message.mailbox))) {
      const place = watched[mailbox];
      const marks = due.flatMap(({ message, mark }) => (message.mailbox === mailbox && mark !== null ? [mark] : []));
      if (place === undefined) continue;
      await noteWriting(desk, mailbox, marks);
      const answers = await writer.mark(mailbox, marks);
      const done = [...answers].flatMap(([id, answer]) => (typeof answer === "string" ? [] : [[id, answer] as const]));
      await keepFound(desk, rules.policy, mailbox, place, new Map(done));
      for (const mark of marks.filter(({ id }) => typeof answers.get(id) === "object")) {
        const key = keyOf(mailbox, mark.id);
        if (!written.has(key)) countWrite(desk, key, mark);
        written.add(key);
      }
      const stale = [...answers].filter(([, answer]) => answer === "stale" || answer === "gone").map(([id]) => id);
      if (stale.length > 0) {
        const now = await reader.messages(mailbox, stale);
        // Not to be had now is not gone: the next look is told of what was removed.
        const there = [...now].filter(([, fields]) => fields !== null);
        await keepFound(desk, rules.policy, mailbox, place, new Map(there));
      }
      if ([...answers.values()].includes("forbidden")) allowed.delete(mailbox);
    }
  }
}

/** A message bears our marks, or its inquiry is unfinished: all others are right as they are. */
function mayNeedMark(message: KeptMessage, entries: readonly LedgerEntry[], rules: Rules): boolean {
  const ours = Object.values(categoryNames(rules.policy));
  return (
    message.flag.status === "flagged" ||
    message.categories.some((name) => ours.includes(name)) ||
    entries.some(({ open, members }) => open && members.includes(message.internetMessageId))
  );
}

interface Wanted {
  readonly message: KeptMessage;
  readonly category: StateCategory | null;
  readonly flagDay: LocalDay | null;
  /** Null when it stands right already, or is not to be touched. */
  readonly mark: Mark | null;
}

function wantedMarks(
  desk: Desk,
  rules: Rules,
  messages: readonly KeptMessage[],
  entries: readonly LedgerEntry[],
  kin: readonly LedgerEntry[],
): readonly Wanted[] {
  const settling = settlingOf(desk, rules);
  const names = Object.values(categoryNames(rules.policy));
  const standings = new Map<LedgerEntry, Standing | null>();
  const standingOf = (entry: LedgerEntry): Standing | null => {
    const standing = standings.get(entry) ?? entryStanding(entry, settling);
    standings.set(entry, standing);
    return standing;
  };
  return messages.map((message) => {
    const entry = entries.find(({ members }) => members.includes(message.internetMessageId));
    const standing = entry?.counts === true ? standingOf(entry) : null;
    const category = categoryOf(standing);
    const flagDay = desk.remembered.followUp ? waitingDay(standing) : null;
    const isOurs = message.etag !== "" && message.place === "here";
    const wanted = category === null ? null : categoryNames(rules.policy)[category];
    const categories = markedCategories(message.categories, wanted, names);
    const days = flaggedFor(message, [...entries, ...kin]).flatMap((each) => [
      each.flagged,
      standingOf(each)?.due?.dueDay ?? null,
    ]);
    const flag = markedFlag(message.flag, flagDay, days);
    const mark: Mark | null =
      !isOurs || (categories === null && flag === null)
        ? null
        : {
            id: message.id,
            etag: message.etag,
            ...(categories === null ? {} : { categories }),
            ...(flag === null ? {} : { flag }),
          };
    return { message, category, flagDay, mark };
  });
}

/** The whole set with ours put right, or null when it is right. */
function markedCategories(
  present: readonly string[],
  wanted: string | null,
  ours: readonly string[],
): readonly string[] | null {
  const right = present.every((name) => !ours.includes(name) || name === wanted);
  if (right && (wanted === null || present.includes(wanted))) return null;
  return [...present.filter((name) => !ours.includes(name)), ...(wanted === null ? [] : [wanted])];
}

/**
 * Remembers what all copies of an inquiry show now, so that the next look need not ask; of marks that are held back, what
 * is wrong: the inquiry stays open until they are right.
 */
async function noteShown(
  desk: Desk,
  rules: Rules,
  entries: readonly LedgerEntry[],
  wanted: readonly Wanted[],
  heldBack: ReadonlySet<string>,
): Promise<void> {
  const settling = settlingOf(desk, rules);
  const changed = entries.flatMap((entry) => {
    const mine = wanted.filter(({ message }) => entry.members.includes(message.internetMessageId));
    const wrong = mine.filter(({ mark }) => mark !== null);
    const first = wrong[0] ?? mine[0];
    if (first === undefined || wrong.some(({ message }) => !heldBack.has(message.key))) return [];
    const shown = { ...entry, ...shownBy(first, rules) };
    const next = { ...shown, ...unfinished(shown, settling) };
    const told = (["shown", "flagged", "open", "divisible"] as const).some((field) => next[field] !== entry[field]);
    return told ? [next] : [];
  });
  if (changed.length > 0) await desk.ports.storage.ledger.put(changed);
}

/** What a message bears of ours; where that is wrong, not what it should. */
function shownBy(
  { message, category, flagDay, mark }: Wanted,
  { policy }: Rules,
): Pick<LedgerEntry, "shown" | "flagged"> {
  const names = categoryNames(policy);
  const states = Object.keys(names) as StateCategory[];
  const other = states.find((state) => state !== category && message.categories.includes(names[state])) ?? null;
  return {
    shown: mark?.categories === undefined ? category : other,
    flagged: mark?.flag === undefined ? flagDay : message.flag.due,
  };
}
