import type { Clock } from "../addin/ports.ts";
import { instant } from "../domain/time.ts";

/** The machine's clock, UTC; its zone is never asked (design rule 2). */
export function systemClock(): Clock {
  return {
    now: () => instant(Date.now()),
    isHidden: () => document.visibilityState === "hidden",
    breathe,
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** By a message, not a timer: browsers hold timers back, by 4 ms in a row of them and by a second in a hidden page. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
