/** What our sent messages do to the inquiries they answer, and what a delivery failure undoes. */
import type { Observation } from "../inquiry/fact.ts";
import { answeredBy, type SentFacts, type WaitingMessage } from "../matching/match.ts";
import { addressOf } from "../triage/senders.ts";
import { idOf, repliesSoFar, type Hash, type OpenInquiry } from "./inquiry.ts";
import { isColleaguesForward, staysInside, type Reader } from "./judge.ts";
import type { Letter } from "./letter.ts";
import { namedBy } from "./seen.ts";

/** Observations by the name of the message that was answered. */
export type RepliesElsewhere = ReadonlyMap<string, readonly Observation[]>;

/** As many as a long thread names; older ones were answered before. */
const mostReferences = 20;

/** One of ours, and the reports that it was not delivered. */
export interface SentLetter {
  readonly letter: Letter;
  readonly failures: readonly Letter[];
}

/**
 * Writes a reply down with every inquiry that it answers and that no earlier reply has closed. A delivery failure takes
 * it back from each inquiry whose customer did not get it.
 */
export function recordReply(
  { letter: sent, failures }: SentLetter,
  judgedHere: ReadonlySet<string>,
  inquiries: readonly OpenInquiry[],
  elsewhere: Map<string, Observation[]>,
  reader: Reader,
  hash: Hash,
): void {
  if (isMachineMade(sent)) return;
  const facts = sentFactsOf(sent);
  const reply = repliedObservation(sent);
  const waiting = inquiries.filter((inquiry) => isOpenAt(inquiry, sent, reader, hash));
  const inside = staysInside(facts.recipients, reader);
  const answered = new Set(
    answeredBy(facts, waiting.flatMap(waitingMessages)).map(({ internetMessageId }) => internetMessageId),
  );
  for (const inquiry of waiting) {
    const isAnswered = namesOf(inquiry).some((name) => answered.has(name));
    if (!isAnswered && (inside || !answersForward(facts, inquiry))) continue;
    inquiry.seen.push(reply);
    inquiry.seen.push(
      ...failures.filter((bounce) => concerns(bounce, inquiry)).map((bounce) => returned(bounce, reply, hash)),
    );
  }
  if (inside) return;
  const known = new Set([...judgedHere, ...inquiries.map(({ name }) => name)]);
  for (const name of nearest(facts.answers)) {
    if (!known.has(name)) elsewhere.set(name, [...(elsewhere.get(name) ?? []), reply]);
  }
}

/** What it answers itself stands first, then the thread from its beginning. */
function nearest(answers: readonly string[]): readonly string[] {
  return [...answers.slice(0, 1), ...answers.slice(1).slice(1 - mostReferences)];
}

function concerns(bounce: Letter, { decision }: OpenInquiry): boolean {
  const [failed, customer] = [failedRecipients(bounce), addressOf(decision.customer)];
  return failed.length === 0 || customer === "" || failed.includes(customer);
}

function returned({ at }: Letter, reply: Observation, hash: Hash): Observation {
  return { kind: "returned", reply: idOf(reply, hash), at, saidAt: at, by: "rule" };
}

function isOpenAt(inquiry: OpenInquiry, sent: Letter, reader: Reader, hash: Hash): boolean {
  const { closing } = repliesSoFar(inquiry, reader.rules.policy.counting, hash);
  return closing === null || closing.at >= sent.at;
}

/** Each message of the run, and the one that a colleague forwarded, which lies in another mailbox. */
function waitingMessages(inquiry: OpenInquiry): readonly WaitingMessage[] {
  const customer = inquiry.decision.customer?.address ?? null;
  return namesOf(inquiry).map((internetMessageId) => {
    const letter = inquiry.letters.find(({ name }) => name === internetMessageId);
    return {
      internetMessageId,
      conversationId: letter?.best.conversationId ?? "",
      receivedAt: letter?.at ?? inquiry.receivedAt,
      customer,
    };
  });
}

function namesOf(inquiry: OpenInquiry): readonly string[] {
  return [...new Set([inquiry.name, ...inquiry.letters.map(({ name }) => name)])];
}

/** Where a forward does not tell its author: a reply that names it and goes to somebody outside is the customer's. */
function answersForward(sent: SentFacts, inquiry: OpenInquiry): boolean {
  return (
    inquiry.decision.customer === null &&
    isColleaguesForward(inquiry.decision) &&
    namesOf(inquiry).some((name) => sent.answers.includes(name))
  );
}

function sentFactsOf({ name, best, at }: Letter): SentFacts {
  return {
    internetMessageId: name,
    conversationId: best.conversationId,
    sentAt: at,
    recipients: [...best.to, ...best.cc, ...best.bcc].map(({ address }) => address.toLowerCase()),
    answers: [...new Set(namedBy(best))],
  };
}

function repliedObservation({ best, at }: Letter): Observation {
  const { stamp } = best;
  return {
    kind: "replied",
    replyKind: stamp?.replyKind ?? "unknown",
    way: "email",
    // Only Exchange's own copy has Exchange's time; without one the send handler's word is all there is.
    seenIn: best.timeSource === "exchange" ? "sentItems" : "send",
    ...(stamp?.promisedDay == null ? {} : { promisedDay: stamp.promisedDay }),
    at,
    saidAt: at,
    by: "rule",
  };
}

/** Exchange's own answers for somebody who is away are no reply (design.md, the reply table). */
function isMachineMade({ best }: Letter): boolean {
  return /^ipm\.note\.rules\./i.test(best.itemClass);
}

function failedRecipients({ best }: Letter): readonly string[] {
  return (best.headers ?? [])
    .filter(([name]) => name.toLowerCase() === "x-failed-recipients")
    .flatMap(([, value]) => value.split(",").map((address) => address.trim().toLowerCase()));
}
