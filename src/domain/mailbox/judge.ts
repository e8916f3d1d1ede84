/** On the clock or not, as far as it takes the rest of the mailbox to say. */
import type { Rules } from "../inquiry/rules.ts";
import { isBeforeCounting } from "../policy/responseDays.ts";
import type { Instant } from "../time.ts";
import { channelRules } from "../triage/channels.ts";
import type { MessageFacts, TriageDecision } from "../triage/message.ts";
import { isStaff } from "../triage/senders.ts";
import { subjectOf } from "../triage/subject.ts";
import { triage } from "../triage/triage.ts";
import type { Letter } from "./letter.ts";
import { receiverOf } from "./receiver.ts";
import { factsOf } from "./seen.ts";

/** Whose mailboxes these are, and by which rules they are read. */
export interface Reader {
  readonly rules: Rules;
  /** The person's own address, lower case. */
  readonly address: string;
  /** That and the shared mailboxes', lower case. */
  readonly own: ReadonlySet<string>;
  /** When a mailbox began to be counted; null for no such day. Earlier mail is never on the clock. */
  readonly joinedAt: (mailbox: string) => Instant | null;
  /** Headers of mail received earlier are not asked for. */
  readonly lookBackFrom: Instant;
  /** True for mail of a sender of whom somebody said that it never needs a reply. */
  readonly never: (facts: MessageFacts, decision: TriageDecision) => boolean;
}

/**
 * @param before older letters of the same conversation, and those of ours that this one answers
 * @param isKnown true when some mailbox has counted it already
 */
export function judged(letter: Letter, before: readonly Letter[], reader: Reader, isKnown = false): TriageDecision {
  const { best } = letter;
  const ours = before.filter(({ isOurs }) => isOurs);
  const facts: MessageFacts = {
    ...factsOf(best, mailboxAddress(best.mailbox, reader)),
    answersUs: ours.length > 0,
    ourConversation: beganByUs(before),
  };
  const decision = triage(facts, reader.rules.policy);
  if (!decision.onTheClock) return decision;
  if (best.place === "junk") return off(decision, "junk");
  const { department } = receiverOf(reader.rules.policy, facts, reader.address);
  const day = reader.rules.calendarOf(department).localDay(best.receivedAt);
  if (isBeforeCounting(reader.rules.policy, day)) return off(decision, "counts-from");
  if (isTooOld(letter, reader)) return off(decision, "before-joining");
  return !isKnown && isUnreadOld(best, decision, facts, reader) ? off(decision, "before-look-back") : decision;
}

/**
 * True where headers may still change the decision: ordinary mail is no machine's only if they say so. What the
 * envelope decides alone (a configured sender, a colleague, an item class) needs none.
 */
export function isUndecided(decision: TriageDecision, facts: MessageFacts): boolean {
  if (facts.headers !== null) return false;
  if (decision.onTheClock) return !envelopeRules.has(decision.rule);
  // Which reply came back stands in the headers of a bounce alone.
  return decision.probable || decision.reason === "bounce";
}

const envelopeRules: ReadonlySet<string> = new Set(channelRules.map(({ id }) => id));

/** A colleague passes on what somebody outside wrote. */
export function isColleaguesForward(decision: TriageDecision): boolean {
  return decision.onTheClock && decision.rule === "colleague-forward";
}

export function mailboxAddress(mailbox: string, reader: Reader): string {
  return mailbox === "" ? reader.address : mailbox;
}

/** True when no recipient is a customer: then it is mail inside the city. */
export function staysInside(recipients: readonly string[], { rules }: Reader): boolean {
  return recipients.every((address) => isStaff(rules.policy, address.toLowerCase()));
}

function isTooOld({ best, copies }: Letter, reader: Reader): boolean {
  return copies.every(({ mailbox }) => {
    const joined = reader.joinedAt(mailbox);
    return joined !== null && best.receivedAt < joined;
  });
}

/**
 * A message that this computer sees for the first time long after it came, and of which only headers that are no longer
 * asked for would say whether a machine wrote it: nobody counts it now who did not count it then.
 */
function isUnreadOld(
  best: Letter["best"],
  decision: TriageDecision,
  facts: MessageFacts,
  { lookBackFrom }: Reader,
): boolean {
  return best.receivedAt < lookBackFrom && !best.headersAsked && isUndecided(decision, facts);
}

function beganByUs(before: readonly Letter[]): boolean {
  const first = before[0];
  // Where references cannot be read, the subject tells whether ours was itself an answer.
  return (
    first !== undefined &&
    first.isOurs &&
    first.best.answers.length === 0 &&
    subjectOf(first.best.subject).prefix === null
  );
}

function off(decision: TriageDecision, rule: string): TriageDecision {
  return { ...decision, onTheClock: false, channel: null, rule, probable: false };
}
