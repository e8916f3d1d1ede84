/** How far a look has come, told to whoever waits for a long one: rarely, and of a short look nothing. */
import type { AddinState, LookProgress } from "../addin.ts";
import type { Clock } from "../ports.ts";
import type { Store } from "../store.ts";

/** Most looks are over by then. */
const longMs = 3_000;
const betweenMs = 5_000;

export interface Progress {
  begin(): void;
  /** @returns true when it was shown: then is the time to show what was found, too */
  tell(progress: LookProgress): boolean;
  end(): void;
}

export function lookProgress(store: Store<AddinState>, clock: Clock): Progress {
  let next = 0;
  return {
    begin() {
      next = clock.now() + longMs;
    },
    tell(looking) {
      if (clock.now() < next) return false;
      next = clock.now() + betweenMs;
      store.set({ looking });
      return true;
    },
    end() {
      store.set({ looking: null });
    },
  };
}
