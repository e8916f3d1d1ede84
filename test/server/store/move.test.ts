import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import pg from "pg";
import { moveToPostgres } from "../../../src/server/store/move.ts";
import { openPostgres } from "../../../src/server/store/postgres.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { instant } from "../../../src/domain/time.ts";
import { startPostgres, type LocalPostgres } from "../../../src/tools/localPostgres.ts";
import { at, day } from "../../support/time.ts";
import { builtCommand } from "../support/builtService.ts";
import { databaseFile, rowsOf } from "../support/databaseFile.ts";
import { testNow } from "../support/issuer.ts";
import { fact, inquiryId, received, replied, townWith } from "../support/town.ts";

jest.setTimeout(60_000);

let folder: string;
let server: LocalPostgres;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-move-"));
  server = await startPostgres();
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const said = { at: at("Tue 2026-11-24 10:00"), saidAt: at("Tue 2026-11-24 10:00"), by: "person" } as const;
const facts = [
  ...Array.from({ length: 2300 }, (_, n) => received(`<many-${n}@elmbend.example>`)),
  replied("<many-1@elmbend.example>", "Tue 2026-11-24 09:00"),
  fact(inquiryId("<many-2@elmbend.example>"), { ...said, kind: "excluded", reason: "thanks" }),
  fact(inquiryId("<only-a-reply@elmbend.example>"), { ...said, kind: "claimed", until: at("Wed 2026-11-25 10:00") }),
];
const mailbox = {
  mailbox: inquiryId("ada@elmbend.example"),
  kind: "personal",
  department: null,
  lookedThrough: said.at,
  watching: true,
} as const;

/** With everything that a database can hold. */
async function fullTown(name: string): Promise<string> {
  return databaseFile(path.join(folder, name), facts, async (store) => {
    await store.keep("inquiryKey", "A".repeat(43));
    await store.cover(mailbox, testNow);
    await store.cover({ ...mailbox, mailbox: inquiryId("b@elmbend.example"), lookedThrough: null }, testNow);
    await store.erase(inquiryId("<many-9@elmbend.example>"), testNow);
    await store.audit.note("purged", null, testNow, { inquiries: 1 });
    await store.purge(at("Tue 2024-01-02 00:00"), testNow);
    await store.state(day("Wed 2026-11-25"), testNow);
    await store.adopt(townWith({ version: "2026-2" }), instant(testNow + 1));
    await store.recalculate(day("Mon 2026-11-23"), day("Tue 2026-11-24"), instant(testNow + 2));
    // Only then does what never arrived bear the newest version's number.
    await store.rebuild();
  });
}

function changed(file: string, statement: string): void {
  const opened = new Database(file);
  opened.exec(statement);
  opened.close();
}

/** Every row of the tables, with numbers as SQLite gives them. */
async function rowsIn(url: string, tables: readonly string[]): Promise<Readonly<Record<string, readonly object[]>>> {
  const client = new pg.Client(url);
  client.setTypeParser(pg.types.builtins.INT8, Number);
  await client.connect();
  const rows: Record<string, readonly object[]> = {};
  for (const table of tables) rows[table] = (await client.query<object>(`select * from ${table}`)).rows;
  await client.end();
  return rows;
}

function sorted(rows: Readonly<Record<string, readonly object[]>>): object {
  const texts = (table: readonly object[]) => table.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  return Object.fromEntries(Object.entries(rows).map(([table, found]) => [table, texts(found)]));
}

async function whyNot(file: string, url: string): Promise<string> {
  const failed: unknown = await moveToPostgres(file, url).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Error);
  return (failed as Error).message;
}

test("every row of every table is there afterwards, the counts are those of a rebuild, and both export the same", async () => {
  const file = await fullTown("full.db");
  const [before, url] = [rowsOf(file), await server.newDatabase()];
  const { rows, otherCounts } = await moveToPostgres(file, url);
  expect(Object.fromEntries(rows)).toMatchObject({
    ...{ fact: 2302, inquiry: 2300, coverage: 2, kept: 2, policy_version: 2 },
    ...{ recalculation: 1, erased: 1, audit: 1, purge: 1, statement: 1, stated_count: 4 },
  });
  expect(otherCounts).toBe(0);
  // A rebuild leaves out counts that have become 0.
  const counted = (all: typeof before) => ({
    ...all,
    daily_count: all["daily_count"]!.filter((row) => (row as { readonly count: number }).count !== 0),
  });
  const after = await rowsIn(url, Object.keys(before));
  expect(sorted(counted(after))).toEqual(sorted(counted(before)));
  const store = await openPostgres(url);
  expect(await store.rebuild()).toBe(0);
  await store.close();
  for (const format of ["json", "csv"])
    expect(await builtCommand(["export", "--format", format], { DATABASE_URL: url })).toBe(
      await builtCommand(["export", "--format", format], { CIVICREPLY_DATABASE: file }),
    );
});

test("counts that a hand changed are right in the new database, and it is told how many they were", async () => {
  const file = await databaseFile(path.join(folder, "changed.db"), facts.slice(0, 10));
  changed(file, "update daily_count set count = 7 where figure = 'received'");
  const { otherCounts } = await moveToPostgres(file, await server.newDatabase());
  expect(otherCounts).toBe(1);
});

test("a database that holds something already is refused, and left as it was", async () => {
  const file = await databaseFile(path.join(folder, "second.db"), facts.slice(0, 3));
  const url = await server.newDatabase();
  const store = await openPostgres(url);
  await store.keep("inquiryKey", "B".repeat(43));
  await store.close();
  expect(await whyNot(file, url)).toContain("holds something already (table kept)");
  const rows = await rowsIn(url, ["fact", "kept", "policy_version"]);
  expect(Object.values(rows).map(({ length }) => length)).toEqual([0, 1, 0]);
});

test("a move that breaks off leaves the new database empty, and can be made again", async () => {
  const file = await fullTown("odd.db");
  // PostgreSQL's integers are smaller.
  changed(file, "insert into recalculation values (2, 0, '2026-11-23', '2026-11-23', 3000000000)");
  const url = await server.newDatabase();
  const move = ["move", "--to", url, "--database", file];
  await expect(builtCommand(move)).rejects.toThrow("The move broke off (22003): nothing was moved.");
  const tables = Object.keys(rowsOf(file)).filter((name) => name !== "schema_version");
  const rows = await rowsIn(url, tables);
  expect(Object.values(rows).flat()).toEqual([]);
  changed(file, "delete from recalculation where number = 2");
  expect(await builtCommand(move)).toContain("Moved and compared: 2302 facts of 2300 inquiries");
});

test("a file that a service has open is not moved from", async () => {
  const file = path.join(folder, "open.db");
  const store = await openSqlite(file);
  expect(await whyNot(file, await server.newDatabase())).toContain("is open in another program");
  await store.close();
});

test("a database in which nothing was ever in force is not moved", async () => {
  const empty = await databaseFile(path.join(folder, "never.db"), []);
  changed(empty, "delete from policy_version");
  expect(await whyNot(empty, await server.newDatabase())).toContain("No policy was ever in force");
});

test("a server that cannot be reached is a sentence without its password", async () => {
  const file = await databaseFile(path.join(folder, "far.db"), []);
  const why = await whyNot(file, "postgres://civicreply:s3cret@127.0.0.1:1/none");
  expect(why).toContain("cannot be used (ECONNREFUSED)");
  expect(why).not.toContain("s3cret");
});
