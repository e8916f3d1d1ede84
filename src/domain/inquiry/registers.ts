/** A register: the one value that holds among several that were said. */
import type { Fact } from "./fact.ts";

export interface Said<T extends string> {
  readonly value: T;
  readonly fact: Fact;
}

/** A person's word beats a rule's, a later one an earlier one; ties by value, then by id. Null when nothing was said. */
export function register<T extends string>(said: readonly Said<T>[]): Said<T> | null {
  return said.reduce<Said<T> | null>((best, next) => (best === null || outranks(next, best) ? next : best), null);
}

function outranks(a: Said<string>, b: Said<string>): boolean {
  if (a.fact.by !== b.fact.by) return a.fact.by === "person";
  if (a.fact.saidAt !== b.fact.saidAt) return a.fact.saidAt > b.fact.saidAt;
  if (a.value !== b.value) return a.value < b.value;
  return a.fact.id < b.fact.id;
}
