import { expect, test } from "@jest/globals";
import { FolderLog } from "../../../src/sandbox/mailbox/folderLog.ts";

function logOf(count: number): FolderLog {
  const log = new FolderLog();
  for (let sequence = 1; sequence <= count; sequence += 1)
    log.append({ sequence: sequence * 2, loggedAt: sequence * 10, id: `m${sequence}`, what: "arrived", fields: [] });
  return log;
}
const idsOf = (changes: readonly { id: string }[] | null) => changes?.map(({ id }) => id) ?? null;

test("changes after a position come in order, whether or not the position is one of theirs", () => {
  const log = logOf(5);
  expect(idsOf(log.between(6, Infinity))).toEqual(["m4", "m5"]);
  expect(idsOf(log.between(7, Infinity))).toEqual(["m4", "m5"]);
  expect(idsOf(log.between(10, Infinity))).toEqual([]);
});

test("what was logged after a moment stays hidden", () => {
  const log = logOf(5);
  expect(idsOf(log.between(0, 30))).toEqual(["m1", "m2", "m3"]);
  expect(log.lastSequence(30)).toBe(6);
  expect([...log.arrivedSince(30)]).toEqual(["m5", "m4"]);
});

test("the last changes before a position are at most so many", () => {
  expect(idsOf(logOf(5).lastBefore(8, 2))).toEqual(["m3", "m4"]);
});

test("the oldest are forgotten in the end, and a position among them is known to be lost", () => {
  const log = logOf(200_000);
  expect(log.between(2, Infinity)).toBeNull();
  expect(log.between(200_000, Infinity)).toHaveLength(100_000);
});
