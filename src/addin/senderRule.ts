/** The one rule of triage that the mailbox makes for itself: mail of a sender on its never list needs no reply. */
import type { Rules } from "../domain/inquiry/derive.ts";
import { evidenceOf } from "../domain/inquiry/evidence.ts";
import type { TriageDecision } from "../domain/triage/message.ts";
import type { Desk } from "./desk.ts";
import type { ReadMessage } from "./messageFacts.ts";
import { isNeverSender } from "./neverSenders.ts";
import { unlessRefused } from "./notices.ts";
import { factsOf } from "./observations.ts";
import type { LedgerEntry, OpenMessage } from "./ports.ts";
import { place, type Placed } from "./run.ts";

/**
 * The decision, put off the clock by rule "sender-never" where the list says so. A conversation that a person keeps on
 * the clock is not touched, because a person's word beats a rule; nor is an inquiry that was answered: it is history.
 */
export async function bySenderRule(
  desk: Desk,
  rules: Rules,
  message: Pick<OpenMessage, "internetMessageId" | "conversationId">,
  read: ReadMessage,
  decision: TriageDecision,
): Promise<TriageDecision> {
  const { neverSenders } = desk.store.get();
  if (!decision.onTheClock || !isNeverSender(read.facts, decision, neverSenders)) return decision;
  const conversation = await placedConversation(desk, rules, message.conversationId);
  if (isAnswered(message.internetMessageId, conversation)) return decision;
  const decided = await Promise.all(conversation.map((each) => isKeptByPerson(desk, each)));
  if (decided.includes(true)) return decision;
  return {
    ...decision,
    onTheClock: false,
    reason: "notification",
    channel: null,
    rule: "sender-never",
    probable: false,
  };
}

async function placedConversation(desk: Desk, rules: Rules, conversationId: string): Promise<readonly Placed[]> {
  const { storage, digest, clock } = desk.ports;
  const entries = await unlessRefused(
    storage.ledger.ofConversation(conversationId),
    () => [] as readonly LedgerEntry[],
  );
  return place(entries, rules, clock.now(), digest);
}

/** True when the response time of the message's inquiry, its own or the one that it reminds of, was met. */
function isAnswered(internetMessageId: string, conversation: readonly Placed[]): boolean {
  const named = (id: string) => conversation.find(({ entry }) => entry.internetMessageId === id);
  const own = named(internetMessageId);
  const inquiry = own?.entry.follows === undefined ? own : named(own.entry.follows);
  return inquiry !== undefined && inquiry.standing.metAt !== null;
}

/** True for an inquiry on the clock of which a person said something that still stands. */
async function isKeptByPerson(desk: Desk, { entry, standing }: Placed): Promise<boolean> {
  if (standing.excludedReason !== null) return false;
  const facts = await factsOf(entry.observations, desk.ports.digest);
  return evidenceOf(facts).standing.some(({ by, kind }) => by === "person" && kind !== "retracted");
}
