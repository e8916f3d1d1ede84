import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { atOnce, limiter } from "../../src/graph/limiter.ts";

const load = fc.record({
  mailbox: fc.constantFrom("", "planning@pinewood.example"),
  many: fc.integer({ min: 1, max: atOnce }),
  fails: fc.boolean(),
});

test("no mailbox ever has more than four requests at once, and each gets its turn, failures included", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(load, { maxLength: 30 }), async (loads) => {
      const limited = limiter();
      const running = new Map<string, number>();
      let done = 0;
      await Promise.all(
        loads.map(({ mailbox, many, fails }) =>
          limited(new Map([[mailbox, many]]), async () => {
            running.set(mailbox, (running.get(mailbox) ?? 0) + many);
            expect(running.get(mailbox)).toBeLessThanOrEqual(atOnce);
            await new Promise(setImmediate);
            running.set(mailbox, (running.get(mailbox) ?? 0) - many);
            done += 1;
            if (fails) throw new Error("no");
          }).catch(() => undefined),
        ),
      );
      expect(done).toBe(loads.length);
    }),
    { numRuns: 50 },
  );
});

test("a full mailbox holds up its own alone, and those until one ends; a big request is not overtaken for ever", async () => {
  const limited = limiter();
  const order: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string, mailbox = "", many = 1) =>
    limited(new Map([[mailbox, many]]), () => {
      order.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    });
  const all = ["a", "b", "c"].map((name) => work(name));
  all.push(work("big", "", 4), work("small"), work("other", "planning@pinewood.example", 4));
  await new Promise(setImmediate);
  expect(order).toEqual(["a", "b", "c", "other"]);
  while (order.length < 6 || ends.length > 0) {
    ends.shift()?.();
    await new Promise(setImmediate);
  }
  expect(order).toEqual(["a", "b", "c", "other", "big", "small"]);
  await Promise.all(all);
});
