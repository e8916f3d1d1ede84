/** What people decide about an inquiry. Nothing is overwritten: a correction, and its undoing, is one more fact. */
import type { ExclusionReason, Fact, Observation, ReplyWay } from "../domain/inquiry/fact.ts";
import type { Instant } from "../domain/time.ts";
import type { Desk, Step } from "./desk.ts";
import { markMessage } from "./markMessage.ts";
import { unlessRefused } from "./notices.ts";
import { factIdOf } from "./observations.ts";
import { knowInquiry } from "./openMessage.ts";
import { show } from "./show.ts";

/** @throws RangeError when the policy has no such channel */
export async function setChannel(desk: Desk, channel: string): Promise<void> {
  if (desk.rules?.policy.channels[channel] === undefined) throw new RangeError(`no such channel: ${channel}`);
  await decide(desk, "channel", (said) => [{ ...said, kind: "channelSet", channel }]);
}

/** "No reply needed", for a reason of the closed list. */
export async function exclude(desk: Desk, reason: ExclusionReason): Promise<void> {
  await decide(desk, "excluded", (said) => [{ ...said, kind: "excluded", reason }]);
}

/** "This needs a reply". */
export async function include(desk: Desk): Promise<void> {
  await decide(desk, "included", (said) => [{ ...said, kind: "included" }]);
}

/**
 * @param at when the customer got the answer
 * @throws RangeError when that is before the message came, or has not happened yet
 */
export async function answeredAnotherWay(desk: Desk, way: Exclude<ReplyWay, "email">, at: Instant): Promise<void> {
  await decide(desk, "answered", (said, facts) => {
    const received = Math.min(...facts.flatMap((fact) => (fact.kind === "received" ? [fact.at] : [])));
    if (at < received || at > said.saidAt) throw new RangeError("an answer is given between receipt and now");
    return [{ ...said, at, kind: "replied", replyKind: "answer", way, seenIn: "person" }];
  });
}

/** Takes back the last step, as long as its message is open. */
export async function undo(desk: Desk): Promise<void> {
  const { lastStep } = desk;
  if (lastStep === null) return;
  await decide(desk, null, (said) => lastStep.facts.map((fact) => ({ ...said, kind: "retracted", fact })));
}

type Said = Pick<Observation, "at" | "saidAt"> & { readonly by: "person" };

/** Writes a person's decision down, on the message too, judges the message anew and shows what follows. */
async function decide(
  desk: Desk,
  kind: Step["kind"] | null,
  observe: (said: Said, facts: readonly Fact[]) => readonly Observation[],
): Promise<void> {
  const { inquiry, opened, rules, generation } = desk;
  if (inquiry === null || opened === null || rules === null) return;
  const now = desk.ports.clock.now();
  const decided = observe({ at: now, saidAt: now, by: "person" }, inquiry.facts);
  const known = await desk.inTurn(() => knowInquiry(desk, rules, opened.message, opened.read, decided));
  if (desk.generation !== generation) return;
  const facts = await Promise.all(decided.map((observation) => factIdOf(observation, desk.ports.digest)));
  desk.inquiry = known;
  desk.lastStep = kind === null ? null : { kind, facts };
  show(desk);
  await keepOnMessage(desk);
  await markMessage(desk);
}

/**
 * People's decisions stay on the message itself, so that another computer shows them. What Outlook's 2,500 characters
 * do not hold, and what it refuses to keep, is in the ledger and with the service all the same.
 */
async function keepOnMessage(desk: Desk): Promise<void> {
  const observations = desk.inquiry?.entry?.observations.filter((seen) => seen.by === "person") ?? [];
  await unlessRefused(desk.ports.mail.saveDecisions({ observations }), () => undefined);
}
