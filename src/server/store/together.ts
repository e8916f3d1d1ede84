/**
 * Group commit: what is to be done while the last group is being done waits for it and is done together, in one
 * transaction synced to disk once, whoever asked for it.
 */
import { setImmediate as turn } from "node:timers/promises";

interface Waiting<Item> {
  readonly item: Item;
  readonly size: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * @param work does all of these or none; may throw
 * @param most how much is done together, unless a single one is bigger
 * @returns does one, resolving when it is done; where a group fails each is tried by itself, so that one fails alone
 */
export function together<Item>(
  work: (items: readonly Item[]) => Promise<void>,
  most: number,
): (item: Item, size: number) => Promise<void> {
  let waiting: Waiting<Item>[] = [];
  let busy = false;

  async function tryAll(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      await work(group.map(({ item }) => item));
      for (const { done } of group) done();
    } catch (error) {
      if (group.length > 1) for (const one of group) await tryAll([one]);
      else for (const { failed } of group) failed(error);
    }
  }

  async function next(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      await gathered();
      const group = firstOf(waiting, most);
      waiting = waiting.slice(group.length);
      await tryAll(group);
    }
    busy = false;
  }

  /** SQLite keeps the event loop for itself: only now are requests read that came meanwhile. Until none comes any more. */
  async function gathered(): Promise<void> {
    for (let before = 0; waiting.length > before;) {
      before = waiting.length;
      await turn();
    }
  }

  return (item, size) =>
    new Promise((done, failed) => {
      waiting.push({ item, size, done: () => done(), failed });
      if (!busy) void next();
    });
}

function firstOf<Item>(waiting: readonly Waiting<Item>[], most: number): readonly Waiting<Item>[] {
  let size = 0;
  const end = waiting.findIndex((one, index) => {
    size += one.size;
    return index > 0 && size > most;
  });
  return end === -1 ? waiting : waiting.slice(0, end);
}
