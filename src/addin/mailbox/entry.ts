/** What follows for the ledger and for the service from the inquiries that were found: pure, said once. */
import { cheaplyNamed, namedFacts, type Hash, type OpenInquiry } from "../../domain/mailbox/inquiry.ts";
import type { Found, JudgedLetter } from "../../domain/mailbox/inquiries.ts";
import { reminder, type Observation } from "../../domain/inquiry/fact.ts";
import { standingOf } from "../../domain/inquiry/derive.ts";
import type { FactOf } from "../../domain/inquiry/evidence.ts";
import { clockWord } from "../../domain/inquiry/clock.ts";
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { instant, type Instant } from "../../domain/time.ts";
import { categoryOf } from "../stateCategories.ts";
import { newAmong, uniteObservations } from "../observations.ts";
import { copiesOf, type LedgerEntry } from "../ledgerPorts.ts";
import { lookBackFrom } from "./watch.ts";

export interface Settled {
  readonly entry: LedgerEntry;
  /** Said here for the first time: to be reported. */
  readonly fresh: readonly Observation[];
  /** True when words were held back until colleagues were asked: it is to be settled once more. */
  readonly held?: boolean;
}

export interface Settling {
  readonly rules: Rules;
  readonly now: Instant;
  readonly hash: Hash;
}

/** @param kept the ledger's entries of all messages that were read through */
export function settled(found: Found, kept: readonly LedgerEntry[], settling: Settling): readonly Settled[] {
  const byName = new Map(kept.map((entry) => [entry.internetMessageId, entry]));
  const standing = found.inquiries.map((inquiry) => {
    const own = byName.get(inquiry.name);
    const names = new Set(inquiry.letters.map(({ name }) => name));
    const before = kept.filter((entry) => entry !== own && entry.members.some((name) => names.has(name)));
    return settledInquiry(inquiry, own, before, settling);
  });
  const named = new Set(found.inquiries.map(({ name }) => name));
  const gone = kept.filter(({ internetMessageId }) => !named.has(internetMessageId));
  const elsewhere = [...found.elsewhere].flatMap(([name, replies]) =>
    answeredElsewhere(name, replies, byName.get(name)),
  );
  // Whether it was answered decides what is said of it.
  const answered = new Map(elsewhere.map(({ entry }) => [entry.internetMessageId, entry]));
  return [
    ...standing,
    ...elsewhere,
    ...gone.flatMap((entry) => withdrawn(answered.get(entry.internetMessageId) ?? entry, found, settling)),
  ];
}

/** @param before the inquiries in whose runs its messages were until now */
function settledInquiry(
  inquiry: OpenInquiry,
  kept: LedgerEntry | undefined,
  before: readonly LedgerEntry[],
  settling: Settling,
): Settled {
  const { now } = settling;
  const heard = kept?.heard ?? [];
  const known = [...(kept?.observations ?? []), ...heard];
  const back = ruleExclusion(known) === null ? [] : putBack(known, now);
  const held = kept?.counts === true ? [] : wordsOnReminders(inquiry);
  const told = inquiry.told.filter((said) => !held.includes(said));
  const fresh = newAmong([...inquiry.seen, ...told, ...back], known);
  const [first] = inquiry.letters;
  const copy = first === undefined ? undefined : copiesOf(first)[0];
  const observations = uniteObservations(kept?.observations ?? [], fresh);
  const entry: LedgerEntry = {
    internetMessageId: inquiry.name,
    members: inquiry.letters.map(({ name }) => name),
    counts: true,
    mailbox: copy?.mailbox ?? "",
    itemId: copy?.id ?? "",
    conversationId: copy?.conversationId ?? "",
    subject: copy?.subject ?? "",
    customer: inquiry.decision.customer ?? (inquiry.decision.onTheClock ? null : (copy?.from ?? null)),
    observations,
    heard,
    ...hintsOf(inquiry),
    // A run that is divided or joined leaves its marks on the messages.
    shown: kept?.shown ?? before.find(({ shown }) => shown !== null)?.shown ?? null,
    flagged: kept?.flagged ?? before.find(({ flagged }) => flagged !== null)?.flagged ?? null,
    ...{ open: false, divisible: false },
  };
  return { entry: { ...entry, ...unfinished(entry, settling) }, fresh, held: held.length > 0 };
}

/**
 * What people said on a run's later messages is said of all that waits. Whether these are one run is not known before
 * colleagues were asked: a reply of theirs may have come between, and then the word is of the later ones alone.
 */
function wordsOnReminders({ letters: [first, ...others], told }: OpenInquiry): readonly Observation[] {
  const own = new Set(first?.best.decisions);
  const words = new Set(others.flatMap(({ best }) => best.decisions));
  return told.filter((said) => words.has(said) && !own.has(said));
}

const replyVerbs: readonly number[] = [102, 103];

function hintsOf({ letters, seen, receivedAt }: OpenInquiry): Pick<LedgerEntry, "deleted" | "outlookSaysReplied"> {
  const copies = letters.flatMap(copiesOf);
  const replied = copies.flatMap(({ lastVerb }) =>
    lastVerb !== null && replyVerbs.includes(lastVerb.verb) && lastVerb.at >= receivedAt ? [instant(lastVerb.at)] : [],
  );
  const hint =
    replied.length === 0 || seen.some(({ kind }) => kind === "replied") ? null : instant(Math.max(...replied));
  return { deleted: copies.every(({ place }) => place === "deleted" || place === "gone"), outlookSaysReplied: hint };
}

/**
 * What the rules took for an inquiry and no longer do (its headers have become readable, an older message of the run was
 * found, the policy has changed) is taken off the clock, never forgotten.
 */
function withdrawn(entry: LedgerEntry, found: Found, settling: Settling): readonly Settled[] {
  const known = [...entry.observations, ...entry.heard];
  const judged = judgedOf(entry, found);
  const wasCounted = entry.observations.some(({ kind }) => kind === "received");
  if (judged === undefined || !wasCounted) return [];
  // What people said of it stays said, a retraction above all.
  const fresh = newAmong([...judged.letter.best.decisions, ...ruleWord(judged, entry, known, settling)], known);
  // A message of another inquiry's run bears that one's marks.
  const elsewhere = new Set(found.inquiries.flatMap(({ letters }) => letters.map(({ name }) => name)));
  const members = entry.members.filter((name) => !elsewhere.has(name));
  if (fresh.length === 0 && members.length === entry.members.length && !entry.counts) return [];
  const next: LedgerEntry = {
    ...entry,
    ...{ members, counts: false, observations: uniteObservations(entry.observations, fresh) },
    ...(members.length === 0 ? { shown: null, flagged: null } : {}),
  };
  return [{ entry: { ...next, ...unfinished(next, settling) }, fresh }];
}

/** A colleague's forward is an inquiry under the name of a message that may lie elsewhere. */
function judgedOf({ internetMessageId, members }: LedgerEntry, { received }: Found): JudgedLetter | undefined {
  const named = (name: string | undefined) => received.find(({ letter }) => letter.name === name);
  return named(internetMessageId) ?? named(members[0]);
}

/** Two mailboxes whose rules differ must not contradict each other for ever: after so often the clock runs. */
const mostExclusions = 5;

/**
 * What the rules say of what they do not count here. Where only its place tells against it (Junk) and it was answered first,
 * that is history, which no move changes: perhaps another mailbox counts it, and whoever answered asks no more about it.
 */
function ruleWord(
  { decision, letter, inquiry }: JudgedLetter,
  entry: LedgerEntry,
  known: readonly Observation[],
  settling: Settling,
): readonly Observation[] {
  const { now } = settling;
  const own = entry.observations.filter(({ by, kind }) => by === "rule" && kind === "excluded");
  const last = ruleExclusion(known);
  const isPlaced = inquiry === null && decision.rule === "junk";
  const metAt = isPlaced ? (entryStanding(entry, settling)?.metAt ?? null) : null;
  if (metAt !== null) return last?.reason === "junk" && metAt < last.saidAt ? putBack(known, now) : [];
  // A person's word puts back what a rule keeps off the clock, but no reminder: that has to be said all the same.
  if (last?.reason === reminder || (last !== null && inquiry === null) || own.length >= mostExclusions) return [];
  const reason = inquiry === null ? (decision.reason ?? decision.rule) : reminder;
  // Every pane that finds the older message makes the very same fact; after another word, it has to be said anew.
  const isFirstWord = !known.some(({ by, kind }) => by === "rule" && (kind === "included" || kind === "excluded"));
  const at = inquiry !== null && isFirstWord ? letter.at : afterWords(known, now);
  return [{ kind: "excluded", reason, at, saidAt: at, by: "rule" }];
}

/** Somebody else's mailbox holds that message: our reply is told under its name, and remembered as told. */
function answeredElsewhere(
  name: string,
  replies: readonly Observation[],
  kept: LedgerEntry | undefined,
): readonly Settled[] {
  const fresh = newAmong(replies, [...(kept?.observations ?? []), ...(kept?.heard ?? [])]);
  if (fresh.length === 0) return [];
  const entry: LedgerEntry = {
    ...(kept ?? blankEntry(name)),
    observations: uniteObservations(kept?.observations ?? [], fresh),
  };
  return [{ entry, fresh }];
}

/** An inquiry of which these mailboxes hold no message, or none yet. */
export function blankEntry(name: string): LedgerEntry {
  return {
    ...{ internetMessageId: name, members: [], mailbox: "", itemId: "", conversationId: "", subject: "" },
    ...{ customer: null, observations: [], heard: [], deleted: false, outlookSaysReplied: null },
    ...{ counts: false, shown: null, flagged: null, open: false, divisible: false },
  };
}

/** Everything that is known of an inquiry. */
export function allOf(entry: LedgerEntry): readonly Observation[] {
  return uniteObservations(entry.observations, entry.heard);
}

/** Where it stands by all that is known of it, whoever counts it. */
export function entryStanding(entry: LedgerEntry, { rules, now, hash }: Settling): ReturnType<typeof standingOf> {
  return standingOf(namedFacts(allOf(entry), hash), rules, now);
}

/** Where it stands for these mailboxes; null while they do not count it. */
export function standingHere(entry: LedgerEntry, settling: Settling): Standing | null {
  return entry.counts ? entryStanding(entry, settling) : null;
}

/** True while it is on the clock and something is still to be said to its customer. */
export function waits(standing: Standing | null): standing is Standing {
  return standing !== null && !standing.closed && standing.excludedReason === null;
}

/** What is still to be done about it: it waits, or its marks do not yet say that it no longer does; its run may be divided. */
export function unfinished(entry: LedgerEntry, settling: Settling): Pick<LedgerEntry, "open" | "divisible"> {
  const { rules, now, hash } = settling;
  const standing = entry.counts ? standingOf(cheaplyNamed(allOf(entry), hash), rules, now) : null;
  const isMarked = entry.shown === categoryOf(standing) && entry.flagged === null;
  return { open: waits(standing) || !isMarked, divisible: mayDivide(entry, standing, settling) };
}

/**
 * A colleague's reply between a run's messages, told of late, makes the later ones an inquiry of their own. Nobody's
 * look reads more than the look-back window anew.
 */
function mayDivide({ members }: LedgerEntry, standing: Standing | null, { rules, now }: Settling): boolean {
  return members.length > 1 && standing !== null && standing.receivedAt >= lookBackFrom(rules, now);
}

function putBack(known: readonly Observation[], now: Instant): readonly Observation[] {
  const at = afterWords(known, now);
  return [{ kind: "included", at, saidAt: at, by: "rule" }];
}

/**
 * When a rule's word is said that answers others: now, and later than each of them, though it was said at this very moment
 * or by a clock that is ahead.
 */
function afterWords(known: readonly Observation[], now: Instant): Instant {
  const words = known.filter(({ by, kind }) => by === "rule" && (kind === "excluded" || kind === "included"));
  return instant(Math.max(now, ...words.map(({ saidAt }) => saidAt + 1)));
}

/** By what word the rules last took the inquiry off the clock; null when they did not, or put it back. */
function ruleExclusion(known: readonly Observation[]): FactOf<"excluded"> | null {
  const byRule = known.filter(({ by }) => by === "rule");
  // Names decide between equal words alone.
  const word = clockWord(namedFacts(byRule, () => ""))?.fact;
  return word?.kind === "excluded" ? word : null;
}
