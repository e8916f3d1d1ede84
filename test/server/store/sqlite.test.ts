import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { StoreUnusable } from "../../../src/server/store/factStore.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { closingsSuite } from "./closingsSuite.ts";
import { countsSuite } from "./countsSuite.ts";
import { factStoreSuite, type Place } from "./factStoreSuite.ts";
import { namedSuite } from "./namedSuite.ts";
import { seriesSuite } from "./seriesSuite.ts";
import { statementsSuite } from "./statementsSuite.ts";

// Real databases and sockets, on a machine that may be busy.
jest.setTimeout(30_000);

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-sqlite-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function newFile(): string {
  count += 1;
  return path.join(folder, `town-${count}.db`);
}

function newPlace(): Promise<Place> {
  const file = newFile();
  return Promise.resolve({
    oneWriter: true,
    open: () => openSqlite(file),
    execute(statement) {
      const database = new Database(file);
      database.exec(statement);
      database.close();
      return Promise.resolve();
    },
  });
}

async function refusal(file: string): Promise<unknown> {
  return openSqlite(file).catch((error: unknown) => error);
}

describe("facts in SQLite", () => {
  factStoreSuite(newPlace);
  countsSuite(newPlace);
  closingsSuite(newPlace);
  seriesSuite(newPlace);
  namedSuite(newPlace);
  statementsSuite(newPlace);

  test("the folder is made where there is none", async () => {
    const store = await openSqlite(path.join(folder, "new", "town.db"));
    await store.ping();
    await store.close();
  });

  test("a folder that cannot be made is refused in a sentence with the file and what to do", async () => {
    const file = newFile();
    await writeFile(file, "");
    const refused = await refusal(path.join(file, "town.db"));
    expect(refused).toBeInstanceOf(StoreUnusable);
    expect((refused as Error).message).toMatch(/cannot be opened for writing.*CIVICREPLY_DATABASE/);
  });

  test("a path of folders that are not there is refused in a sentence", async () => {
    expect(await refusal(path.join(folder, "mistyped", "deeper", "town.db"))).toBeInstanceOf(StoreUnusable);
  });

  test("a file that is no database is refused, and left as it was", async () => {
    const file = newFile();
    await writeFile(
      file,
      "minutes of the council meeting, not a database, and long enough to look like a page of text",
    );
    expect(await refusal(file)).toBeInstanceOf(StoreUnusable);
  });

  test("a folder in the database's place is refused in a sentence", async () => {
    expect(await refusal(folder)).toBeInstanceOf(StoreUnusable);
  });
});
