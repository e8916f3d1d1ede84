/** How often a heavy property runs: a sample in `npm test`, the whole proof in `npm run prove`. */
export function proofRuns(sample: number, whole: number): number {
  return process.env["CIVICREPLY_PROVE"] === "full" ? whole : sample;
}

/** The sample is the same years every time; the whole proof lives new ones. */
export function proofSeed(sample: number): { readonly seed?: number } {
  return process.env["CIVICREPLY_PROVE"] === "full" ? {} : { seed: sample };
}
