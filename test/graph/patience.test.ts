import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { waitMs } from "../../src/graph/patience.ts";
import { at } from "../support/time.ts";

const now = at("Fri 2026-11-20 16:00");

test("Graph's own wait counts, in seconds or as a date, and a date gone by is no wait", () => {
  expect(waitMs("7", 1, 0.5, now)).toBe(7_000);
  expect(waitMs("600", 1, 0.5, now)).toBe(600_000);
  expect(waitMs("Fri, 20 Nov 2026 22:00:30 GMT", 1, 0.5, now)).toBe(30_000);
  expect(waitMs("Fri, 20 Nov 2026 21:00:00 GMT", 1, 0.5, now)).toBe(0);
});

test.each([null, "", " ", "soon"])(
  "without a wait to read (%j) it doubles from a second, half of it by chance",
  (word) => {
    expect([1, 2, 3].map((attempt) => waitMs(word, attempt, 0, now))).toEqual([500, 1_000, 2_000]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, dice) => {
        const ms = waitMs(word, attempt, dice, now);
        expect(ms).toBeGreaterThanOrEqual(500 * 2 ** (attempt - 1));
        expect(ms).toBeLessThan(1_000 * 2 ** (attempt - 1));
      }),
    );
  },
);
