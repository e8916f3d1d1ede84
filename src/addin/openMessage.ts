/** The open message: read, taken in, and what it is for the pane. */
import type { Rules } from "../domain/inquiry/derive.ts";
import { evidenceOf } from "../domain/inquiry/evidence.ts";
import type { JudgedLetter } from "../domain/mailbox/inquiries.ts";
import { namedFacts } from "../domain/mailbox/inquiry.ts";
import { factsOf, nameOf } from "../domain/mailbox/seen.ts";
import type { TriageDecision } from "../domain/triage/message.ts";
import { triage } from "../domain/triage/triage.ts";
import type { Desk, KnownInquiry } from "./desk.ts";
import type { KeptMessage, LedgerEntry } from "./ledgerPorts.ts";
import { allOf } from "./mailbox/entry.ts";
import { openedMessage } from "./mailbox/keptMessage.ts";
import { keepMessages, settle } from "./mailbox/takeIn.ts";
import { offeredSenders } from "./neverSenders.ts";
import { unlessRefused } from "./notices.ts";
import type { OpenMessage } from "./ports.ts";
import { notePutOff } from "./putOff.ts";

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
): Promise<{ readonly seen: KeptMessage; readonly inquiry: KnownInquiry } | null> {
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
  const seen = openedMessage(message, { headers, text, decisions }, rules.policy);
  return { seen, inquiry: await knowInquiry(desk, rules, seen) };
}

/** Takes the message in and says what it is now. */
export async function knowInquiry(desk: Desk, rules: Rules, seen: KeptMessage): Promise<KnownInquiry> {
  const name = nameOf(seen);
  const taken = await desk.ports.storage.inTurn(async () => settle(desk, await keepMessages(desk, [seen])));
  const judged = taken.letters.find(({ letter }) => letter.name === name);
  const entry = entryOf(taken.entries, judged, name);
  const facts = namedFacts(entry === null ? seen.decisions : allOf(entry), (text) => desk.ports.digest.sha256(text));
  const decision = judged?.decision ?? triage(factsOf(seen, desk.ports.mail.user.address), rules.policy);
  const decided = evidenceOf(facts).standing.some(({ kind, by }) => kind === "excluded" && by === "person");
  if (judged !== undefined) await notePutOff(desk, [judged]);
  return {
    internetMessageId: seen.internetMessageId,
    conversationId: seen.conversationId,
    subject: seen.subject,
    // Once a person said that no reply is needed, nothing is left to confirm.
    triage: decided ? { ...decision, probable: false } : decision,
    entry,
    facts,
    waiting: entry?.members.length ?? 0,
    neverOffers: neverOffers(desk, rules, seen, decision),
  };
}

/** The ledger's entry of the message's inquiry: its own, or the older one's that it reminds of. */
function entryOf(entries: readonly LedgerEntry[], judged: JudgedLetter | undefined, name: string): LedgerEntry | null {
  const wanted = judged?.inquiry ?? name;
  const entry = entries.find(({ internetMessageId }) => internetMessageId === wanted);
  return entry === undefined || entry.members.length === 0 ? null : entry;
}

/** Who can be put on the never list does not depend on who stands there already. */
function neverOffers(desk: Desk, rules: Rules, seen: KeptMessage, decision: TriageDecision): readonly string[] {
  const facts = factsOf(seen, desk.ports.mail.user.address);
  const plain = decision.rule === "sender-never" ? triage(facts, rules.policy) : decision;
  return offeredSenders(facts, plain, rules.policy);
}
