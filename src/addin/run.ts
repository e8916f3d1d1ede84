/**
 * Runs of messages. An inquiry is one unanswered message or a run of them: a reminder in the same conversation by the
 * same customer joins the oldest that still waits, and never resets its clock.
 */
import { standingOf, type Rules } from "../domain/inquiry/derive.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import type { Instant } from "../domain/time.ts";
import { factsOf } from "./observations.ts";
import type { Digest, LedgerEntry } from "./ports.ts";

/** An entry of the ledger and where it stands; only entries with a `received` observation have a standing. */
export interface Placed {
  readonly entry: LedgerEntry;
  readonly standing: Standing;
}

export async function place(
  entries: readonly LedgerEntry[],
  rules: Rules,
  now: Instant,
  digest: Digest,
): Promise<readonly Placed[]> {
  const placed = await Promise.all(
    entries.map(async (entry) => ({
      entry,
      standing: standingOf(await factsOf(entry.observations, digest), rules, now),
    })),
  );
  return placed.filter((each): each is Placed => each.standing !== null);
}

/** True while nothing met the response time and nobody took the inquiry off the clock. */
export function isWaiting(standing: Standing): boolean {
  return !standing.closed && standing.metAt === null && standing.excludedReason === null;
}

/** A run is one customer's; of two messages without a known customer nobody can say that they belong together. */
export function sameCustomer(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.customer !== null && a.customer.address.toLowerCase() === b.customer?.address.toLowerCase();
}

/**
 * The inquiry to which a message belongs as a reminder: the oldest of the conversation that still waits and came
 * before it; null when the message begins its own.
 */
export function leaderOf(entry: LedgerEntry, receivedAt: Instant, conversation: readonly Placed[]): LedgerEntry | null {
  const older = conversation
    .filter((other) => other.entry.internetMessageId !== entry.internetMessageId && other.entry.follows === undefined)
    .filter((other) => sameCustomer(other.entry, entry) && isWaiting(other.standing))
    .filter((other) => other.standing.receivedAt < receivedAt)
    .sort((a, b) => a.standing.receivedAt - b.standing.receivedAt);
  return older[0]?.entry ?? null;
}

/** Inquiries that turn out to be reminders, now that an older message of the same customer was opened. */
export function latecomersAfter(
  entry: LedgerEntry,
  receivedAt: Instant,
  conversation: readonly Placed[],
): readonly Placed[] {
  return conversation.filter(
    (other) =>
      other.entry.internetMessageId !== entry.internetMessageId &&
      other.entry.follows === undefined &&
      sameCustomer(other.entry, entry) &&
      isWaiting(other.standing) &&
      other.standing.receivedAt > receivedAt,
  );
}

/** How many messages of the run one reply would answer: the inquiry's first and its reminders. */
export function waitingInRun(leader: LedgerEntry, conversation: readonly LedgerEntry[]): number {
  return 1 + conversation.filter((entry) => entry.follows === leader.internetMessageId).length;
}
