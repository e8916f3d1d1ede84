/** People's decisions as they stand on the message itself: anybody may have written there. */
import { parseFact } from "../contract/facts.ts";
import type { Observation } from "../domain/inquiry/fact.ts";

/** What can be read of a stored value; another version's entries are left out, not guessed at. */
export function decisionsFrom(value: unknown): readonly Observation[] {
  return Array.isArray(value) ? value.flatMap(observationFrom) : [];
}

/** A name that no fact has: the contract's parser wants one, the message does not keep it. */
const nameless = "A".repeat(43);

function observationFrom(value: unknown): readonly Observation[] {
  if (typeof value !== "object" || value === null) return [];
  const read = parseFact({ ...value, by: "person", id: nameless, inquiry: nameless });
  if (!read.ok) return [];
  const bare: Record<string, unknown> = { ...read.value };
  delete bare["id"];
  delete bare["inquiry"];
  return [bare as unknown as Observation];
}
