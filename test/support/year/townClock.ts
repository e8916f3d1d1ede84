/** The time of a town: one now for everybody; each pane has its own timers, which die with it. */
import type { Clock } from "../../../src/addin/ports.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";

export interface TownClock {
  readonly now: () => Instant;
  /** Lets time pass; timers whose time has come run once, as in a page that slept. */
  pass(ms: number): void;
  /** Lets time pass while every page sleeps: no timer runs before it passes again. */
  skip(ms: number): void;
  /** A pane's own clock. */
  ofPane(): { readonly clock: Clock; stop(): void };
  /** For requests: waits come to their end at once, hangs never do. */
  readonly hurried: Clock;
}

export function townClock(start: Instant): TownClock {
  let now = start;
  let timers: { readonly due: number; readonly run: () => void }[] = [];
  const breathe = () => Promise.resolve();
  const isHidden = () => false;
  return {
    now: () => now,
    skip(ms) {
      now = instant(now + ms);
    },
    pass(ms) {
      now = instant(now + ms);
      const due = timers.filter((timer) => timer.due <= now);
      timers = timers.filter((timer) => timer.due > now);
      for (const timer of due) timer.run();
    },
    ofPane() {
      let stopped = false;
      const after: Clock["after"] = (ms, callback) => {
        const timer = { due: now + ms, run: () => (stopped ? undefined : callback()) };
        timers.push(timer);
        return () => {
          timers = timers.filter((each) => each !== timer);
        };
      };
      return { clock: { now: () => now, isHidden, breathe, after }, stop: () => (stopped = true) };
    },
    hurried: {
      ...{ now: () => now, isHidden, breathe },
      after(ms, callback) {
        if (ms >= 30_000) return () => undefined;
        const timer = setImmediate(callback);
        return () => clearImmediate(timer);
      },
    },
  };
}
