/** Messages that are not on the clock and may be customers' all the same: from before the first day, and in Junk. */
import { inquiriesIn } from "../../domain/mailbox/inquiries.ts";
import { excludedSince, isIncluded, repliesSoFar, type Hash, type OpenInquiry } from "../../domain/mailbox/inquiry.ts";
import { judged, type Reader } from "../../domain/mailbox/judge.ts";
import { lettersOf, type Letter } from "../../domain/mailbox/letter.ts";
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { OfferedRow } from "../addin.ts";
import type { TriageDecision } from "../../domain/triage/message.ts";
import type { Desk } from "../desk.ts";
import { copiesOf, type KeptMessage } from "../ledgerPorts.ts";
import { clustersOf } from "./cluster.ts";
import { readerOf } from "./reader.ts";
import { slices } from "./slices.ts";
import type { Watched } from "./watched.ts";

/** Heaps of messages, or letters, that are judged at once: the pane must not falter meanwhile. */
const sliceSize = 50;

/** What came in the days before each mailbox joined and looks unanswered. Nothing is counted by looking. */
export async function olderWaiting(desk: Desk, rules: Rules, watched: Watched): Promise<readonly OfferedRow[]> {
  const { ledger } = desk.ports.storage;
  const mailboxes = Object.values(watched);
  if (mailboxes.length === 0) return [];
  const from = mailboxes.reduce(
    (first, { since }) => (since < first ? since : first),
    mailboxes[0]?.since ?? desk.ports.clock.now(),
  );
  const to = mailboxes.reduce((last, { joinedAt }) => (joinedAt > last ? joinedAt : last), from);
  const before = await ledger.receivedBetween(from, to);
  const related = await ledger.related(before.map(({ key }) => key));
  const reader = { ...readerOf(desk, rules), joinedAt: () => null };
  const hash = (text: string) => desk.ports.digest.sha256(text);
  const rows: OfferedRow[] = [];
  for (const slice of slices(clustersOf(related), sliceSize)) {
    const inquiries = slice.flatMap((cluster) => inquiriesIn(cluster, () => [], reader, hash).inquiries);
    const unanswered = inquiries.filter(
      (inquiry) => repliesSoFar(inquiry, rules.policy.counting, hash).met === null && inquiry.told.length === 0,
    );
    rows.push(...unanswered.flatMap((inquiry) => olderRow(inquiry, watched)));
    await desk.ports.clock.breathe();
  }
  return rows.sort((a, b) => b.receivedAt - a.receivedAt);
}

function olderRow({ letters: [first], decision }: OpenInquiry, watched: Watched): readonly OfferedRow[] {
  const copy = first === undefined ? undefined : copiesOf(first)[0];
  if (first === undefined || copy === undefined || first.best.place !== "here") return [];
  const joinedAt = watched[copy.mailbox]?.joinedAt;
  if (joinedAt === undefined || first.at >= joinedAt) return [];
  return [offeredRow(first, copy, decision)];
}

function offeredRow(
  letter: Letter,
  { subject, id: itemId, mailbox }: KeptMessage,
  decision: TriageDecision,
): OfferedRow {
  const customer = decision.customer ?? letter.best.from;
  return { internetMessageId: letter.name, itemId, mailbox, subject, customer, receivedAt: letter.at };
}

/** Messages in Junk since the first day that would be on the clock anywhere else, and of which nobody has said anything. */
export async function customersInJunk(desk: Desk, rules: Rules, watched: Watched): Promise<readonly OfferedRow[]> {
  const reader = readerOf(desk, rules);
  const hash = (text: string) => desk.ports.digest.sha256(text);
  const rows: OfferedRow[] = [];
  for (const [mailbox, { folders, joinedAt }] of Object.entries(watched)) {
    const junk = await desk.ports.storage.ledger.inFolder(mailbox, folders.junkemail);
    const recent = junk.filter(({ receivedAt }) => receivedAt >= joinedAt);
    const letters = lettersOf(
      recent.map((message) => ({ ...message, place: "here" as const })),
      reader.own,
    );
    for (const slice of slices(letters, sliceSize)) {
      rows.push(...slice.flatMap((letter) => junkRow(letter, reader, hash)));
      await desk.ports.clock.breathe();
    }
  }
  return rows.sort((a, b) => b.receivedAt - a.receivedAt);
}

function junkRow(letter: Letter, reader: Reader, hash: Hash): readonly OfferedRow[] {
  const [copy] = copiesOf(letter);
  const { decisions } = letter.best;
  if (copy === undefined || letter.isOurs || isIncluded(decisions, hash) || excludedSince(decisions, hash) !== null)
    return [];
  const decision = judged(letter, [], reader);
  return decision.onTheClock ? [offeredRow(letter, copy, decision)] : [];
}
