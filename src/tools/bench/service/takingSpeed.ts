/** How many facts a second the service takes, beside the same rows in a bare transaction and a bare route's answers. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import type { Fact } from "../../../domain/inquiry/fact.ts";
import { dayMs } from "../../../domain/time.ts";
import type { CurrentPolicy } from "../../../server/currentPolicy.ts";
import type { DatabasePlace } from "../../../server/store/openStore.ts";
import { startPostgres } from "../../localPostgres.ts";
import { manyFacts } from "./inventedFacts.ts";
import { batchesOf, post } from "./posting.ts";
import { startedService } from "./startedService.ts";
import { tokens } from "./tokens.ts";

/** Facts a second. */
export interface TakingSpeed {
  readonly batch: number;
  readonly sqlite: number;
  /** With one service process, and with two on the same database. */
  readonly postgres: readonly [number, number];
  readonly bareTransaction: number;
  readonly bareRoute: number;
}

type Batches = readonly (readonly Fact[])[];

const spanMs = 30 * dayMs;

export async function takingSpeed(city: CurrentPolicy, batch: number, requests: number): Promise<TakingSpeed> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-bench-"));
  const batches = batchesOf(manyFacts(batch * requests, Object.keys(city.rules.policy.channels), spanMs), batch);
  const server = await startPostgres(true);
  const postgres = async (processes: number) =>
    servedSpeed(batches, { kind: "postgres", url: await server.newDatabase() }, processes);
  try {
    return {
      batch,
      sqlite: await servedSpeed(batches, { kind: "sqlite", file: path.join(folder, "bench.db") }, 1),
      postgres: [await postgres(1), await postgres(2)],
      bareRoute: await servedSpeed(batches, null, 1),
      bareTransaction: await speed(batches, () => {
        write(path.join(folder, "bare.db"), batches);
        return Promise.resolve();
      }),
    };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param place null: a bare route @param processes of the service, all on this database */
async function servedSpeed(batches: Batches, place: DatabasePlace | null, processes: number): Promise<number> {
  const { key, authorization } = await tokens();
  const services = [];
  for (let each = 0; each < processes; each += 1) services.push(await startedService(place && { place, key }));
  try {
    const addresses = services.map(({ origin }) => `${origin}/api/facts`);
    return await speed(batches, () => post(addresses, batches, authorization));
  } finally {
    for (const service of services) await service.stop();
  }
}

/** By the clock on the wall: most of it is waiting for the disk. */
async function speed(batches: Batches, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (batches.flat().length * 1000) / (performance.now() - start);
}

/** The same rows in the same kind of file, one commit a batch, each synced to disk. */
function write(file: string, batches: Batches): void {
  const database = new Database(file);
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL"]) database.pragma(pragma);
  database.exec(`create table fact (inquiry text not null, id text not null, kind text not null, at bigint not null,
    said_at bigint not null, by text not null, department text, details text not null, taken_at bigint not null,
    policy_version text not null, primary key (inquiry, id))`);
  const insert = database.prepare("insert into fact values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const facts of batches) {
    database.exec("begin immediate");
    for (const { inquiry, id, kind, at, saidAt, by, ...details } of facts) {
      insert.run(inquiry, id, kind, at, saidAt, by, "planning", JSON.stringify(details), at, "1");
    }
    database.exec("commit");
  }
  database.close();
}
