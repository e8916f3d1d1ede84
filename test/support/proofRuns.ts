/** What heavy proofs share: how often they run, and what they measured. */
import { appendFileSync } from "node:fs";

/** A sample in `npm test`, the whole proof in `npm run prove`. */
export function proofRuns(sample: number, whole: number): number {
  return process.env["CIVICREPLY_PROVE"] === "full" ? whole : sample;
}

/** The sample is the same years every time; the whole proof lives new ones. */
export function proofSeed(sample: number): { readonly seed?: number } {
  return process.env["CIVICREPLY_PROVE"] === "full" ? {} : { seed: sample };
}

/** A figure that a proof measured, for `npm run prove` to print; elsewhere nobody reads it. */
export function proofFigure(sentence: string): void {
  const file = process.env["CIVICREPLY_FIGURES"];
  if (file !== undefined) appendFileSync(file, `${sentence}\n`);
}
