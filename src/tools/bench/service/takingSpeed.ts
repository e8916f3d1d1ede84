/** How many facts a second the service takes, beside the same rows in a bare transaction and a bare route's answers. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AddressInfo } from "node:net";
import { fastify } from "fastify";
import Database from "libsql";
import type { Fact } from "../../../domain/inquiry/fact.ts";
import { dayMs } from "../../../domain/time.ts";
import type { CurrentPolicy } from "../../../server/currentPolicy.ts";
import { manyFacts } from "./inventedFacts.ts";
import { startedService } from "./startedService.ts";

export interface TakingSpeed {
  readonly batch: number;
  /** Facts a second. */
  readonly service: number;
  readonly bareTransaction: number;
  readonly bareRoute: number;
}

const spanMs = 30 * dayMs;
/** Requests at once: panes do not wait for one another. */
const atOnce = 8;

export async function takingSpeed(city: CurrentPolicy, batch: number, requests: number): Promise<TakingSpeed> {
  const folder = await mkdtemp(path.join(tmpdir(), "civicreply-bench-"));
  const channels = Object.keys(city.rules.policy.channels);
  const facts = manyFacts(batch * requests, channels, spanMs);
  const batches = Array.from({ length: requests }, (_, index) => facts.slice(index * batch, (index + 1) * batch));
  const service = await startedService(folder, city);
  const bare = fastify();
  bare.post("/facts", (request) => ({ taken: (request.body as { facts: unknown[] }).facts.length }));
  await bare.listen({ host: "127.0.0.1", port: 0 });
  const bareAddress = `http://127.0.0.1:${(bare.server.address() as AddressInfo).port}/facts`;
  try {
    return {
      batch,
      service: await rate(facts.length, () => post(`${service.origin}/api/facts`, batches, service.authorization)),
      bareRoute: await rate(facts.length, () => post(bareAddress, batches, () => "")),
      bareTransaction: await rate(facts.length, () => {
        write(path.join(folder, "bare.db"), batches);
        return Promise.resolve();
      }),
    };
  } finally {
    await bare.close();
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** By the clock on the wall: most of it is waiting for the disk. */
async function rate(count: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (count * 1000) / (performance.now() - start);
}

async function post(
  address: string,
  batches: readonly (readonly Fact[])[],
  authorization: () => string,
): Promise<void> {
  const waiting = [...batches];
  const worker = async (): Promise<void> => {
    for (let facts = waiting.shift(); facts !== undefined; facts = waiting.shift()) {
      const headers = { "content-type": "application/json", authorization: authorization() };
      const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify({ facts }) });
      const body = await answer.text();
      if (answer.status !== 200 || body.includes('"taken":false')) throw new Error(`${answer.status}: ${body}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** The same rows in the same kind of file, one commit a batch, each synced to disk. */
function write(file: string, batches: readonly (readonly Fact[])[]): void {
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
