/** People's decisions on the message itself, compact: Outlook keeps at most 2,500 characters per item and add-in. */
import type { MessageDecisions } from "../addin/ports.ts";
import { parseFact } from "../contract/facts.ts";
import type { Observation } from "../domain/inquiry/fact.ts";
import { readProperty, writeProperty } from "./customProperties.ts";
import { messageItem } from "./item.ts";
import { decisionsKey } from "./propertyKeys.ts";

/** Room for the other keys and for the quotation marks that are escaped once more inside the bag. */
const longest = 2_300;

export async function readDecisions(): Promise<MessageDecisions> {
  return { observations: decisionsFrom(await readProperty(messageItem(), decisionsKey)) };
}

export async function saveDecisions({ observations }: MessageDecisions): Promise<void> {
  await writeProperty(messageItem(), decisionsKey, compact(observations));
}

/**
 * The latest decisions that fit; the older ones are in the ledger alone.
 *
 * @returns observations without `by`, which is always a person here
 */
export function compact(observations: readonly Observation[]): readonly object[] {
  const short = observations.map((observation) => ({ ...observation, by: undefined }));
  while (short.length > 0 && JSON.stringify(JSON.stringify(short)).length > longest) short.shift();
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
