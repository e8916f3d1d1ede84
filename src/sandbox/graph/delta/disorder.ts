/** The liberties that Graph takes with delta pages, by dice, so that each run takes the same (graph.md §3.3). */
import { repeatableDice } from "../../samples/chance.ts";

export interface Disorder {
  /** Any order; ordered lists are not handed in. */
  shuffled<T>(items: readonly T[]): readonly T[];
  /** Sends fewer items than asked for, or none with a further page to come. */
  pageSize(asked: number, afterEmpty: boolean): number;
  /** Some of what was told before, told once more. */
  replayed<T>(told: readonly T[], room: number): readonly T[];
  /** An updated item with the changed properties alone. */
  isPartial(): boolean;
}

/** @param seed null: everything once, whole and in order */
export function disorder(seed: number | null): Disorder {
  return seed === null ? tidy : untidy(repeatableDice(seed));
}

const tidy: Disorder = {
  shuffled: (items) => items,
  pageSize: (asked) => asked,
  replayed: () => [],
  isPartial: () => false,
};

function untidy(dice: () => number): Disorder {
  const shuffled = <T>(items: readonly T[]): readonly T[] => {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = Math.floor(dice() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
    }
    return mixed;
  };
  return {
    shuffled,
    pageSize(asked, afterEmpty) {
      const fate = dice();
      if (fate < 0.1 && !afterEmpty) return 0;
      return fate < 0.25 ? 1 + Math.floor(dice() * asked) : asked;
    },
    replayed(told, room) {
      const count = dice() < 0.3 ? Math.min(room, told.length, 1 + Math.floor(dice() * 2)) : 0;
      return Array.from({ length: count }, () => told[Math.floor(dice() * told.length)]).filter(
        (one): one is NonNullable<typeof one> => one !== undefined,
      );
    },
    isPartial: () => dice() < 0.5,
  };
}
