import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import pg from "pg";
import { StoreUnusable } from "../../../src/server/store/factStore.ts";
import { openPostgres } from "../../../src/server/store/postgres.ts";
import { startPostgres, type LocalPostgres } from "../../../src/tools/localPostgres.ts";
import { closingsSuite } from "./closingsSuite.ts";
import { countsSuite } from "./countsSuite.ts";
import { factStoreSuite, type Place } from "./factStoreSuite.ts";
import { namedSuite } from "./namedSuite.ts";
import { seriesSuite } from "./seriesSuite.ts";
import { statementsSuite } from "./statementsSuite.ts";

// Real databases and sockets, on a machine that may be busy.
jest.setTimeout(30_000);

let server: LocalPostgres;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

async function newPlace(): Promise<Place> {
  const url = await server.newDatabase();
  return {
    oneWriter: false,
    open: () => openPostgres(url),
    async execute(statement) {
      const client = new pg.Client(url);
      await client.connect();
      await client.query(statement);
      await client.end();
    },
  };
}

describe("facts in PostgreSQL", () => {
  factStoreSuite(newPlace);
  countsSuite(newPlace);
  closingsSuite(newPlace);
  seriesSuite(newPlace);
  namedSuite(newPlace);
  statementsSuite(newPlace);

  test("a server that cannot be reached is refused in a sentence that does not show the password", async () => {
    const url = "postgres://civicreply:s3cret@127.0.0.1:1/none";
    const refused: unknown = await openPostgres(url).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnusable);
    expect((refused as Error).message).toContain("CIVICREPLY_DATABASE_URL");
    expect((refused as Error).message).not.toContain("s3cret");
  });
});
