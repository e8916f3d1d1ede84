/** How often a heavy property runs: a sample in `npm test`, the whole proof in `npm run prove`. */
export function proofRuns(sample: number, whole: number): number {
  return process.env["CIVICREPLY_PROVE"] === "full" ? whole : sample;
}
