/** People's decisions as they stand on the message itself: written through Office.js and read through Graph too. */
import { parseFact } from "../contract/facts.ts";
import type { Observation } from "../domain/inquiry/fact.ts";

/** The custom property under which they stand, as JSON text. */
export const decisionsKey = "civicreply.decisions";

/** Characters of all custom properties of one item and add-in, as one JSON text (outlook-platform §2.1). */
export const longestBag = 2_500;
/** Room for the other keys and for the quotation marks that are escaped once more inside the bag. */
const usualRoom = 2_300;

/**
 * The latest decisions that fit; the older ones are in the ledger alone.
 *
 * @param room characters that they may take inside the bag, quotation marks escaped
 * @returns observations without `by`, which is always a person here
 */
export function compact(observations: readonly Observation[], room = usualRoom): readonly object[] {
  const short = observations.map((observation) => ({ ...observation, by: undefined }));
  while (short.length > 0 && JSON.stringify(JSON.stringify(short)).length > Math.min(room, usualRoom)) short.shift();
  return short;
}

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
