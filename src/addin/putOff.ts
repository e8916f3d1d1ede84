/** What these mailboxes put off the clock by rule: kept on this computer for review, the newest two hundred. */
import type { JudgedLetter } from "../domain/mailbox/inquiries.ts";
import { isIncluded } from "../domain/mailbox/inquiry.ts";
import { dayMs, type Instant } from "../domain/time.ts";
import { addressOf } from "../domain/triage/senders.ts";
import type { PutOff } from "./addin.ts";
import type { Desk } from "./desk.ts";
import { copiesOf } from "./ledgerPorts.ts";

const mostKept = 200;
export const reviewedMs = 7 * dayMs;

/** Those of the last seven days, in which the rules may be wrong first, then the newest. */
export function ofThisWeek(putOff: readonly PutOff[], now: Instant): readonly PutOff[] {
  return putOff
    .filter(({ at }) => now - at < reviewedMs)
    .sort((a, b) => Number(b.probable) - Number(a.probable) || b.at - a.at);
}

/**
 * Lists what a rule put off the clock, and no longer what a person or the rules put back. Mail from before the city
 * began to count, and our own, is no decision that anybody reviews.
 */
export async function notePutOff(desk: Desk, letters: readonly JudgedLetter[]): Promise<void> {
  const names = new Set(letters.map(({ letter }) => letter.name));
  const rows = letters.flatMap((judged) => putOffRow(desk, judged));
  await desk.putOff.change((known) => {
    const others = known.filter(({ internetMessageId }) => !names.has(internetMessageId));
    const same = rows.map((row) => sameRow(known, row) ?? row);
    const isUnchanged = same.length + others.length === known.length && same.every((row) => known.includes(row));
    return isUnchanged ? known : [...same, ...others].sort((a, b) => b.at - a.at).slice(0, mostKept);
  });
}

function putOffRow(desk: Desk, { letter, decision }: JudgedLetter): readonly PutOff[] {
  const now = desk.ports.clock.now();
  const { rule, reason, probable } = decision;
  const { internetMessageId, conversationId, subject, from, decisions, place } = letter.best;
  const isOurs = addressOf(from) === desk.ports.mail.user.address.toLowerCase();
  const included = isIncluded(decisions, (text) => desk.ports.digest.sha256(text));
  if (decision.onTheClock || reason === null || isOurs || included) return [];
  if (place !== "here" || now - letter.at >= reviewedMs) return [];
  const [copy] = copiesOf(letter);
  if (copy === undefined) return [];
  const shown = { internetMessageId, conversationId, itemId: copy.id, mailbox: copy.mailbox, subject, sender: from };
  return [{ ...shown, rule, reason, probable, at: now }];
}

/** A row that says the same keeps its place and its day. */
function sameRow(known: readonly PutOff[], row: PutOff): PutOff | null {
  const before = known.find(({ internetMessageId }) => internetMessageId === row.internetMessageId);
  if (before === undefined) return null;
  const isSame = before.rule === row.rule && before.probable === row.probable && before.itemId === row.itemId;
  return isSame ? before : { ...row, at: before.at };
}

const texts: readonly (keyof PutOff)[] = ["internetMessageId", "itemId", "subject", "rule"];

/** A row as storage holds it, or null: an older pane may have written another shape. */
export function putOffFrom(value: unknown): PutOff | null {
  const row = (value ?? {}) as Partial<Record<keyof PutOff, unknown>>;
  const whole = texts.every((name) => typeof row[name] === "string") && typeof row.at === "number";
  return whole ? (value as PutOff) : null;
}
