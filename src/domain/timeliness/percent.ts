/** A share as a percentage that never says more than is so. */
import type { Share } from "./statistics.ts";

/** A whole percentage; 100 only when every one was met, 0 only when none was. */
export function percentOf({ met, due }: Share): number {
  if (met === due) return 100;
  return Math.min(99, Math.max(met === 0 ? 0 : 1, Math.round((100 * met) / due)));
}
