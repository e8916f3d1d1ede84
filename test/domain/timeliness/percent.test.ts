import { expect, test } from "@jest/globals";
import { percentOf } from "../../../src/domain/timeliness/percent.ts";

test("100 is said only when every one was met, and 0 only when none was", () => {
  expect(percentOf({ met: 1000, due: 1000 })).toBe(100);
  expect(percentOf({ met: 999, due: 1000 })).toBe(99);
  expect(percentOf({ met: 1, due: 1000 })).toBe(1);
  expect(percentOf({ met: 0, due: 1000 })).toBe(0);
  expect(percentOf({ met: 118, due: 127 })).toBe(93);
});
