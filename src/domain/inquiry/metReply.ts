/** Which reply met an inquiry's response time, and whether in time: what is counted of whoever sent it. */
import { instant } from "../time.ts";
import { evidenceOf, type FactOf, ofKind } from "./evidence.ts";
import type { Fact } from "./fact.ts";
import { heldBy, type History } from "./inForce.ts";
import { repliesTo } from "./replies.ts";

export interface MetReply {
  readonly reply: FactOf<"replied">;
  /** Null where nothing was due. */
  readonly inTime: boolean | null;
  /** False while nothing is known to have arrived, and off the clock. */
  readonly counts: boolean;
}

/** @param facts facts of one inquiry @returns null when no reply that stands met its response time */
export function metReplyOf(facts: readonly Fact[], history: History): MetReply | null {
  const held = heldBy(facts, history);
  const newest = history.versions[history.versions.length - 1];
  const rules = (held?.version ?? newest)?.rules;
  if (rules === undefined) return null;
  const standing = held?.standing ?? null;
  const replied = ofKind(evidenceOf(facts).standing, "replied");
  const reply = repliesTo(replied, standing?.receivedAt ?? instant(0), rules.policy.counting).met;
  if (reply === null) return null;
  const due = standing?.due ?? null;
  return {
    reply,
    inTime: due === null ? null : reply.at <= due.dueAt,
    counts: standing !== null && standing.excludedReason === null,
  };
}
