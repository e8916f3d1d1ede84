/** The facts of one inquiry that stand: without what was retracted, and without replies that came back. */
import type { Fact, FactBody } from "./fact.ts";
import { unionOf } from "./union.ts";

export type FactOf<K extends FactBody["kind"]> = Extract<Fact, { kind: K }>;

export interface Evidence {
  readonly standing: readonly Fact[];
  /** Retractions and returns that took effect, with what they took away. */
  readonly undone: readonly Fact[];
}

/**
 * A retraction takes away any fact but a retraction; to take a retraction back, the thing is said again. A rule cannot
 * take away what a person said. A `returned` fact takes away the reply that it names, whoever reported that.
 */
export function evidenceOf(facts: readonly Fact[]): Evidence {
  const all = unionOf(facts, []);
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  const undone = new Set<Fact>();
  for (const fact of ofKind(all, "retracted")) {
    const target = byId.get(fact.fact);
    if (target === undefined || target.kind === "retracted" || (target.by === "person" && fact.by === "rule")) continue;
    undone.add(fact).add(target);
  }
  for (const fact of ofKind(all, "returned")) {
    const target = byId.get(fact.reply);
    if (undone.has(fact) || target?.kind !== "replied") continue;
    undone.add(fact).add(target);
  }
  return { standing: all.filter((fact) => !undone.has(fact)), undone: [...undone] };
}

export function ofKind<K extends FactBody["kind"]>(facts: readonly Fact[], kind: K): readonly FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

/** The earliest by `at`; ties by id. */
export function earliest<F extends Fact>(facts: readonly F[]): F | null {
  return facts.reduce<F | null>((first, next) => {
    const before = first === null || next.at < first.at || (next.at === first.at && next.id < first.id);
    return before ? next : first;
  }, null);
}
