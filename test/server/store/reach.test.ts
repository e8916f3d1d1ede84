import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import pg from "pg";
import { databaseProblem } from "../../../src/server/store/reach.ts";
import { openPostgres } from "../../../src/server/store/postgres.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { startPostgres, type LocalPostgres } from "../../../src/tools/localPostgres.ts";

// Real databases, on a machine that may be busy.
jest.setTimeout(30_000);

const newer = "insert into schema_version (version, name) values (9999, 'of a later year')";

describe("a file", () => {
  let folder: string;
  const inFolder = (name: string): string => path.join(folder, name);
  const problem = async (file: string): Promise<string | null> =>
    (await databaseProblem({ kind: "sqlite", file }, "en"))?.message ?? null;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "civicreply-reach-"));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("that is not there yet can be made, with one folder around it, and is not made by asking", async () => {
    expect(await problem(inFolder("new.db"))).toBeNull();
    expect(await problem(inFolder("data/new.db"))).toBeNull();
    expect(await readdir(folder)).toEqual([]);
  });

  test("that a running service holds can be used, and is left as it was", async () => {
    const store = await openSqlite(inFolder("town.db"));
    const before = await readFile(inFolder("town.db"));
    expect(await problem(inFolder("town.db"))).toBeNull();
    await store.ping();
    expect(await readFile(inFolder("town.db"))).toEqual(before);
    await store.close();
  });

  test("in a folder that is not there is refused with what to do", async () => {
    expect(await problem(inFolder("mistyped/deeper/town.db"))).toMatch(
      /cannot be opened for writing \(ENOENT\). Check that its folder exists/,
    );
  });

  test("that is no database is refused", async () => {
    await writeFile(
      inFolder("minutes.db"),
      "minutes of the council meeting, long enough to look like a page".repeat(20),
    );
    expect(await problem(inFolder("minutes.db"))).toMatch(/cannot be opened for writing \(SQLITE_NOTADB\)/);
  });

  test("in whose place is a folder is refused", async () => {
    expect(await problem(folder)).toMatch(/cannot be opened for writing/);
  });

  test("of a later version is refused with both versions", async () => {
    await (await openSqlite(inFolder("later.db"))).close();
    const database = new Database(inFolder("later.db"));
    database.exec(newer);
    database.close();
    expect(await problem(inFolder("later.db"))).toMatch(/is of version 9999; this program knows versions up to \d+\./);
  });
});

describe("a PostgreSQL server", () => {
  let server: LocalPostgres;
  const problem = (url: string) => databaseProblem({ kind: "postgres", url }, "en");

  beforeAll(async () => {
    server = await startPostgres();
  });

  afterAll(() => server.stop());

  test("can be used with an empty database, and with one of ours", async () => {
    const url = await server.newDatabase();
    expect(await problem(url)).toBeNull();
    await (await openPostgres(url)).close();
    expect(await problem(url)).toBeNull();
  });

  test("with a database of a later version is refused with both versions", async () => {
    const url = await server.newDatabase();
    await (await openPostgres(url)).close();
    const client = new pg.Client(url);
    await client.connect();
    await client.query(newer);
    await client.end();
    expect(await problem(url)).toMatchObject({
      path: "CIVICREPLY_DATABASE_URL",
      message: expect.stringMatching(/is of version 9999/),
    });
  });

  test("that is not there, or has no such database, is refused without the password", async () => {
    const url = new URL(await server.newDatabase());
    url.pathname = "/none";
    for (const [address, code] of [
      ["postgres://civicreply:s3cret@127.0.0.1:1/none", "ECONNREFUSED"],
      [url.href, "3D000"],
    ] as const) {
      const found = await problem(address);
      expect(found?.message).toContain(`cannot be used (${code})`);
      expect(found?.message).not.toContain("s3cret");
    }
  });
});
