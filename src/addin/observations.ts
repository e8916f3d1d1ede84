/** Observations and the facts they become once they have a name. */
import type { Fact, FactId, Observation } from "../domain/inquiry/fact.ts";
import { factContent } from "../domain/inquiry/factId.ts";
import { idOf } from "../domain/mailbox/inquiry.ts";
import type { Digest } from "./ports.ts";

/** True when both say the same, whenever it was said: looking twice is no second fact. */
export function saysTheSame(a: Observation, b: Observation): boolean {
  return a.kind === b.kind && a.at === b.at && factContent({ ...a, saidAt: b.saidAt }) === factContent(b);
}

/** Those of `seen` that `known` does not hold yet. */
export function newAmong(seen: readonly Observation[], known: readonly Observation[]): readonly Observation[] {
  return seen.filter((observation) => !known.some((old) => saysTheSame(observation, old)));
}

/** Union of two sets of observations, in the order of first mention. */
export function uniteObservations(a: readonly Observation[], b: readonly Observation[]): readonly Observation[] {
  const byContent = new Map([...b, ...a].map((observation) => [factContent(observation), observation]));
  return [...byContent.values()];
}

export function factIdOf(observation: Observation, digest: Digest): FactId {
  return idOf(observation, (text) => digest.sha256(text));
}

/** A colleague's fact without its names, as the ledger keeps it. */
export function observationOf(fact: Fact): Observation {
  const bare: Record<string, unknown> = { ...fact };
  delete bare["id"];
  delete bare["inquiry"];
  return bare as unknown as Observation;
}
