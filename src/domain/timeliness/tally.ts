/** Counts added up, and the difference that a new fact makes to them. */
import type { Count } from "./counts.ts";

/** Equal for counts that are of the same thing. */
export function countKey({ figure, department, channel, day, part }: Count): string {
  return [figure, department, day, channel, part].join("\n");
}

/** Each thing once, with its sum; what adds up to nothing is left out. In the order of their keys. */
export function summed(counts: Iterable<Count>): readonly Count[] {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const key = countKey(count);
    const known = sums.get(key);
    sums.set(key, known === undefined ? count : { ...known, count: known.count + count.count });
  }
  return [...sums]
    .filter(([, { count }]) => count !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, count]) => count);
}

/** What has to be added to the daily counts when an inquiry counted as `before` and now counts as `after`. */
export function difference(before: readonly Count[], after: readonly Count[]): readonly Count[] {
  return summed([...negated(before), ...after]);
}

export function negated(counts: readonly Count[]): readonly Count[] {
  return counts.map((count) => ({ ...count, count: -count.count }));
}
