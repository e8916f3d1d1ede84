/** How long it takes to derive where 100,000 inquiries stand, and a team's figures from them. */

import { standingOf } from "../../domain/inquiry/derive.ts";
import type { Fact, FactId, InquiryId, Observation } from "../../domain/inquiry/fact.ts";
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { teamStatistics } from "../../domain/timeliness/teamStatistics.ts";
import { instant } from "../../domain/time.ts";
import { processorMs } from "./measure.ts";

export interface Derivation {
  readonly inquiries: number;
  readonly facts: number;
  readonly deriveMs: number;
  readonly statisticsMs: number;
}

const inquiries = 100_000;
const hourMs = 3_600_000;
const now = instant(Date.UTC(2026, 10, 23, 17));

export function derivation(rules: Rules): Derivation {
  const channels = Object.keys(rules.policy.channels);
  const all = Array.from({ length: inquiries }, (_, index) => factsOf(index, channels[index % channels.length] ?? ""));
  const start = processorMs();
  const standings = all.map((facts) => standingOf(facts, rules, now)).filter((one): one is Standing => one !== null);
  const derived = processorMs();
  teamStatistics(standings, { rules, department: null, now, weeks: 4, sampleData: false });
  const counted = processorMs();
  const facts = all.reduce((sum, one) => sum + one.length, 0);
  return { inquiries, facts, deriveMs: derived - start, statisticsMs: counted - derived };
}

/** Received over the last year; most acknowledged and answered, a few handed over or taken off the clock. */
function factsOf(index: number, channel: string): readonly Fact[] {
  const at = instant(now - (index % 8760) * hourMs - index);
  const after = (hours: number): Pick<Observation, "at" | "saidAt" | "by"> => {
    const then = instant(at + hours * hourMs);
    return { at: then, saidAt: then, by: "person" };
  };
  const received = { kind: "received", channel, department: "planning", mailboxKind: "shared" } as const;
  const reply = { kind: "replied", way: "email", seenIn: "sentItems" } as const;
  const observations: Observation[] = [{ ...received, timeSource: "exchange", at, saidAt: at, by: "rule" }];
  if (index % 2 === 0) observations.push({ ...reply, replyKind: "acknowledgement", ...after(1) });
  if (index % 10 !== 0) observations.push({ ...reply, replyKind: "answer", ...after(3 + (index % 60)) });
  if (index % 20 === 0) observations.push({ kind: "departmentSet", department: "parks", ...after(2) });
  if (index % 50 === 0) observations.push({ kind: "excluded", reason: "thanks", ...after(4) });
  return observations.map((one, place) => ({
    ...one,
    id: `${index}-${place}` as FactId,
    inquiry: String(index) as InquiryId,
  }));
}
