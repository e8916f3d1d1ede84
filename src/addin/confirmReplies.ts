/** Notices that replies went out: Sent Items are the truth; what the send handler left stands in where they are not to be had. */
import type { Observation, SeenIn } from "../domain/inquiry/fact.ts";
import { answeredBy, type SentFacts, type WaitingMessage } from "../domain/matching/match.ts";
import { dayMs, instant, type Instant } from "../domain/time.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import { leadingEntry } from "./openDraft.ts";
import type { LedgerEntry, ReplyStamp, SentNote, SentReply } from "./ports.ts";
import { record } from "./record.ts";
import { place, type Placed } from "./run.ts";
import { factsOfNote, factsOfReply } from "./sentFacts.ts";

/** A copy may reach Sent Items, or its index, after the look that should have seen it. */
const overlapMs = 15 * 60_000;
/** How far back the first look goes; what was answered before is found when the mailbox is read as a whole. */
const longestLookMs = 45 * dayMs;

export interface Sent {
  readonly sent: SentFacts;
  readonly stamp: ReplyStamp | null;
  readonly seenIn: SeenIn;
}

/**
 * Looks through Sent Items since the last look and writes down which inquiries were answered. A message that was opened
 * for the first time since may have been answered long before: then the look goes back to its receipt.
 *
 * @returns true when Sent Items could be seen
 */
export async function confirmReplies(desk: Desk): Promise<boolean> {
  const { sentItems, storage, clock } = desk.ports;
  if (sentItems === null) {
    desk.notices.raise({ code: "sentItemsUnseen" });
    return false;
  }
  const now = clock.now();
  const lookedAt = await unlessRefused(storage.ledger.lookedAt(), () => null);
  const entries = await unlessRefused(storage.ledger.all(), () => [] as readonly LedgerEntry[]);
  const since = lookFrom(lookedAt, oldestNew(entries, lookedAt), now);
  const replies = await unlessRefused<readonly SentReply[] | null>(sentItems.since(since), (refusal) => {
    if (refusal.code === "signInNeeded") desk.notices.raise({ code: "signInNeeded" });
    desk.notices.raise({ code: "sentItemsUnseen" });
    return null;
  });
  if (replies === null) return false;
  desk.notices.lower("sentItemsUnseen");
  const seen = replies.map((reply): Sent => ({ sent: factsOfReply(reply), stamp: reply.stamp, seenIn: "sentItems" }));
  await desk.inTurn(() => recordReplies(desk, seen));
  await unlessRefused(storage.ledger.setLookedAt(now), () => undefined);
  desk.store.set({ lookedAt: now });
  return true;
}

/** Receipt of the oldest message that became known after the last look; null when there is none. */
export function oldestNew(entries: readonly LedgerEntry[], lookedAt: Instant | null): Instant | null {
  const news = entries
    .filter(({ knownAt }) => lookedAt === null || (knownAt !== undefined && knownAt >= lookedAt))
    .flatMap(({ observations }) => observations.flatMap((seen) => (seen.kind === "received" ? [seen.at] : [])));
  return news.length === 0 ? null : instant(Math.min(...news));
}

/** Where a look begins: a little before the last one ended, or as far back as is asked, but never without end. */
export function lookFrom(lookedAt: Instant | null, from: Instant | null, now: Instant): Instant {
  const earliest = now - longestLookMs;
  const usual = lookedAt === null ? earliest : lookedAt - overlapMs;
  return instant(Math.max(earliest, Math.min(usual, from ?? usual)));
}

/** Takes the send handler's word where Sent Items cannot be seen. A draft whose recipients are unknown proves nothing. */
export async function recordNotes(desk: Desk, notes: readonly SentNote[]): Promise<void> {
  const sent = notes.flatMap((note): readonly Sent[] =>
    note.recipients === undefined
      ? []
      : [{ sent: factsOfNote(note, note.recipients), stamp: note.stamp, seenIn: "send" }],
  );
  await desk.inTurn(() => recordReplies(desk, sent));
}

/** Pairs what was sent with what waits, and writes one `replied` per inquiry that it answers. */
async function recordReplies(desk: Desk, sent: readonly Sent[]): Promise<void> {
  const { rules } = desk;
  if (rules === null || sent.length === 0) return;
  const { storage, clock, digest } = desk.ports;
  const entries = await unlessRefused(storage.ledger.all(), () => [] as readonly LedgerEntry[]);
  const open = (await place(entries, rules, clock.now(), digest)).filter(mayBeAnswered);
  for (const each of sent) {
    for (const answered of answeredBy(each.sent, open.map(waitingMessage))) {
      const entry = entries.find((candidate) => candidate.internetMessageId === answered.internetMessageId);
      if (entry === undefined) continue;
      await record(desk, await leadingEntry(desk, entry), [repliedObservation(each)]);
    }
  }
}

/** Excluded ones are kept in view: should a person put one back, its reply is known. */
function mayBeAnswered({ standing }: Placed): boolean {
  return !standing.closed || standing.excludedReason !== null;
}

function waitingMessage({ entry, standing }: Placed): WaitingMessage {
  return {
    internetMessageId: entry.internetMessageId,
    conversationId: entry.conversationId,
    receivedAt: standing.receivedAt,
    customer: entry.customer?.address ?? null,
  };
}

function repliedObservation({ sent, stamp, seenIn }: Sent): Observation {
  return {
    kind: "replied",
    replyKind: stamp?.replyKind ?? "unknown",
    way: "email",
    seenIn,
    ...(stamp?.promisedDay == null ? {} : { promisedDay: stamp.promisedDay }),
    at: sent.sentAt,
    saidAt: sent.sentAt,
    by: "rule",
  };
}
