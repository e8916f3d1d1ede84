/** The machine's dice, 0 ≤ chance() < 1: for waits between attempts. */
export function chance(): number {
  return Math.random();
}
