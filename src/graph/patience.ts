/** When Graph is asked again, and after how long. */
import { OutsideError, type Clock } from "../addin/ports.ts";
import type { Instant } from "../domain/time.ts";

/** Tries of one request or batch item, the first included. */
export const tries = 4;
const firstWaitMs = 1_000;
/** Who is told to stay away longer gives up for now: asking sooner would count against the mailbox (graph.md §1). */
const longestWaitMs = 60_000;

/** Throttled, or a back end that did not manage; each such request may be repeated: changes carry their etag. */
export function isPassing(status: number): boolean {
  return status === 429 || status === 500 || status === 502 || status === 503 || status === 504;
}

/**
 * Graph's own word when the browser lets it through (CORS hides it outside a batch, graph.md §1), else doubling from a
 * second, half of it by chance.
 *
 * @param retryAfter seconds or an HTTP date (RFC 9110 §10.2.3)
 * @param attempt tries so far, from 1
 * @param dice a number from 0 up to, not including, 1
 * @returns milliseconds
 */
export function waitMs(retryAfter: string | null, attempt: number, dice: number, now: Instant): number {
  const seconds = retryAfter === null || retryAfter.trim() === "" ? NaN : Number(retryAfter);
  const asked = Number.isNaN(seconds) ? Date.parse(retryAfter ?? "") - now : seconds * 1_000;
  return Number.isFinite(asked) ? Math.max(0, asked) : firstWaitMs * 2 ** (attempt - 1) * (0.5 + dice / 2);
}

/** Waits and answers true, or answers false at once when that would take too long. */
export function waited(clock: Clock, ms: number): Promise<boolean> {
  if (ms > longestWaitMs) return Promise.resolve(false);
  return new Promise((resolve) => {
    clock.after(ms, () => resolve(true));
  });
}

/** @throws OutsideError offline when the work takes longer; its signal then tells it to stop */
export function inTime<T>(clock: Clock, ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => {
      reject(new OutsideError("offline", "Graph did not answer in time"));
      stop.abort();
    });
    void work(stop.signal).then(resolve, reject).finally(cancel);
  });
}
