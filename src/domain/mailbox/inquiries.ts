/**
 * The inquiries in a set of messages that may belong together: one pure function of the messages and of what was told,
 * so that the order in which they were noticed, and how often, changes nothing.
 *
 * It walks through the messages as they were received and sent. An inquiry is one unanswered message or a run of them:
 * a reminder by the same customer in the same conversation joins the oldest that still waits and never resets its clock;
 * a message after the reply begins its own; one reply answers all that wait (design.md, the heart).
 */
import type { Observation } from "../inquiry/fact.ts";
import { mailChannel } from "../policy/responseDays.ts";
import { addressOf } from "../triage/senders.ts";
import type { TriageDecision } from "../triage/message.ts";
import { excludedSince, isIncluded, repliesSoFar, type Hash, type OpenInquiry } from "./inquiry.ts";
import { isColleaguesForward, judged, mailboxAddress, type Reader } from "./judge.ts";
import { lettersOf, type Letter } from "./letter.ts";
import { receiverOf } from "./receiver.ts";
import { recordReply, type RepliesElsewhere } from "./replies.ts";
import { factsOf, type SeenMessage } from "./seen.ts";

/** What was said of an inquiry, or of a message, by anybody so far: people, colleagues' mailboxes, and this one. */
export type ToldOf = (name: string) => readonly Observation[];

export interface JudgedLetter {
  readonly letter: Letter;
  readonly decision: TriageDecision;
  /** The inquiry that it belongs to; null while off the clock. */
  readonly inquiry: string | null;
}

export interface Found {
  readonly inquiries: readonly OpenInquiry[];
  /** Every message that was received. */
  readonly received: readonly JudgedLetter[];
  /** Replies to messages that lie in none of these mailboxes. */
  readonly elsewhere: RepliesElsewhere;
}

/** @param messages all that belong together: whole conversations, and what their references name */
export function inquiriesIn(messages: readonly SeenMessage[], told: ToldOf, reader: Reader, hash: Hash): Found {
  const letters = lettersOf(messages, reader.own);
  const walk: Walk = { told, reader, hash, inquiries: [] };
  const received: JudgedLetter[] = [];
  const elsewhere = new Map<string, Observation[]>();
  for (const [index, letter] of letters.entries()) {
    const older = letters.slice(0, index);
    if (letter.isOurs) {
      const sent = { letter, failures: failuresOf(letter, letters.slice(index + 1), reader) };
      recordReply(sent, judgedHere(letter, older, received), walk.inquiries, elsewhere, reader, hash);
      continue;
    }
    const own = [...told(letter.name), ...letter.best.decisions];
    const isKnown = own.some(({ kind }) => kind === "received");
    const decision = judged(letter, conversationBefore(letter, older), reader, isKnown);
    const counts = decision.onTheClock || isIncluded(own, hash);
    received.push({ letter, decision, inquiry: counts ? place(letter, decision, own, walk) : null });
  }
  const putOff = new Set(walk.inquiries.filter((inquiry) => isPutOff(inquiry, walk)).map(({ name }) => name));
  return {
    inquiries: walk.inquiries.filter(({ name }) => !putOff.has(name)),
    received: received.map((each) =>
      each.inquiry === null || !putOff.has(each.inquiry)
        ? each
        : { ...each, decision: byNeverList(each.decision), inquiry: null },
    ),
    elsewhere,
  };
}

/** Later reports that this one of ours was not delivered: it never answered, whenever its report came. */
function failuresOf({ name }: Letter, later: readonly Letter[], reader: Reader): readonly Letter[] {
  return later.filter(
    (letter) => !letter.isOurs && letter.best.answers.includes(name) && judged(letter, [], reader).reason === "bounce",
  );
}

/**
 * Messages of which these mailboxes say themselves whether they are inquiries that this one of ours may answer. Of one
 * that is merely too old for them, or lies in Junk here, another mailbox may say that it is; but whom it would have to
 * reach is known here.
 */
function judgedHere(sent: Letter, older: readonly Letter[], received: readonly JudgedLetter[]): ReadonlySet<string> {
  const { to, cc, bcc } = sent.best;
  const recipients = new Set([...to, ...cc, ...bcc].map(addressOf));
  const open = received.filter(
    ({ letter, decision, inquiry }) =>
      inquiry === null && decision.reason === null && recipients.has(addressOf(decision.customer ?? letter.best.from)),
  );
  const names = new Set(older.map(({ name }) => name));
  for (const { letter } of open) names.delete(letter.name);
  return names;
}

interface Walk {
  readonly told: ToldOf;
  readonly reader: Reader;
  readonly hash: Hash;
  readonly inquiries: OpenInquiry[];
}

/** Joins the run that waits, or begins an inquiry; @returns its name */
function place(letter: Letter, decision: TriageDecision, own: readonly Observation[], walk: Walk): string {
  const { inquiries, told, reader } = walk;
  const run = inquiries.find((inquiry) => isReminder(letter, decision, inquiry, walk));
  if (run !== undefined) {
    run.letters.push(letter);
    // What a colleague's rules make of a reminder (a duplicate, say) is not said of the inquiry.
    run.told.push(...own.filter(({ by, kind }) => by === "person" || kind === "replied" || kind === "returned"));
    return run.name;
  }
  const name = nameOf(letter, decision);
  const about = name === letter.name ? [...own] : [...told(name), ...own];
  inquiries.push({
    name,
    decision,
    receivedAt: earliestReceipt(letter, about),
    letters: [letter],
    seen: [receivedObservation(letter, decision, reader)],
    told: about,
  });
  return name;
}

/** A colleague's forward is about the customer's own message: in both mailboxes the inquiry has that one's name. */
function nameOf(letter: Letter, decision: TriageDecision): string {
  return (isColleaguesForward(decision) ? letter.best.answers[0] : undefined) ?? letter.name;
}

function earliestReceipt(letter: Letter, about: readonly Observation[]): Letter["at"] {
  return about.reduce((first, seen) => (seen.kind === "received" && seen.at < first ? seen.at : first), letter.at);
}

/**
 * The same customer, in the same conversation or by reference, while nothing has met the response time before it, and
 * nobody had said that no reply is needed: that is said of all that waits at that moment.
 */
function isReminder(letter: Letter, decision: TriageDecision, inquiry: OpenInquiry, walk: Walk): boolean {
  if (nameOf(letter, decision) === inquiry.name) return true;
  const customer = addressOf(inquiry.decision.customer);
  if (customer === "" || customer !== addressOf(decision.customer)) return false;
  const belongs = inquiry.letters.some(
    (other) => sharesConversation(letter, other) || letter.best.answers.includes(other.name),
  );
  const excluded = excludedSince(inquiry.told, walk.hash);
  if (!belongs || (excluded !== null && excluded < letter.at)) return false;
  const { met } = repliesSoFar(inquiry, walk.reader.rules.policy.counting, walk.hash);
  return met === null || met.at >= letter.at;
}

function receivedObservation(letter: Letter, decision: TriageDecision, reader: Reader): Observation {
  const { policy } = reader.rules;
  const { best } = letter;
  return {
    kind: "received",
    channel: decision.channel ?? mailChannel(policy),
    ...receiverOf(policy, { ...best, mailbox: mailboxAddress(best.mailbox, reader) }, reader.address),
    timeSource: best.timeSource,
    at: best.receivedAt,
    // Not the moment of looking: every pane that sees the message then makes the very same fact.
    saidAt: best.receivedAt,
    by: "rule",
  };
}

/**
 * The mailbox's never list puts an inquiry off the clock, unless a person said something of it, because a person's word
 * beats a rule, or it was answered, because that is history.
 */
function isPutOff(inquiry: OpenInquiry, { reader, hash }: Walk): boolean {
  const [first] = inquiry.letters;
  if (first === undefined || inquiry.told.some(({ by }) => by === "person")) return false;
  const facts = factsOf(first.best, mailboxAddress(first.best.mailbox, reader));
  return (
    reader.never(facts, inquiry.decision) && repliesSoFar(inquiry, reader.rules.policy.counting, hash).met === null
  );
}

function byNeverList(decision: TriageDecision): TriageDecision {
  return {
    ...decision,
    onTheClock: false,
    reason: "notification",
    channel: null,
    rule: "sender-never",
    probable: false,
  };
}

function conversationBefore(letter: Letter, older: readonly Letter[]): readonly Letter[] {
  return older.filter((other) => sharesConversation(letter, other) || letter.best.answers.includes(other.name));
}

export function sharesConversation(a: Letter, b: Letter): boolean {
  return a.copies.some((one) =>
    b.copies.some(
      (other) =>
        one.mailbox === other.mailbox && one.conversationId !== "" && one.conversationId === other.conversationId,
    ),
  );
}
