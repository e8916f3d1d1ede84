/** Reply times as a histogram that stays small for ever: exact below 64 business minutes, within 1.6 % above. */

/** From one power of two to the next. */
const steps = 32;
const exactBelow = 2 * steps;

/** @param minutes whole business minutes, not negative @returns the bucket's number, growing with the time */
export function bucketOf(minutes: number): number {
  if (minutes < exactBelow) return minutes;
  const power = Math.floor(Math.log2(minutes));
  const step = Math.floor(minutes / 2 ** (power - 5)) - steps;
  return exactBelow + (power - 6) * steps + step;
}

/** @returns the middle of a bucket, in whole business minutes */
export function minutesOf(bucket: number): number {
  if (bucket < exactBelow) return bucket;
  const width = 2 ** (Math.floor((bucket - exactBelow) / steps) + 1);
  const least = (steps + ((bucket - exactBelow) % steps)) * width;
  return least + Math.floor((width - 1) / 2);
}

/** @param counts of reply times, each part a bucket's number @returns replies by bucket */
export function bucketsOf(
  counts: readonly { readonly part: string; readonly count: number }[],
): ReadonlyMap<number, number> {
  const buckets = new Map<number, number>();
  for (const { part, count } of counts) buckets.set(Number(part), (buckets.get(Number(part)) ?? 0) + count);
  return buckets;
}

/**
 * The time within which this share of the replies came, by nearest rank (the smallest with at least that share at or
 * below it), over replies and never over averages of persons (peers.md §4).
 *
 * @param counts replies by bucket @param share 0.5 for the median, 0.9 for the 90th percentile
 * @returns business minutes, or null when there is no reply
 */
export function quantile(counts: ReadonlyMap<number, number>, share: number): number | null {
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(total * share));
  let below = 0;
  for (const [bucket, count] of sorted) {
    below += count;
    if (below >= rank) return minutesOf(bucket);
  }
  return null;
}
