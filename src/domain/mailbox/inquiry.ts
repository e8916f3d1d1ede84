/** An inquiry while a mailbox is read through: what is known of it so far. */
import { evidenceOf, ofKind, type FactOf } from "../inquiry/evidence.ts";
import type { Fact, FactId, InquiryId, Observation } from "../inquiry/fact.ts";
import { factContent } from "../inquiry/factId.ts";
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
  /** What people said of it, and what colleagues' mailboxes did. */
  readonly told: Observation[];
}

const here = "here" as InquiryId;

/** Facts of one inquiry from its observations; `inquiry` is not theirs yet, it is put on when they leave. */
export function namedFacts(observations: readonly Observation[], hash: Hash): readonly Fact[] {
  return observations.map((observation) => ({ ...observation, inquiry: here, id: idOf(observation, hash) }));
}

/**
 * Named by their contents where nothing is taken back: a name then decides nothing but which of two equals comes first,
 * and hashes are dear when a whole mailbox is read through.
 */
export function cheaplyNamed(observations: readonly Observation[], hash: Hash): readonly Fact[] {
  const undone = observations.some(({ kind }) => kind === "retracted" || kind === "returned");
  return namedFacts(observations, undone ? hash : (content) => content);
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

/** Whether people said last that it is on the clock, or off it; null when nothing that stands. */
export function personsWord(told: readonly Observation[], hash: Hash): "excluded" | "included" | null {
  return lastWord(told, hash)?.kind ?? null;
}

/** Since when an inquiry is off the clock by a person's word, or null. */
export function excludedSince(told: readonly Observation[], hash: Hash): Instant | null {
  const word = lastWord(told, hash);
  return word?.kind === "excluded" ? word.saidAt : null;
}

function lastWord(told: readonly Observation[], hash: Hash): FactOf<"excluded" | "included"> | null {
  const { standing } = evidenceOf(namedFacts(told, hash));
  const said = [...ofKind(standing, "excluded"), ...ofKind(standing, "included")]
    .filter(({ by }) => by === "person")
    .sort((a, b) => a.saidAt - b.saidAt || (a.id < b.id ? 1 : -1));
  return said.pop() ?? null;
}
