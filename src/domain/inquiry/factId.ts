/** What a fact's id is made from. */
import type { Observation } from "./fact.ts";

/**
 * Canonical text of an observation: its fields by name, without inquiry and id. The base64url SHA-256 of its UTF-8 is
 * the fact's id, so the same observation has the same id wherever it was made. Observers by rule should therefore say
 * `saidAt` as Exchange's time of what they saw, not the moment at which they happened to look.
 */
export function factContent(observation: Observation): string {
  const values = observation as unknown as Readonly<Record<string, unknown>>;
  const names = Object.keys(values).filter((name) => name !== "id" && name !== "inquiry" && values[name] !== undefined);
  return JSON.stringify(names.sort().map((name) => [name, values[name]]));
}
