import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { pino } from "pino";
import { instant, minuteMs } from "../../src/domain/time.ts";
import { livePolicy } from "../../src/server/livePolicy.ts";
import type { FactStore } from "../../src/server/store/factStore.ts";
import { startUpkeep } from "../../src/server/upkeep.ts";
import { at } from "../support/time.ts";
import { town } from "./support/town.ts";

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** A store that notes what it is asked to state; nothing else of weight is asked of it within a day. */
function noting(
  stated: string[],
  answer: () => Promise<void> = () => Promise.resolve(),
  closeWaiting: FactStore["closeWaiting"] = () => Promise.resolve(0),
): FactStore {
  const store: Pick<FactStore, "state" | "periods" | "purge" | "closeWaiting"> = {
    state: (last) => {
      stated.push(last);
      return answer();
    },
    periods: () => Promise.resolve([]),
    purge: () => Promise.resolve(0),
    closeWaiting,
  };
  return store as FactStore;
}

/** Starts on Monday at 16:15: the office closes a quarter of an hour later. */
function started(store: FactStore) {
  const [start, began] = [at("Mon 2026-11-23 16:15"), Date.now()];
  const now = () => instant(start + Date.now() - began);
  return startUpkeep(store, livePolicy(town()), now, pino({ level: "silent" }));
}

test("every ten minutes the upkeep asks for what is to be stated by then, until it is stopped", async () => {
  const stated: string[] = [];
  const upkeep = started(noting(stated));
  await jest.advanceTimersByTimeAsync(25 * minuteMs);
  expect(stated).toEqual(["2026-11-19", "2026-11-22"]);
  upkeep.stop();
  await jest.advanceTimersByTimeAsync(60 * minuteMs);
  expect(stated).toHaveLength(2);
});

test("where the database does not answer, the same is asked for again", async () => {
  const stated: string[] = [];
  const upkeep = started(noting(stated, () => Promise.reject(new Error("gone"))));
  await jest.advanceTimersByTimeAsync(35 * minuteMs);
  expect(stated).toEqual(["2026-11-19", "2026-11-22", "2026-11-22"]);
  upkeep.stop();
});

test("every ten minutes what was told of closed mailboxes leaves the clock, until the upkeep is stopped", async () => {
  const asked: number[] = [];
  const closing = (now: number) => {
    asked.push(now - at("Mon 2026-11-23 16:15"));
    return asked.length === 1 ? Promise.reject(new Error("gone")) : Promise.resolve(1);
  };
  const upkeep = started(noting([], undefined, closing));
  await jest.advanceTimersByTimeAsync(25 * minuteMs);
  upkeep.stop();
  await jest.advanceTimersByTimeAsync(60 * minuteMs);
  expect(asked).toEqual([10 * minuteMs, 20 * minuteMs]);
});
