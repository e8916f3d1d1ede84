/** Merging two sets of facts is their union: order and repetition cannot matter. */
import type { Fact } from "./fact.ts";
import { factContent } from "./factId.ts";

/**
 * Every fact of either set once, in one order (by id, then inquiry). Commutative, associative and idempotent, also for
 * facts that share an id by mistake: the smaller content stays.
 */
export function unionOf(a: readonly Fact[], b: readonly Fact[]): readonly Fact[] {
  const byKey = new Map<string, Fact>();
  for (const fact of [...a, ...b]) {
    const key = `${fact.id} ${fact.inquiry}`;
    const present = byKey.get(key);
    if (present === undefined || factContent(fact) < factContent(present)) byKey.set(key, fact);
  }
  return [...byKey.entries()].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, fact]) => fact);
}
