/** Observations and the facts they become once they have a name. */
import type { Fact, FactId, InquiryId, Observation } from "../domain/inquiry/fact.ts";
import { factContent } from "../domain/inquiry/factId.ts";
import type { Digest } from "./ports.ts";

/** In the pane an inquiry's name does not matter; the real one is made only when a fact leaves (report.ts). */
const here = "here" as InquiryId;

/** True when both say the same, whenever it was said: looking twice is no second fact. */
export function saysTheSame(a: Observation, b: Observation): boolean {
  return factContent({ ...a, saidAt: b.saidAt }) === factContent(b);
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

export async function factIdOf(observation: Observation, digest: Digest): Promise<FactId> {
  return (await digest.sha256(factContent(observation))) as FactId;
}

/** Facts of one inquiry, for the domain's derivation in the pane. */
export async function factsOf(observations: readonly Observation[], digest: Digest): Promise<readonly Fact[]> {
  return Promise.all(
    observations.map(async (observation) => ({
      ...observation,
      inquiry: here,
      id: await factIdOf(observation, digest),
    })),
  );
}

/** A colleague's fact without its names, as the ledger keeps it. */
export function observationOf(fact: Fact): Observation {
  const bare: Record<string, unknown> = { ...fact };
  delete bare["id"];
  delete bare["inquiry"];
  return bare as unknown as Observation;
}
