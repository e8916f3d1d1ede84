/** How many inquiries a second a rebuild derives from their facts again, on SQLite. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { dayMs } from "../../../domain/time.ts";
import type { CurrentPolicy } from "../../../server/currentPolicy.ts";
import { openSqlite } from "../../../server/store/sqlite.ts";
import { manyFacts, theMoment } from "./inventedFacts.ts";
import { batchesOf } from "./posting.ts";

const facts = 100_000;

export async function rebuildSpeed(city: CurrentPolicy): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-bench-"));
  const store = await openSqlite(path.join(folder, "bench.db"));
  try {
    await store.adopt(city, theMoment);
    const all = manyFacts(facts, Object.keys(city.rules.policy.channels), 365 * dayMs);
    for (const batch of batchesOf(all, 3000)) await store.add(batch, { at: theMoment, policyVersion: "1" });
    const start = performance.now();
    if ((await store.rebuild()) > 0) throw new Error("a rebuild gave other counts");
    return (new Set(all.map(({ inquiry }) => inquiry)).size * 1000) / (performance.now() - start);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
