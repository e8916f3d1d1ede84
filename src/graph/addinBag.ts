/** The add-in's custom properties on a message, as Graph shows them: one JSON text, whose values are JSON texts again. */
import { compact, decisionsKey, longestBag } from "../addin/decisions.ts";
import { stampFrom, stampKey, type ReplyStamp } from "../addin/ports.ts";
import { decisionsFrom } from "../addin/readDecisions.ts";
import type { Observation } from "../domain/inquiry/fact.ts";
import { parsed } from "./answer.ts";

/** The extended property in which Exchange keeps them (outlook-platform §2.1). @param addinId the id in the manifest */
export function bagProperty(addinId: string): string {
  return `String {00020329-0000-0000-C000-000000000046} Name cecp-${addinId}`;
}

export function stampIn(bag: string): ReplyStamp | null {
  return stampFrom(valueIn(bag, stampKey));
}

export function decisionsIn(bag: string): readonly Observation[] {
  return decisionsFrom(valueIn(bag, decisionsKey));
}

/** The bag with these decisions in it, the latest that fit beside the other properties, which stay. */
export function withDecisions(bag: string, decisions: readonly Observation[]): string {
  const others = { ...properties(bag), [decisionsKey]: undefined };
  const room = longestBag - JSON.stringify({ ...others, [decisionsKey]: "" }).length;
  return JSON.stringify({ ...others, [decisionsKey]: JSON.stringify(compact(decisions, room)) });
}

function valueIn(bag: string, key: string): unknown {
  const value = properties(bag)[key];
  return typeof value === "string" ? parsed(value) : value;
}

/** Anybody may have written there: what is no object holds nothing. */
function properties(bag: string): Readonly<Record<string, unknown>> {
  // Nearly every message: not worth an exception each.
  if (bag === "") return {};
  const values = parsed(bag);
  return typeof values === "object" && values !== null && !Array.isArray(values)
    ? (values as Record<string, unknown>)
    : {};
}
