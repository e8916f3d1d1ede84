import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bucketOf, minutesOf, quantile } from "../../../src/domain/timeliness/replyTime.ts";

const minutes = fc.integer({ min: 0, max: 10_000_000 });

test("a bucket tells its minutes exactly below 64, and within 1.6 % above", () => {
  fc.assert(
    fc.property(minutes, (time) => {
      const told = minutesOf(bucketOf(time));
      expect(Math.abs(told - time)).toBeLessThanOrEqual(time < 64 ? 0 : time * 0.016);
    }),
  );
});

test("a longer time never falls into an earlier bucket, and no bucket is left out", () => {
  let last = -1;
  for (let time = 0; time < 40_000; time += 1) {
    const bucket = bucketOf(time);
    expect([last, last + 1]).toContain(bucket);
    last = bucket;
  }
});

test("a quantile is the smallest time with at least that share at or below it, within its bucket", () => {
  fc.assert(
    fc.property(fc.array(minutes, { minLength: 1, maxLength: 60 }), fc.constantFrom(0.5, 0.9), (times, share) => {
      const counts = new Map<number, number>();
      for (const time of times) counts.set(bucketOf(time), (counts.get(bucketOf(time)) ?? 0) + 1);
      const sorted = times.toSorted((a, b) => a - b);
      const wanted = sorted[Math.max(1, Math.ceil(times.length * share)) - 1]!;
      expect(quantile(counts, share)).toBe(minutesOf(bucketOf(wanted)));
    }),
  );
});

test("without replies there is no time", () => {
  expect(quantile(new Map(), 0.5)).toBeNull();
  expect(quantile(new Map([[3, 0]]), 0.5)).toBeNull();
});
