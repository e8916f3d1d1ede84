/** On the clock or not: the first rule of the table that applies decides, and says its name. */
import type { Policy } from "../policy/policy.ts";
import { automaticRules } from "./automatic.ts";
import { bounceRules } from "./bounce.ts";
import { bulkRules } from "./bulk.ts";
import { calendarRules } from "./calendarMail.ts";
import { channelRules, ordinaryChannel } from "./channels.ts";
import { closingRules } from "./closing.ts";
import { internalRules } from "./internal.ts";
import type { MessageFacts, TriageDecision } from "./message.ts";
import { readingOf, writerOf, type Reading } from "./reading.ts";
import type { Rule } from "./rule.ts";
import { isListedCustomer, matchesSender } from "./senders.ts";
import { replyToRules, webFormRules } from "./webForms.ts";

/** When in doubt the clock runs (design.md, rule 3): these two end the table and one of them always applies. */
const clockRuns: readonly Rule[] = [
  { id: "headers-unknown", when: (r) => !r.headersKnown, on: (r) => ordinary(r, true) },
  { id: "ordinary-mail", when: () => true, on: (r) => ordinary(r, false) },
];

/**
 * The rules in order: reports that a mail system wrote, channels that the city configured, its list of machines, the
 * calendar, forms of its own sites, the staff, automatic answers, lists and machines, thanks; then the clock runs.
 */
export const triageRules: readonly Rule[] = [
  ...bounceRules,
  ...channelRules,
  { id: "listed-machine", when: isListedMachine, off: "notification" },
  ...calendarRules,
  ...webFormRules,
  ...internalRules,
  ...automaticRules,
  ...replyToRules,
  ...bulkRules,
  ...closingRules,
  ...clockRuns,
];

/**
 * Whether a message is on the clock, by which channel, and why.
 *
 * Takes what a mail client can know; `headers: null` means unknown, never "human". A person can overrule every decision.
 * Sources of the rules: RFC 3834, RFC 5321 §4.5.5, MS-OXCMAIL 2.1.3.2.20, and what mail servers were seen to write.
 */
export function triage(message: MessageFacts, policy: Policy): TriageDecision {
  const reading = readingOf(message, policy);
  const rule = triageRules.find((candidate) => candidate.when(reading));
  if (rule === undefined) throw new Error("the last triage rule applies to every message");
  if ("off" in rule) {
    const probable = typeof rule.probable === "function" ? rule.probable(reading) : (rule.probable ?? false);
    return { onTheClock: false, reason: rule.off, channel: null, rule: rule.id, probable, customer: writerOf(reading) };
  }
  return { onTheClock: true, reason: null, rule: rule.id, ...rule.on(reading) };
}

function ordinary(
  reading: Reading,
  probable: boolean,
): { channel: string; customer: TriageDecision["customer"]; probable: boolean } {
  return { channel: ordinaryChannel(reading), customer: writerOf(reading), probable };
}

function isListedMachine(reading: Reading): boolean {
  const senders = reading.policy.machines?.senders ?? [];
  return (
    senders.some((pattern) => matchesSender(pattern, reading.address)) &&
    !isListedCustomer(reading.policy, reading.address)
  );
}
