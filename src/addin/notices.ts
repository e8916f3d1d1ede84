/** The sentences that stand at the foot of the pane: at most one per kind of loss, gone when the loss is over. */
import type { AddinState, Notice } from "./addin.ts";
import { OutsideError } from "./ports.ts";
import type { Store } from "./store.ts";

export interface Notices {
  /** Says it once; a newer notice of the same code takes the older one's place. */
  raise(notice: Notice): void;
  lower(code: Notice["code"]): void;
}

export function createNotices(store: Store<AddinState>): Notices {
  const without = (code: Notice["code"]) => store.get().notices.filter((notice) => notice.code !== code);
  return {
    raise(notice) {
      const same = store
        .get()
        .notices.some(({ code, day, count }) => code === notice.code && day === notice.day && count === notice.count);
      if (!same) store.set({ notices: [...without(notice.code), notice] });
    },
    lower(code) {
      const rest = without(code);
      if (rest.length !== store.get().notices.length) store.set({ notices: rest });
    },
  };
}

/** The outside world's refusal, or null when the error is a bug, which must not be swallowed. */
export function refusalOf(error: unknown): OutsideError | null {
  return error instanceof OutsideError ? error : null;
}

/**
 * Waits for something from outside that may be refused.
 *
 * @returns its value, or what `otherwise` makes of the refusal
 * @throws whatever is no refusal: a bug
 */
export async function unlessRefused<T>(work: Promise<T>, otherwise: (refusal: OutsideError) => T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return otherwise(refusal);
  }
}
