/** Killed, not stopped: whatever moment a service dies at, what it answered for is kept, once, and nothing is half done. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startPostgres, type LocalPostgres } from "../../../src/tools/localPostgres.ts";
import { proofRuns } from "../../support/proofRuns.ts";
import { builtService, type BuiltService } from "../support/builtService.ts";
import { expectNothingLost, Load } from "../support/load.ts";

const rounds = proofRuns(2, 100);
const atOnce = 6;
/** Longest time between the first word and the kill, milliseconds. */
const longest = 400;

let folder: string;
let service: BuiltService;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-killed-"));
  service = await builtService(folder);
});

afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

function pause(most: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * most));
}

/** Everybody tells, each to one of the services. */
async function tellAll(load: Load, origins: readonly string[]): Promise<readonly Promise<number>[]> {
  const tokens = await Promise.all(Array.from({ length: atOnce }, () => service.newcomer()));
  return tokens.map((token, n) => load.tell(origins[n % origins.length]!, token));
}

describe("a service that is killed at any moment under load", () => {
  test(
    "on SQLite starts again by itself with each answered fact once, batches whole, and counts that are those of the facts",
    async () => {
      const database = { CIVICREPLY_DATABASE: path.join(folder, "town.db") };
      const load = new Load();
      for (let round = 0; round < rounds; round += 1) {
        const running = service.start(database);
        const origin = (await running.listening)!;
        const before = load.answered.size;
        const told = await tellAll(load, [origin]);
        // Some die before their first answer, some after: however slow the machine is.
        while (round % 2 === 0 && load.answered.size === before) await pause(longest);
        await pause(longest);
        await running.kill();
        await Promise.all(told);
        // Another one is killed while it starts, and cleans up or not.
        const starting = service.start(database);
        await pause(longest);
        await starting.kill();
        await starting.listening;
        await expectNothingLost(database, load);
      }
      expect(load.answered.size).toBeGreaterThan(rounds);
    },
    proofRuns(60_000, 3_600_000),
  );

  describe("on PostgreSQL", () => {
    let server: LocalPostgres;
    beforeAll(async () => {
      server = await startPostgres();
    }, 30_000);
    afterAll(() => server.stop());

    test(
      "leaves another one on the same database undisturbed, and the same is true of what both answered for",
      async () => {
        const database = { DATABASE_URL: await server.newDatabase() };
        const load = new Load();
        let [dying, staying] = [service.start(database), service.start(database)];
        for (let round = 0; round < rounds; round += 1) {
          const origins = await Promise.all([dying.listening, staying.listening]);
          const told = await tellAll(load, origins as string[]);
          const [toDying, toStaying] = [0, 1].map((which) => told.filter((_, n) => n % 2 === which));
          let disturbed = 0;
          for (const one of toStaying!) void one.then(() => (disturbed += 1));
          await pause(longest);
          await dying.kill();
          await Promise.all(toDying!);
          const before = load.answered.size;
          while (load.answered.size === before && disturbed === 0) await pause(longest);
          expect(disturbed).toBe(0);
          await staying.kill();
          await Promise.all(told);
          await expectNothingLost(database, load);
          [dying, staying] = [service.start(database), service.start(database)];
        }
        await Promise.all([dying.kill(), staying.kill()]);
      },
      proofRuns(60_000, 3_600_000),
    );
  });
});
