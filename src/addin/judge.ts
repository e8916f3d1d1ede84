/** What the rules say of a message, as a triage decision and as observations; a person's word stands above both. */
import type { Rules } from "../domain/inquiry/derive.ts";
import { evidenceOf } from "../domain/inquiry/evidence.ts";
import type { Fact, Observation } from "../domain/inquiry/fact.ts";
import { isBeforeCounting, mailChannel } from "../domain/policy/responseDays.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time.ts";
import type { TriageDecision } from "../domain/triage/message.ts";
import { triage } from "../domain/triage/triage.ts";
import { receiverOf, type ReadMessage } from "./messageFacts.ts";

/** Triage, with the one rule that needs the calendar: messages from before the policy's `countsFrom` do not count. */
export function judge(read: ReadMessage, rules: Rules): TriageDecision {
  const decision = triage(read.facts, rules.policy);
  const { department } = receiverOf(rules.policy, read.facts, read.facts.mailbox ?? "");
  const receivedDay = rules.calendarOf(department).localDay(read.facts.receivedAt);
  if (!decision.onTheClock || !isBeforeCounting(rules.policy, receivedDay)) return decision;
  return { ...decision, onTheClock: false, channel: null, rule: "counts-from", probable: false };
}

/** True when a person put the message on the clock and did not take that back. */
export function isOverruled(facts: readonly Fact[]): boolean {
  return evidenceOf(facts).standing.some((fact) => fact.kind === "included" && fact.by === "person");
}

/**
 * The rules' own observations of a message. An inquiry that the rules took for one and no longer do (its headers have
 * become readable, the policy has changed) is taken off the clock, never forgotten.
 *
 * @param facts what is known already
 * @param user the reader's address
 */
export function ruleObservations(
  read: ReadMessage,
  decision: TriageDecision,
  facts: readonly Fact[],
  rules: Rules,
  user: string,
  now: Instant,
): readonly Observation[] {
  const isInquiry = facts.some((fact) => fact.kind === "received");
  // A client that cannot read headers must not unsay what another one read in them.
  if (read.facts.headers === null && isInquiry) return [];
  const said = { at: now, saidAt: now, by: "rule" } as const;
  const reason = ruleExclusion(facts);
  const excluded = reason !== null && reason !== "duplicate";
  if (!decision.onTheClock && !isOverruled(facts)) {
    return isInquiry && !excluded ? [{ ...said, kind: "excluded", reason: decision.reason ?? decision.rule }] : [];
  }
  const received = receivedObservation(read, decision.channel ?? mailChannel(rules.policy), rules.policy, user);
  return decision.onTheClock && excluded ? [received, { ...said, kind: "included" }] : [received];
}

/**
 * @param channel the policy's id
 * @param user the reader's address
 */
export function receivedObservation(read: ReadMessage, channel: string, policy: Policy, user: string): Observation {
  return {
    kind: "received",
    channel,
    ...receiverOf(policy, read.facts, user),
    timeSource: read.timeSource,
    at: read.facts.receivedAt,
    // Not the moment of looking: every pane that sees the message then makes the very same fact.
    saidAt: read.facts.receivedAt,
    by: "rule",
  };
}

/** Why the rules last took the inquiry off the clock; null when they did not, or put it back. */
export function ruleExclusion(facts: readonly Fact[]): string | null {
  const said = facts
    .filter((fact) => fact.by === "rule" && (fact.kind === "excluded" || fact.kind === "included"))
    .sort((a, b) => a.saidAt - b.saidAt)
    .pop();
  return said?.kind === "excluded" ? said.reason : null;
}
