/** What work takes of this process: processor time, memory, and how long it keeps everything else waiting. */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export interface Effort {
  readonly processorMs: number;
  /** The longest stretch in which nothing else could run: the lesser of elapsed and processor time, since others use this machine too. */
  readonly longestPauseMs: number;
  /** The most that was in use at once beyond what was before, with what waits to be collected; bytes. */
  readonly peakHeap: number;
  /** In use afterwards beyond what was before, when all that can be was collected; bytes. */
  readonly heldHeap: number;
}

const tickMs = 5;
/** Asking how much processor time was used takes a third of a millisecond: not at every tick. */
const processorMs = 50;
/** The collector sweeps on in threads of its own; their time is not the work's. */
const sweptMs = 200;

export async function effortOf(work: () => Promise<void>): Promise<Effort> {
  collectGarbage();
  await new Promise((resolve) => setTimeout(resolve, sweptMs));
  const before = heapInUse();
  const watch = watchPauses();
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  const { longestPauseMs, peakHeap } = watch.stop();
  collectGarbage();
  const heldHeap = heapInUse() - before;
  return { processorMs: (user + system) / 1000, longestPauseMs, peakHeap: peakHeap - before, heldHeap };
}

function watchPauses() {
  let longestPauseMs = 0;
  let peakHeap = 0;
  let last = performance.now();
  let asked = { at: last, used: process.cpuUsage() };
  const tick = (): void => {
    const elapsed = performance.now() - last;
    if (elapsed > longestPauseMs) {
      const { user, system } = process.cpuUsage(asked.used);
      longestPauseMs = Math.max(longestPauseMs, Math.min(elapsed, (user + system) / 1000));
    }
    peakHeap = Math.max(peakHeap, heapInUse());
    last = performance.now();
    if (last - asked.at > processorMs) asked = { at: last, used: process.cpuUsage() };
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

function heapInUse(): number {
  return getHeapStatistics().used_heap_size;
}

/** Of the engine itself: no flag has to be given when the measurement is started. */
const collectGarbage = ((): (() => void) => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
})();
