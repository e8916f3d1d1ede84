/** What people decide about an inquiry. Nothing is overwritten: a correction, and its undoing, is one more fact. */
import type { ExclusionReason, Fact, Observation, ReplyWay } from "../domain/inquiry/fact.ts";
import { standingOf } from "../domain/inquiry/derive.ts";
import type { Instant, LocalDay } from "../domain/time.ts";
import { arrival, hasArrivalDay } from "./arrivalDay.ts";
import type { Desk, Step } from "./desk.ts";
import { saveOnMessage } from "./mailbox/unsaved.ts";
import { markMessage } from "./markMessage.ts";
import { unlessRefused } from "./notices.ts";
import { factIdOf, observationOf, uniteObservations } from "./observations.ts";
import { knowInquiry } from "./openMessage.ts";
import { show } from "./show.ts";

/** @throws RangeError when the policy has no such channel */
export async function setChannel(desk: Desk, channel: string): Promise<void> {
  if (desk.rules?.policy.channels[channel] === undefined) throw new RangeError(`no such channel: ${channel}`);
  await decide(desk, { kind: "channel" }, (said) => [{ ...said, kind: "channelSet", channel }]);
}

/** "No reply needed", for a reason of the closed list. */
export async function exclude(desk: Desk, reason: ExclusionReason): Promise<void> {
  await decide(desk, { kind: "excluded" }, (said) => [{ ...said, kind: "excluded", reason }]);
}

/** "Yes, no reply needed": what a rule held for probable is now a person's word, with the rule's own reason. */
export async function confirmOff(desk: Desk): Promise<void> {
  const reason = desk.inquiry?.triage.reason ?? null;
  if (reason !== null) await decide(desk, { kind: "excluded" }, (said) => [{ ...said, kind: "excluded", reason }]);
}

/**
 * "This sender never needs a reply": the open message goes off the clock by a person's word, later ones by rule.
 *
 * @throws RangeError when the sender is not among those offered for the open message
 */
export async function neverNeedsReply(desk: Desk, sender: string): Promise<void> {
  const { inquiry, generation } = desk;
  if (inquiry?.neverOffers.includes(sender) !== true) throw new RangeError(`not to be put on the list: ${sender}`);
  const at = desk.ports.clock.now();
  await desk.neverSenders.change((known) => [...known.filter((listed) => listed.sender !== sender), { sender, at }]);
  if (desk.generation !== generation) return;
  await decide(desk, { kind: "never", sender }, (said) => [{ ...said, kind: "excluded", reason: "notification" }]);
}

/** "This needs a reply". */
export async function include(desk: Desk): Promise<void> {
  await decide(desk, { kind: "included" }, (said) => [{ ...said, kind: "included" }]);
}

/**
 * The day on which a letter or a voice message arrived; the response time runs from there.
 *
 * @throws RangeError for a channel whose messages arrive when they are sent, and for a day that `arrival` refuses
 */
export async function setReceivedDay(desk: Desk, day: LocalDay): Promise<void> {
  const { inquiry, rules } = desk;
  if (inquiry === null || rules === null) return;
  const now = desk.ports.clock.now();
  const standing = standingOf(inquiry.facts, rules, now);
  if (standing === null || !hasArrivalDay(rules.policy, standing.channel)) throw new RangeError("no day of arrival");
  const arrived = arrival(day, rules.calendarOf(standing.datedBy), now);
  if (!arrived.ok) throw new RangeError(`no such day of arrival: ${day} (${arrived.why})`);
  await decide(desk, { kind: "received" }, (said) => [{ ...said, kind: "receivedSet", receivedAt: arrived.at }]);
}

/**
 * @param at when the customer got the answer
 * @throws RangeError when that is before the message came, or has not happened yet
 */
export async function answeredAnotherWay(desk: Desk, way: Exclude<ReplyWay, "email">, at: Instant): Promise<void> {
  await decide(desk, { kind: "answered" }, (said, facts) => {
    const received = Math.min(...facts.flatMap((fact) => (fact.kind === "received" ? [fact.at] : [])));
    if (at < received || at > said.saidAt) throw new RangeError("an answer is given between receipt and now");
    return [{ ...said, at, kind: "replied", replyKind: "answer", way, seenIn: "person" }];
  });
}

/** Takes back the last step, as long as its message is open. */
export async function undo(desk: Desk): Promise<void> {
  const { lastStep } = desk;
  if (lastStep === null) return;
  const { sender } = lastStep;
  if (sender !== undefined) {
    await desk.neverSenders.change((known) => known.filter((listed) => listed.sender !== sender));
    if (desk.lastStep !== lastStep) return;
  }
  await decide(desk, null, (said) => lastStep.facts.map((fact) => ({ ...said, kind: "retracted", fact })));
}

export type Said = Pick<Observation, "at" | "saidAt"> & { readonly by: "person" };

/** Writes a person's decision down, on the message too, judges the message anew and shows what follows. */
export async function decide(
  desk: Desk,
  step: Omit<Step, "facts"> | null,
  observe: (said: Said, facts: readonly Fact[]) => readonly Observation[],
): Promise<void> {
  const { inquiry, opened, rules, generation } = desk;
  if (inquiry === null || opened === null || rules === null) return;
  const now = desk.ports.clock.now();
  const decided = observe({ at: now, saidAt: now, by: "person" }, inquiry.facts);
  const seen = { ...opened.seen, decisions: uniteObservations(opened.seen.decisions, decided) };
  const known = await knowInquiry(desk, rules, seen);
  if (desk.generation !== generation) return;
  const facts = decided.map((observation) => factIdOf(observation, desk.ports.digest));
  desk.opened = { ...opened, seen };
  desk.inquiry = known;
  desk.lastStep = step === null ? null : { ...step, facts };
  show(desk);
  await keepOnMessage(desk);
  await markMessage(desk);
}

/**
 * People's decisions stay on the message itself, so that another computer shows them. What Outlook's 2,500 characters
 * do not hold, and what it refuses to keep, is in the ledger and with the service all the same.
 */
async function keepOnMessage(desk: Desk): Promise<void> {
  const said = desk.inquiry?.facts.filter((fact) => fact.by === "person") ?? [];
  const observations = said.map(observationOf);
  const { mail, mailbox, storage } = desk.ports;
  const saved = await unlessRefused(
    mail.saveDecisions({ observations }).then(() => true),
    () => false,
  );
  if (saved || mailbox?.writer == null || desk.inquiry === null) return;
  const copies = await storage.ledger.named([desk.inquiry.internetMessageId]);
  const copy = copies.find(({ etag }) => etag !== "");
  if (copy !== undefined) await saveOnMessage(desk, mailbox.writer, copy);
}
