/** One year from its beginning to its end, with the pooled service. */
import type { ServedPolicy } from "../../../src/contract/served.ts";
import type { Compares } from "./checks.ts";
import { at } from "../time.ts";
import { beginLife } from "./life.ts";
import { live, type Step } from "./liveYear.ts";
import { pool, type Pool } from "./pool.ts";
import { makeTown } from "./town.ts";
import { townPolicy } from "./townRules.ts";

const start = at("Mon 2026-03-16 09:00");

/** @param seed of the disorder in Graph's deltas; null: none */
export async function lived(
  seed: number | null,
  served: ServedPolicy = townPolicy(300),
  all: readonly Step[],
  compares?: Compares,
): Promise<void> {
  const made: Pool[] = [];
  const service = (now: Parameters<typeof pool>[1]) => {
    const one = pool(served, now);
    made.push(one);
    return one.service;
  };
  const town = await makeTown({ served, start, seed, service });
  const [pooled] = made as [Pool];
  await live(
    beginLife(town, (away) => (pooled.away = away)),
    all,
    () => pooled.facts(),
    compares,
  );
}
