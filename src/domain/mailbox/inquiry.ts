/** An inquiry while a mailbox is read through: what is known of it so far. */
import { evidenceOf, ofKind } from "../inquiry/evidence.ts";
import type { Fact, FactId, InquiryId, Observation } from "../inquiry/fact.ts";
import { factContent } from "../inquiry/factId.ts";
import { clockWord } from "../inquiry/clock.ts";
import { repliesTo, type Replies } from "../inquiry/replies.ts";
import type { CountingRules } from "../policy/policy.ts";
import type { Instant } from "../time.ts";
import type { TriageDecision } from "../triage/message.ts";
import type { Letter } from "./letter.ts";

/** Base64url SHA-256 of a text. */
export type Hash = (text: string) => string;

export interface OpenInquiry {
  /** Internet message id of the message that began it. */
  readonly name: string;
  readonly decision: TriageDecision;
  readonly receivedAt: Instant;
  /** The first message and its reminders, oldest first. */
  readonly letters: Letter[];
  /** What these mailboxes say of it, by rule. */
  readonly seen: Observation[];
  /** What was said of it so far. */
  readonly told: Observation[];
}

const here = "here" as InquiryId;

/** Facts of one inquiry from its observations; `inquiry` is not theirs yet, it is put on when they leave. */
export function namedFacts(observations: readonly Observation[], hash: Hash): readonly Fact[] {
  return observations.map((observation) => ({ ...observation, inquiry: here, id: idOf(observation, hash) }));
}

/**
 * Named by their contents where nothing is taken back and no two are of one moment: a name then decides nothing, and
 * hashes are dear when a whole mailbox is read through.
 */
export function cheaplyNamed(observations: readonly Observation[], hash: Hash): readonly Fact[] {
  const undone = observations.some(({ kind }) => kind === "retracted" || kind === "returned");
  const moments = [observations.map(({ at }) => at), observations.map(({ saidAt }) => saidAt)];
  const isTied = moments.some((all) => new Set(all).size < all.length);
  return namedFacts(observations, undone || isTied ? hash : (content) => content);
}

export function idOf(observation: Observation, hash: Hash): FactId {
  return hash(factContent(observation)) as FactId;
}

export function repliesSoFar(inquiry: OpenInquiry, counting: CountingRules, hash: Hash): Replies {
  const all = [...inquiry.seen, ...inquiry.told];
  // Names matter to what takes a fact away, and to nothing else here.
  const undone = all.some(({ kind }) => kind === "retracted" || kind === "returned");
  const facts = undone ? evidenceOf(namedFacts(all, hash)).standing : namedFacts(all, () => "");
  return repliesTo(ofKind(facts, "replied"), inquiry.receivedAt, counting);
}

/**
 * True when a person put it on the clock and did not take that back. That they said later that no reply is needed makes
 * it an inquiry off the clock, with its run, as it does of any other.
 */
export function isIncluded(told: readonly Observation[], hash: Hash): boolean {
  return personsWords(told, hash).some(({ kind }) => kind === "included");
}

/** Since when an inquiry is off the clock by a person's word, or null. */
export function excludedSince(told: readonly Observation[], hash: Hash): Instant | null {
  const word = clockWord(personsWords(told, hash))?.fact;
  return word?.kind === "excluded" ? word.saidAt : null;
}

/** What people said, as far as it stands. */
function personsWords(told: readonly Observation[], hash: Hash): readonly Fact[] {
  // Most have no such word, and names are dear.
  if (!told.some(({ by, kind }) => by === "person" && (kind === "excluded" || kind === "included"))) return [];
  return evidenceOf(namedFacts(told, hash)).standing.filter(({ by }) => by === "person");
}
