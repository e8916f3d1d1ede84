import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { existsSync } from "node:fs";
import { chmod, cp, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { backup } from "../../../src/server/store/backup.ts";
import { StoreUnusable } from "../../../src/server/store/factStore.ts";
import { restore } from "../../../src/server/store/restore.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { databaseFile, rowsOf, taking } from "../support/databaseFile.ts";
import { testNow } from "../support/issuer.ts";
import { received, town } from "../support/town.ts";
import { allInquiries } from "./factStoreSuite.ts";
import { newTables } from "./factStoreSuite.ts";

jest.setTimeout(30_000);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-restore-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => path.join(folder, name);
const yesterday = received("<yesterday@elmbend.example>");
const today = received("<today@elmbend.example>", "Tue 2026-11-24 10:00");

/** A backup with yesterday's fact, and a database with today's. */
async function backupAndDatabase(name: string): Promise<readonly [string, string]> {
  const old = await databaseFile(inFolder(`${name}-old.db`), [yesterday]);
  await backup(old, inFolder(`${name}.backup`), false);
  return [inFolder(`${name}.backup`), await databaseFile(inFolder(`${name}.db`), [today])];
}

async function whyNot(from: string, database: string): Promise<string> {
  const failed: unknown = await restore(from, database, testNow).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(StoreUnusable);
  return (failed as Error).message;
}

test("the backup takes the database's place, and what was there is kept beside it under the time's name", async () => {
  const [from, database] = await backupAndDatabase("plain");
  const [expected, before] = [rowsOf(from), await readFile(database)];
  await chmod(database, 0o640);
  const { contents, replaced } = await restore(from, database, testNow);
  expect(contents.get("fact")).toBe(1);
  expect(replaced).toBe(`${database}.replaced-2026-11-25T18-00-00.000Z`);
  expect(rowsOf(database)).toEqual(expected);
  expect(rowsOf(replaced!)["fact"]).toMatchObject([{ inquiry: today.inquiry }]);
  expect((await readFile(replaced!)).length).toBe(before.length);
  expect((await stat(database)).mode & 0o777).toBe(0o640);
  const store = await openSqlite(database);
  expect([...(await allInquiries(store)).keys()]).toEqual([yesterday.inquiry]);
  await store.close();
});

test("while anything has the database open nothing is done", async () => {
  const [from, database] = await backupAndDatabase("open");
  const store = await openSqlite(database);
  expect(await whyNot(from, database)).toBe(
    `${database} is open in another program, such as a running service: stop that first.`,
  );
  await store.adopt(town(), testNow);
  await store.add([yesterday], taking);
  expect((await allInquiries(store)).size).toBe(2);
  await store.close();
  expect(existsSync(`${database}.partial`)).toBe(false);
});

test("a backup that is none of ours, newer, damaged or gone leaves the database as it was", async () => {
  const [from, database] = await backupAndDatabase("refused");
  const before = rowsOf(database);
  const change = (name: string, statement: string): void => {
    const opened = new Database(inFolder(name));
    opened.exec(statement);
    opened.close();
  };
  for (const name of ["other.db", "newer.db", "strange.db", "damaged.db"]) await cp(from, inFolder(name));
  change("other.db", "drop table schema_version");
  change("newer.db", "insert into schema_version values (999, 'from the future')");
  change("strange.db", "update schema_version set name = 'parcels' where version = 1");
  await writeFile(inFolder("damaged.db"), (await readFile(from)).subarray(0, 4096 * 6));
  expect(await whyNot(inFolder("other.db"), database)).toContain("no database of CivicReply");
  expect(await whyNot(inFolder("strange.db"), database)).toContain("no database of CivicReply");
  expect(await whyNot(inFolder("newer.db"), database)).toContain("version 999");
  expect(await whyNot(inFolder("damaged.db"), database)).toContain("damaged.db is damaged");
  expect(await whyNot(inFolder("gone.db"), database)).toContain("There is no file");
  expect(rowsOf(database)).toEqual(before);
});

test("a backup of an older version is restored, and brought forward when the service starts", async () => {
  const [from, database] = await backupAndDatabase("older");
  const opened = new Database(from);
  for (const table of newTables) opened.exec(`drop table ${table}`);
  opened.exec("delete from schema_version where version > 2");
  opened.close();
  await restore(from, database, testNow);
  const store = await openSqlite(database);
  await store.adopt(town(), testNow);
  expect([...(await allInquiries(store)).keys()]).toEqual([yesterday.inquiry]);
  expect(await store.rebuild()).toBe(0);
  await store.close();
});

test("the log of a database that is gone is not taken for the restored one's", async () => {
  const [from] = await backupAndDatabase("gone");
  const other = await openSqlite(inFolder("writing.db"));
  await other.adopt(town(), testNow);
  await other.add([today], taking);
  const database = inFolder("removed.db");
  for (const suffix of ["-wal", "-shm"]) await cp(inFolder("writing.db") + suffix, database + suffix);
  const { replaced } = await restore(from, database, testNow);
  expect(replaced).toBeNull();
  expect(rowsOf(database)).toEqual(rowsOf(from));
  await other.close();
});

test("a file of which it cannot be told whether it is in use is left where it is, with what to do", async () => {
  const [from] = await backupAndDatabase("unclear");
  const database = inFolder("scrambled.db");
  await writeFile(database, "nobody can read this any more".repeat(300));
  expect(await whyNot(from, database)).toMatch(/scrambled.db cannot be read \(SQLITE_NOTADB\).*move the file away/);
  expect(await readFile(database, "utf8")).toContain("any more");
});
