/** Is a fact believable? The shape is the contract's; here: its id, its times, and the names the policy knows. */
import { createHash } from "node:crypto";
import { isLocalDay } from "../domain/calendar/localDay.ts";
import { exclusionReasons, reminder, type Fact, type FactId, type Observation } from "../domain/inquiry/fact.ts";
import { factContent } from "../domain/inquiry/factId.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { dayMs, type Instant, minuteMs } from "../domain/time.ts";
import type { OffReason } from "../domain/triage/message.ts";
import type { Refusal } from "./refusal.ts";

export type FactProblem = Refusal & { readonly field: string };

/** Clocks differ: a computer may be this far ahead of ours. */
const skewMs = 5 * minuteMs;
const earliest = Date.UTC(2000, 0, 1);
const yearsAhead = 2;

/**
 * Why a mailbox's rules take an inquiry off the clock that had been reported, whatever reasons the city offers to people:
 * a later `countsFrom`, mail from before the mailbox joined, a message in Junk, an older message of the same run.
 */
const placeReasons: ReadonlySet<string> = new Set([
  "counts-from",
  "before-joining",
  "before-look-back",
  "junk",
  reminder,
]);

/** Why the rules take a message off the clock; the compiler sees to it that none is missing. */
const ruleReasons: Readonly<Record<OffReason, true>> = {
  automatic: true,
  bulk: true,
  bounce: true,
  calendar: true,
  receipt: true,
  notification: true,
  internal: true,
  closing: true,
  ours: true,
};

/** @param field that of the time, for the answer */
export function pastProblem(field: string, at: number, now: Instant): FactProblem | null {
  if (at > now + skewMs) return { field, code: "future" };
  return at < earliest ? { field, code: "longAgo" } : null;
}

function aheadProblem(field: string, at: number, now: Instant): FactProblem | null {
  if (at > now + yearsAhead * 366 * dayMs) return { field, code: "farAhead", values: { years: yearsAhead } };
  return at < earliest ? { field, code: "longAgo" } : null;
}

function dayProblem(field: string, day: string, now: Instant): FactProblem | null {
  if (!isLocalDay(day)) return { field, code: "noSuchDay" };
  return aheadProblem(field, Date.parse(`${day}T00:00:00Z`), now);
}

function channelProblem(channel: string, policy: Policy): FactProblem | null {
  if (Object.hasOwn(policy.channels, channel)) return null;
  return { field: "channel", code: "unknownChannel", values: { channel } };
}

export function departmentProblem(department: string, policy: Policy): FactProblem | null {
  if (Object.hasOwn(policy.departments ?? {}, department)) return null;
  return { field: "department", code: "unknownDepartment", values: { department } };
}

function reasonProblem(reason: string, policy: Policy): FactProblem | null {
  const known: readonly string[] = policy.reasons ?? exclusionReasons;
  if (known.includes(reason) || Object.hasOwn(ruleReasons, reason)) return null;
  return { field: "reason", code: "unknownReason", values: { reason } };
}

function bodyProblem(fact: Fact, policy: Policy, now: Instant): FactProblem | null {
  switch (fact.kind) {
    case "received":
      return (
        channelProblem(fact.channel, policy) ??
        (fact.department === null ? null : departmentProblem(fact.department, policy))
      );
    case "channelSet":
      return channelProblem(fact.channel, policy);
    case "departmentSet":
      return departmentProblem(fact.department, policy);
    case "excluded":
      return fact.by === "rule" && placeReasons.has(fact.reason) ? null : reasonProblem(fact.reason, policy);
    case "receivedSet":
      return pastProblem("receivedAt", fact.receivedAt, now);
    case "claimed":
      return aheadProblem("until", fact.until, now);
    case "replied":
      return fact.promisedDay === undefined ? null : dayProblem("promisedDay", fact.promisedDay, now);
    default:
      return null;
  }
}

/** Base64url SHA-256 of the content: so nobody can say one thing under another's name, or twice under two. */
export function factIdOf(observation: Observation): FactId {
  return createHash("sha256").update(factContent(observation)).digest("base64url") as FactId;
}

/**
 * The first thing that is wrong with a fact, or null.
 *
 * Whether a reply came before its inquiry is not asked: facts come in any order, and deriving sees to it.
 */
export function factProblem(fact: Fact, policy: Policy, now: Instant): FactProblem | null {
  return (
    pastProblem("at", fact.at, now) ??
    pastProblem("saidAt", fact.saidAt, now) ??
    bodyProblem(fact, policy, now) ??
    (factIdOf(fact) === fact.id ? null : { field: "id", code: "wrongId" })
  );
}
