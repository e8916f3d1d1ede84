/** Parts of the pane that its first sentence does not need: each is a file of its own and fetched once. */
import { OutsideError } from "./ports.ts";

export interface Chunk<T> {
  /** Null until it is there. */
  now(): T | null;
  /** Fetches it, unless it is there; a failure is not remembered. @throws OutsideError offline when it does not come */
  load(): Promise<T>;
}

const chunks: Chunk<unknown>[] = [];

/** @param fetch imports the file */
export function chunk<T>(fetch: () => Promise<T>): Chunk<T> {
  let there: T | null = null;
  const made: Chunk<T> = {
    now: () => there,
    async load() {
      there ??= await fetch().catch((error: unknown) => {
        throw new OutsideError("offline", `a part of the pane did not come: ${String(error)}`);
      });
      return there;
    },
  };
  chunks.push(made);
  return made;
}

/**
 * Fetches all parts that are known so far, so that each stands there at once when it is wanted, also after the site's
 * files were replaced by a newer version's. One that does not come is fetched again when it is wanted.
 */
export async function loadChunks(): Promise<void> {
  await Promise.allSettled(chunks.map((each) => each.load()));
}
