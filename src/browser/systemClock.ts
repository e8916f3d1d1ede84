import type { Clock } from "../addin/ports.ts";
import { instant } from "../domain/time.ts";

/** The machine's clock, UTC; its zone is never asked (design rule 2). */
export function systemClock(): Clock {
  return {
    now: () => instant(Date.now()),
    isHidden: () => document.visibilityState === "hidden",
    breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
}
