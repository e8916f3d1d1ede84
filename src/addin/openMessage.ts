/** The open message: read, judged, written down; what it is for the pane. */
import type { Rules } from "../domain/inquiry/derive.ts";
import { evidenceOf } from "../domain/inquiry/evidence.ts";
import type { Fact, Observation } from "../domain/inquiry/fact.ts";
import type { Desk, KnownInquiry } from "./desk.ts";
import { judge, ruleObservations } from "./judge.ts";
import { joinRun } from "./joinRun.ts";
import { readMessage, type ReadMessage } from "./messageFacts.ts";
import { offeredSenders } from "./neverSenders.ts";
import { unlessRefused } from "./notices.ts";
import { factsOf, uniteObservations } from "./observations.ts";
import type { LedgerEntry, OpenMessage } from "./ports.ts";
import { notePutOff } from "./putOff.ts";
import { record } from "./record.ts";
import { waitingInRun } from "./run.ts";
import { bySenderRule } from "./senderRule.ts";

/**
 * Finds out what the open message is. Nothing is written before it is sure that what was read belongs to the item
 * that is still open.
 *
 * @param isCurrent false once another item was opened: then the result is stale
 * @returns null when it is stale, or no policy is loaded yet
 */
export async function examineMessage(
  desk: Desk,
  message: OpenMessage,
  isCurrent: () => boolean,
): Promise<{ readonly read: ReadMessage; readonly inquiry: KnownInquiry } | null> {
  const { rules } = desk;
  if (rules === null) return null;
  const { mail } = desk.ports;
  const [headers, text, decisions] = await Promise.all([
    unlessRefused(mail.headers(), () => null),
    unlessRefused<string | null>(mail.text(), () => null),
    unlessRefused(mail.decisions(), () => ({ observations: [] })),
  ]);
  const still = await mail.current();
  if (!isCurrent() || still?.kind !== "message" || still.itemId !== message.itemId) return null;
  if (headers === null) desk.notices.raise({ code: "headersUnknown" });
  else desk.notices.lower("headersUnknown");
  await desk.neverSenders.read();
  const answersUs = await wasAnsweredBefore(desk, message);
  const read = readMessage(message, { headers, text, mailbox: mail.user.address, answersUs });
  const inquiry = await desk.inTurn(() => knowInquiry(desk, rules, message, read, decisions.observations));
  return { read, inquiry };
}

/** True when this mailbox wrote in the conversation before the message came: then it may be a mere thank-you. */
async function wasAnsweredBefore(desk: Desk, message: OpenMessage): Promise<boolean> {
  const conversation = await unlessRefused(
    desk.ports.storage.ledger.ofConversation(message.conversationId),
    () => [] as readonly LedgerEntry[],
  );
  return conversation
    .filter((entry) => entry.internetMessageId !== message.internetMessageId)
    .flatMap((entry) => entry.observations)
    .some((seen) => seen.kind === "replied" && seen.way === "email" && seen.at < message.createdAt);
}

/**
 * Judges a message that was read and writes it down.
 *
 * @param decided what people decided before, as the message itself carries it
 */
export async function knowInquiry(
  desk: Desk,
  rules: Rules,
  message: OpenMessage,
  read: ReadMessage,
  decided: readonly Observation[],
): Promise<KnownInquiry> {
  const { digest, mail, storage, clock } = desk.ports;
  const plain = judge(read, rules);
  const ruled = await bySenderRule(desk, rules, message, read, plain);
  const kept = await unlessRefused(storage.ledger.get(message.internetMessageId), () => null);
  const facts = await factsOf(uniteObservations(kept?.observations ?? [], decided), digest);
  const triage = isConfirmed(facts) ? { ...ruled, probable: false } : ruled;
  await notePutOff(desk, rules, message, read, triage, facts);
  const seen = ruleObservations(read, triage, facts, rules, mail.user.address, clock.now());
  const known = {
    internetMessageId: message.internetMessageId,
    conversationId: message.conversationId,
    subject: message.subject,
    triage,
    neverOffers: offeredSenders(read.facts, plain, rules.policy),
  };
  if (seen.length === 0 && !facts.some((fact) => fact.kind === "received")) {
    return { ...known, entry: null, facts, waiting: 0 };
  }
  const entry: LedgerEntry = {
    internetMessageId: message.internetMessageId,
    conversationId: message.conversationId,
    itemId: message.itemId,
    subject: message.subject,
    customer: triage.customer ?? (triage.onTheClock ? null : message.from),
    observations: kept?.observations ?? [],
    follows: kept?.follows,
    knownAt: kept?.knownAt ?? clock.now(),
  };
  const inquiry = await record(desk, await joinRun(desk, rules, entry, read.facts.receivedAt, seen), decided);
  return { ...known, ...(await withFacts(desk, inquiry)) };
}

/** True when a person said that no reply is needed: then nothing is left to confirm. */
function isConfirmed(facts: readonly Fact[]): boolean {
  return evidenceOf(facts).standing.some(({ kind, by }) => kind === "excluded" && by === "person");
}

/** What the ledger knows of an inquiry now. */
export async function withFacts(
  desk: Desk,
  entry: LedgerEntry,
): Promise<Pick<KnownInquiry, "entry" | "facts" | "waiting">> {
  const { ledger } = desk.ports.storage;
  const conversation = await unlessRefused(ledger.ofConversation(entry.conversationId), () => []);
  return {
    entry,
    facts: await factsOf(entry.observations, desk.ports.digest),
    waiting: waitingInRun(entry, conversation),
  };
}
