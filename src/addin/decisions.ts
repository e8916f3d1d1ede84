/** People's decisions as they are written on the message itself, through Office.js and through Graph. */
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
