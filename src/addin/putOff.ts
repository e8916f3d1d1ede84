/** What this pane put off the clock by rule: kept on this computer for review, the newest two hundred. */
import type { Rules } from "../domain/inquiry/derive.ts";
import type { Fact, Observation } from "../domain/inquiry/fact.ts";
import { mailChannel } from "../domain/policy/responseDays.ts";
import { dayMs, type Instant } from "../domain/time.ts";
import type { Address, TriageDecision } from "../domain/triage/message.ts";
import { addressOf } from "../domain/triage/senders.ts";
import type { PutOff } from "./addin.ts";
import type { Desk } from "./desk.ts";
import { isOverruled, receivedObservation } from "./judge.ts";
import type { ReadMessage } from "./messageFacts.ts";
import type { OpenMessage } from "./ports.ts";

const mostKept = 200;
const reviewedMs = 7 * dayMs;

/** With what makes an inquiry of it, should a person say that it needs a reply. */
export interface KeptPutOff extends PutOff {
  readonly conversationId: string;
  readonly customer: Address | null;
  readonly received: Observation;
}

/** Those of the last seven days, in which the rules may be wrong first, then the newest. */
export function ofThisWeek(putOff: readonly PutOff[], now: Instant): readonly PutOff[] {
  return putOff
    .filter(({ at }) => now - at < reviewedMs)
    .sort((a, b) => Number(b.probable) - Number(a.probable) || b.at - a.at);
}

/**
 * Lists the message when a rule put it off the clock, and no longer does when a person or the rules put it back.
 * Mail from before the city began to count, and our own, is no decision that anybody reviews.
 */
export async function notePutOff(
  desk: Desk,
  rules: Rules,
  message: OpenMessage,
  read: ReadMessage,
  decision: TriageDecision,
  facts: readonly Fact[],
): Promise<void> {
  const { mail, clock } = desk.ports;
  const isOurs = addressOf(message.from) === mail.user.address.toLowerCase();
  const { rule, reason, probable } = decision;
  if (decision.onTheClock || reason === null || isOurs || isOverruled(facts))
    return forgetPutOff(desk, message.internetMessageId);
  const row: KeptPutOff = {
    internetMessageId: message.internetMessageId,
    conversationId: message.conversationId,
    itemId: message.itemId,
    subject: message.subject,
    sender: message.from,
    customer: decision.customer ?? message.from,
    rule,
    reason,
    probable,
    at: clock.now(),
    received: receivedObservation(read, mailChannel(rules.policy), rules.policy, mail.user.address),
  };
  await desk.putOff.change((known) => withRow(known, row));
}

/** The list with the row on top; one that says the same already keeps its place and its day. */
function withRow(known: readonly KeptPutOff[], row: KeptPutOff): readonly KeptPutOff[] {
  const before = known.find((other) => other.internetMessageId === row.internetMessageId);
  if (before?.rule === row.rule && before.probable === row.probable && before.itemId === row.itemId) return known;
  const others = known.filter((other) => other !== before);
  return [{ ...row, at: before?.at ?? row.at }, ...others].slice(0, mostKept);
}

export async function forgetPutOff(desk: Desk, internetMessageId: string): Promise<void> {
  await desk.putOff.change((known) =>
    known.some((row) => row.internetMessageId === internetMessageId)
      ? known.filter((row) => row.internetMessageId !== internetMessageId)
      : known,
  );
}

const texts: readonly (keyof KeptPutOff)[] = ["internetMessageId", "conversationId", "itemId", "subject", "rule"];

/** A row as storage holds it, or null: an older pane may have written another shape. */
export function putOffFrom(value: unknown): KeptPutOff | null {
  const row = (value ?? {}) as Partial<Record<keyof KeptPutOff, unknown>>;
  const whole = texts.every((name) => typeof row[name] === "string") && typeof row.at === "number";
  return whole && typeof row.received === "object" && row.received !== null ? (value as KeptPutOff) : null;
}
