/** What work takes of this process: processor time, memory, and how long it keeps everything else waiting. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export interface Effort {
  readonly processorMs: number;
  /** The longest stretch in which nothing else could run: the lesser of elapsed and processor time, since others use this machine too. */
  readonly longestPauseMs: number;
  /** The most that was in use at once, with what waits to be collected; bytes. */
  readonly peakHeap: number;
  /** In use afterwards, when all that can be was collected; bytes. */
  readonly heldHeap: number;
}

const tickMs = 5;

export async function effortOf(work: () => Promise<void>): Promise<Effort> {
  collectGarbage();
  const watch = watchPauses();
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  const { longestPauseMs, peakHeap } = watch.stop();
  collectGarbage();
  const heldHeap = process.memoryUsage().heapUsed;
  return { processorMs: (user + system) / 1000, longestPauseMs, peakHeap, heldHeap };
}

function watchPauses() {
  let longestPauseMs = 0;
  let peakHeap = 0;
  let elapsed = performance.now();
  let used = process.cpuUsage();
  const tick = (): void => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(used);
    longestPauseMs = Math.max(longestPauseMs, Math.min(now - elapsed, (user + system) / 1000));
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
    elapsed = performance.now();
    used = process.cpuUsage();
  };
  const timer = setInterval(tick, tickMs);
  return {
    stop() {
      clearInterval(timer);
      tick();
      return { longestPauseMs, peakHeap };
    },
  };
}

/** Of the engine itself: no flag has to be given when the measurement is started. */
const collectGarbage = ((): (() => void) => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
})();
