/** Decides whose inquiry an opened message is, and puts earlier guesses right. */
import type { Rules } from "../domain/inquiry/derive.ts";
import type { Observation } from "../domain/inquiry/fact.ts";
import type { Instant } from "../domain/time.ts";
import type { Desk } from "./desk.ts";
import { ruleExclusion } from "./judge.ts";
import { factsOf } from "./observations.ts";
import type { LedgerEntry } from "./ports.ts";
import { record, waitingOf } from "./record.ts";
import { latecomersAfter, leaderOf, place, type Placed } from "./run.ts";

/**
 * Writes the message down as an inquiry of its own or as a reminder of an older one.
 *
 * @param entry the message as the ledger has it, or new; `follows` tells what was believed so far
 * @param seen observations of this look
 * @returns the entry of the inquiry: the message's own, or the older one's
 */
export async function joinRun(
  desk: Desk,
  rules: Rules,
  entry: LedgerEntry,
  receivedAt: Instant,
  seen: readonly Observation[],
): Promise<LedgerEntry> {
  const { ledger } = desk.ports.storage;
  const now = desk.ports.clock.now();
  const conversation = await place(await ledger.ofConversation(entry.conversationId), rules, now, desk.ports.digest);
  const isNew = !conversation.some((other) => other.entry.internetMessageId === entry.internetMessageId);
  const leader = isNew ? leaderOf(entry, receivedAt, conversation) : stillLeading(entry, receivedAt, conversation);
  if (leader !== null) {
    await record(desk, { ...entry, follows: leader.internetMessageId }, seen);
    return leader;
  }
  const own = await standAlone(desk, entry, seen, now);
  for (const late of latecomersAfter(own, receivedAt, conversation)) await adopt(desk, own, late, conversation);
  return own;
}

/** The inquiry that a reminder joined, unless that was excluded or answered before the reminder came. */
function stillLeading(entry: LedgerEntry, receivedAt: Instant, conversation: readonly Placed[]): LedgerEntry | null {
  const leader = conversation.find((other) => other.entry.internetMessageId === entry.follows);
  if (leader === undefined || leader.standing.excludedReason !== null) return null;
  const answeredBefore = leader.standing.metAt !== null && leader.standing.metAt < receivedAt;
  return answeredBefore ? null : leader.entry;
}

/** An inquiry of its own. One that was a reminder until now is reported from its receipt on. */
async function standAlone(
  desk: Desk,
  entry: LedgerEntry,
  seen: readonly Observation[],
  now: Instant,
): Promise<LedgerEntry> {
  if (entry.follows === undefined) return record(desk, entry, seen);
  const own: LedgerEntry = { ...entry, follows: undefined };
  await desk.ports.storage.outbox.add(own.observations.map((known) => waitingOf(own.internetMessageId, known)));
  const wasDuplicate = ruleExclusion(await factsOf(own.observations, desk.ports.digest)) === "duplicate";
  const back: Observation = { kind: "included", at: now, saidAt: now, by: "rule" };
  return record(desk, own, wasDuplicate ? [...seen, back] : seen);
}

/** A younger message of the run was opened first and counted as an inquiry: it is a reminder, from its receipt on. */
async function adopt(desk: Desk, own: LedgerEntry, late: Placed, conversation: readonly Placed[]): Promise<void> {
  const at = late.standing.receivedAt;
  const duplicate: Observation = {
    kind: "excluded",
    reason: "duplicate",
    at,
    saidAt: at,
    by: "rule",
  };
  await record(desk, late.entry, [duplicate]);
  const reminders = [late.entry, ...conversation.map((other) => other.entry).filter((other) => follows(other, late))];
  for (const reminder of reminders) {
    await desk.ports.storage.ledger.put({ ...reminder, follows: own.internetMessageId });
  }
}

function follows(entry: LedgerEntry, leader: Placed): boolean {
  return entry.follows === leader.entry.internetMessageId;
}
