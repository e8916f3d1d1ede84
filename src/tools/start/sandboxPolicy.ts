/** The policy that the sandbox's service holds: the city's document with the invented departments and senders added. */
import { readFile } from "node:fs/promises";
import path from "node:path";

type Document = Record<string, unknown>;

function isDocument(value: unknown): value is Document {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `added` over `base`: objects are merged key by key, everything else is replaced. */
export function merged(base: Document, added: Document): Document {
  const result: Document = { ...base };
  for (const [key, value] of Object.entries(added)) {
    const before = base[key];
    result[key] = isDocument(before) && isDocument(value) ? merged(before, value) : value;
  }
  return result;
}

async function read(file: string): Promise<Document> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new Error(`The policy ${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
  if (!isDocument(value)) throw new Error(`The policy ${file} must be a JSON object.`);
  return value;
}

/**
 * Channels keep the document's order, and only those that it has are added to.
 *
 * @param own another city's policy, which wins wherever both say something; null for the default
 * @throws Error with a sentence when a file is no JSON object
 */
export async function sandboxPolicy(assets: string, own: string | null): Promise<Document> {
  const base = await read(own ?? path.join(assets, "policies/spruce-grove.json"));
  const added = await read(path.join(assets, "sandbox/policy.json"));
  const channels = isDocument(base["channels"]) ? base["channels"] : {};
  const senders = Object.entries(isDocument(added["channels"]) ? added["channels"] : {});
  const known = Object.fromEntries(senders.filter(([id]) => id in channels));
  const together = merged(base, { ...added, channels: known });
  return own === null ? together : merged(together, base);
}
