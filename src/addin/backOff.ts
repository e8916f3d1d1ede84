const firstWaitMs = 5_000;
/** Somebody who restarts the service sees the panes come back while still looking. */
const longestWaitMs = 30_000;

/**
 * How long to wait before trying the service again: doubling from 5 s to at most 30 s, each half to whole by chance,
 * so that a hundred panes do not come back in the same second.
 *
 * @param attempt failures so far, from 1
 * @param dice a number from 0 up to, not including, 1
 * @returns milliseconds
 */
export function backOffMs(attempt: number, dice: number): number {
  const full = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + dice / 2));
}
