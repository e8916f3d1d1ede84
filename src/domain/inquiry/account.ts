/** Where an inquiry stands, taken apart: what an auditor needs to work it out again by hand. */
import type { DueExplanation } from "../deadline/due.ts";
import { explainDue } from "../deadline/explain.ts";
import type { ReplyKind } from "../policy/policy.ts";
import type { Instant } from "../time.ts";
import { standingOf } from "./derive.ts";
import { evidenceOf, ofKind } from "./evidence.ts";
import type { Fact, FactId } from "./fact.ts";
import { repliesTo } from "./replies.ts";
import { replyTable } from "./replyTable.ts";
import type { Rules } from "./rules.ts";
import type { Standing } from "./standing.ts";
import { unionOf } from "./union.ts";

export interface Account {
  readonly standing: Standing;
  /** The due date's whole chain; null where nothing is due. */
  readonly explanation: DueExplanation | null;
  /** The reply that met the response time: by `counting.met`, or as an answer always does (the reply table). */
  readonly met: {
    readonly fact: FactId;
    readonly at: Instant;
    readonly replyKind: ReplyKind;
    readonly because: "counting.met" | "replyTable";
  } | null;
  /** Who or what put it off the clock. */
  readonly excluded: { readonly fact: FactId; readonly reason: string; readonly by: Fact["by"] } | null;
  /** What the standing rests on, oldest first: these facts alone give the same. */
  readonly restsOn: readonly Fact[];
  /** What changes nothing: outranked, later than what counts, or before the receipt. */
  readonly setAside: readonly Fact[];
}

/**
 * The account of one inquiry at `now`.
 *
 * @param facts facts of one inquiry, in any order, repeated or not
 * @returns null when no `received` fact stands
 */
export function accountOf(facts: readonly Fact[], rules: Rules, now: Instant): Account | null {
  const standing = standingOf(facts, rules, now);
  if (standing === null) return null;
  const { policy } = rules;
  const { channel, datedBy: department, receivedAt, timeSource } = standing;
  const calendar = rules.calendarOf(department);
  const used = new Set(standing.restsOn);
  const all = [...unionOf(facts, [])].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    standing,
    explanation: explainDue({ policy, calendar, channel, department, receivedAt, timeSource }),
    met: metBy(facts, standing, rules),
    excluded: excludedBy(facts, standing),
    restsOn: all.filter(({ id }) => used.has(id)),
    setAside: all.filter(({ id }) => !used.has(id)),
  };
}

function metBy(facts: readonly Fact[], { receivedAt }: Standing, { policy }: Rules): Account["met"] {
  const { met } = repliesTo(ofKind(evidenceOf(facts).standing, "replied"), receivedAt, policy.counting);
  if (met === null) return null;
  const { id, at, replyKind } = met;
  return { fact: id, at, replyKind, because: replyTable[replyKind].alwaysMeets ? "replyTable" : "counting.met" };
}

function excludedBy(facts: readonly Fact[], { excludedReason, restsOn }: Standing): Account["excluded"] {
  if (excludedReason === null) return null;
  const said = ofKind(evidenceOf(facts).standing, "excluded");
  const found = said.find(({ id, reason }) => reason === excludedReason && restsOn.includes(id));
  return found === undefined ? null : { fact: found.id, reason: found.reason, by: found.by };
}
