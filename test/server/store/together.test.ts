import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { setImmediate as turn } from "node:timers/promises";
import { together } from "../../../src/server/store/together.ts";

test("what comes while a group is being done is done together, in its order, and each once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 9 }))), async (asked) => {
      const groups: number[][] = [];
      const add = together<number>(async (items) => {
        groups.push([...items]);
        await turn();
      }, 12);
      const done: Promise<void>[] = [];
      for (const [index, [turns, size]] of asked.entries()) {
        for (let each = 0; each < turns; each += 1) await turn();
        done.push(add(index, size));
      }
      await Promise.all(done);
      expect(groups.flat()).toEqual(asked.map((_, index) => index));
      const sizes = groups.map((group) => group.reduce((sum, index) => sum + asked[index]![1], 0));
      for (const [at, size] of sizes.entries()) expect(size <= 12 || groups[at]!.length === 1).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("those that ask at once share one group", async () => {
  const groups: number[][] = [];
  const add = together<number>((items) => Promise.resolve(void groups.push([...items])), 100);
  await Promise.all([1, 2, 3].map((each) => add(each, 1)));
  expect(groups).toEqual([[1, 2, 3]]);
});

test("nobody is answered before the work is done", async () => {
  let finish: () => void = () => undefined;
  const add = together<number>(() => new Promise((resolve) => (finish = resolve)), 100);
  let answered = false;
  const asked = add(1, 1).then(() => (answered = true));
  for (let each = 0; each < 5; each += 1) await turn();
  expect(answered).toBe(false);
  finish();
  await asked;
  expect(answered).toBe(true);
});

test("one that fails fails alone: the others of its group are done without it", async () => {
  const kept: string[] = [];
  const add = together<string>((items) => {
    if (items.includes("bad")) return Promise.reject(new Error("no"));
    kept.push(...items);
    return Promise.resolve();
  }, 100);
  const answers = await Promise.allSettled(["one", "bad", "two"].map((each) => add(each, 1)));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(kept).toEqual(["one", "two"]);
  await add("three", 1);
  expect(kept).toEqual(["one", "two", "three"]);
});
