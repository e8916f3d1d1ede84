/** Dice that fall the same way every time: the sample data are the same on every machine. */

/** @returns numbers from 0 up to 1 (mulberry32) */
export function repeatableDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of the choices, as often as its weight says. @throws Error for an empty list: a bug */
export function weighted<T>(dice: () => number, choices: readonly (readonly [T, number])[]): T {
  let left = dice() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (!last) throw new Error("nothing to choose from");
  return last[0];
}
