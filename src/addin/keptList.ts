/** A short list that this browser remembers for the mailbox; where storage refuses, it lasts as long as the pane. */
import { unlessRefused } from "./notices.ts";
import type { Memory } from "./ports.ts";

export interface KeptList<T> {
  /** What storage holds, as another pane of this mailbox may have changed it. */
  read(): Promise<readonly T[]>;
  /** Changes happen one after the other; one that gives back what it got writes nothing. */
  change(step: (known: readonly T[]) => readonly T[]): Promise<void>;
}

/**
 * @param parse makes an item of what storage holds, or null: anybody may have written there
 * @param onKnown hears of the list whenever it was read or changed
 */
export function keptList<T>(
  memory: Memory,
  key: string,
  parse: (value: unknown) => T | null,
  onKnown: (items: readonly T[]) => void,
): KeptList<T> {
  let known: readonly T[] = [];
  let lasting = true;
  let last: Promise<unknown> = Promise.resolve();

  async function read(): Promise<readonly T[]> {
    if (!lasting) return known;
    const value = await unlessRefused<unknown>(memory.get(key), () => known);
    const items = (Array.isArray(value) ? (value as unknown[]) : []).map(parse);
    known = items.filter((item): item is Awaited<T> & T => item !== null);
    onKnown(known);
    return known;
  }

  async function changeNow(step: (known: readonly T[]) => readonly T[]): Promise<void> {
    const before = await read();
    known = step(before);
    if (known === before) return;
    onKnown(known);
    lasting = await unlessRefused(
      memory.set(key, known).then(() => true),
      () => false,
    );
  }

  return {
    read,
    change(step) {
      const mine = last.then(() => changeNow(step));
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
