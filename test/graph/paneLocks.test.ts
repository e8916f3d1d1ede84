import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Clock } from "../../src/addin/ports.ts";
import { atOnce, limiter } from "../../src/graph/limiter.ts";
import { overPanes } from "../../src/graph/paneLocks.ts";
import { scriptedGraph } from "../support/scriptedGraph.ts";
import { at } from "../support/time.ts";
import { webLocks } from "../support/webLocks.ts";

const owner = "Lee@pinewood.example";
const shared = "planning@pinewood.example";

/** Nothing that takes too long here takes ten seconds. */
const still: Clock = {
  ...{ now: () => at("Fri 2026-11-20 16:00"), isHidden: () => false, breathe: () => Promise.resolve() },
  after: () => () => undefined,
};

/** Panes of one browser, each with its own limit beside the common one, as requests meet them. */
function panes(count: number, manager = webLocks(), clock = still) {
  return Array.from({ length: count }, () => {
    const [own, common] = [limiter(), overPanes({ manager, owner }, clock)];
    const limited: typeof own = (takes, work) => own(takes, () => common(takes, work));
    return limited;
  });
}

const load = fc.record({
  pane: fc.constantFrom(0, 1, 2),
  takes: fc.uniqueArray(
    fc.tuple(fc.constantFrom("", shared, "clerk@pinewood.example"), fc.integer({ min: 1, max: atOnce })),
    {
      minLength: 1,
      selector: ([mailbox]) => mailbox,
    },
  ),
  turns: fc.integer({ min: 1, max: 4 }),
  fails: fc.boolean(),
});

test("three panes together never have more than four requests at once in a mailbox, and all get their turn", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(load, { maxLength: 25 }), async (loads) => {
      const all = panes(3);
      const running = new Map<string, number>();
      let done = 0;
      await Promise.all(
        loads.map(({ pane, takes, turns, fails }) =>
          all[pane]!(new Map(takes), async () => {
            for (const [mailbox, many] of takes) {
              running.set(mailbox, (running.get(mailbox) ?? 0) + many);
              expect(running.get(mailbox)).toBeLessThanOrEqual(atOnce);
            }
            for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
            for (const [mailbox, many] of takes) running.set(mailbox, (running.get(mailbox) ?? 0) - many);
            done += 1;
            if (fails) throw new Error("no");
          }).catch(() => undefined),
        ),
      );
      expect(done).toBe(loads.length);
    }),
    { numRuns: 40 },
  );
});

test("who opens a shared mailbox as their own is told apart from nobody else who opens it", async () => {
  const manager = webLocks();
  const names: string[] = [];
  const watched = {
    request: (name: string, options: LockOptions, work: LockGrantedCallback<unknown>) => {
      names.push(name);
      return manager.request(name, options, work);
    },
  } as LockManager;
  const [pane] = panes(1, watched);
  await pane!(new Map([["", 1]]), () => Promise.resolve());
  await pane!(new Map([[owner.toLowerCase(), 1]]), () => Promise.resolve());
  expect(names.slice(5)).toEqual(names.slice(0, 5));
});

test("a pane that is frozen with its requests holds up the others for ten seconds, and after that not at all", async () => {
  const { site, waits } = scriptedGraph(() => ({}));
  const [frozen, other] = panes(2, webLocks(), site.clock);
  void frozen!(new Map([["", 4]]), () => new Promise(() => undefined));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const began = site.clock.now();
  expect(await other!(new Map([["", 1]]), () => Promise.resolve("done"))).toBe("done");
  expect(site.clock.now() - began).toBe(10_000);
  expect(await other!(new Map([["", 4]]), () => Promise.resolve("at once"))).toBe("at once");
  expect(site.clock.now() - began).toBe(10_000);
  expect(waits).toEqual([10_000]);
});

test("where the browser refuses its locks each pane minds its own requests", async () => {
  const refused = {
    request: () => Promise.reject(new DOMException("denied", "SecurityError")),
  } as unknown as LockManager;
  const [pane] = panes(1, refused);
  expect(await pane!(new Map([["", 2]]), () => Promise.resolve("done"))).toBe("done");
});
