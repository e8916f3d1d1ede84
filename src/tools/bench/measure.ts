/** How fast something is, by the processor time that it takes: other work on the machine hardly counts. */

const rounds = 5;
const roundMs = 300;
/** Slow work gets fewer rounds. */
const patienceMs = 5000;

/**
 * @param work does `count` things
 * @returns things per second of processor time, in the best of a few rounds
 */
export function perSecond(count: number, work: () => void): number {
  work();
  let best = 0;
  let spent = 0;
  for (let round = 0; round < rounds && spent < patienceMs; round += 1) {
    const start = processorMs();
    let passes = 0;
    let elapsed = 0;
    while (elapsed < roundMs) {
      work();
      passes += 1;
      elapsed = processorMs() - start;
    }
    best = Math.max(best, (count * passes * 1000) / elapsed);
    spent += elapsed;
  }
  return best;
}

/** Milliseconds of processor time that this process has taken. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
