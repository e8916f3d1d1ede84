import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { existsSync } from "node:fs";
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { backup } from "../../../src/server/store/backup.ts";
import { StoreUnusable } from "../../../src/server/store/factStore.ts";
import { builtCommand, builtService } from "../support/builtService.ts";
import { databaseFile, rowsOf } from "../support/databaseFile.ts";
import { expectNothingLost, Load } from "../support/load.ts";
import { received, replied } from "../support/town.ts";

// A real service as a process, on a machine that may be busy.
jest.setTimeout(30_000);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-backup-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => path.join(folder, name);
const facts = [received("<a@elmbend.example>"), replied("<a@elmbend.example>", "Tue 2026-11-24 09:00")];

async function whyNot(work: Promise<unknown>): Promise<string> {
  const failed: unknown = await work.catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(StoreUnusable);
  return (failed as Error).message;
}

test("a backup holds every row of the database, and only its owner may read it", async () => {
  const town = await databaseFile(inFolder("town.db"), facts);
  const contents = await backup(town, inFolder("town.backup"), false);
  expect(contents.get("fact")).toBe(2);
  expect(rowsOf(inFolder("town.backup"))).toEqual(rowsOf(town));
  expect((await stat(inFolder("town.backup"))).mode & 0o777).toBe(0o600);
});

test("while a service takes facts, each backup is whole: all it had answered for, batches complete, counts right", async () => {
  const service = await builtService(folder);
  const database = { CIVICREPLY_DATABASE: inFolder("busy.db") };
  const running = service.start(database);
  const load = new Load();
  const origin = (await running.listening)!;
  const tokens = await Promise.all([service.newcomer(), service.newcomer(), service.newcomer()]);
  const told = tokens.map((token) => load.tell(origin, token));
  for (const name of ["one", "two"]) {
    const answered = new Set(load.answered);
    const copy = inFolder(`${name}.backup`);
    await builtCommand(["backup", "--to", copy], database);
    await expectNothingLost({ CIVICREPLY_DATABASE: copy }, load, answered);
  }
  expect(load.answered.size).toBeGreaterThan(0);
  await service.close();
  await Promise.all(told);
});

test("a file that is there stays, unless it is said that it may be replaced", async () => {
  const town = await databaseFile(inFolder("kept.db"), facts);
  const file = inFolder("minutes.txt");
  await writeFile(file, "minutes of the council meeting");
  expect(await whyNot(backup(town, file, false))).toMatch(/minutes.txt exists already.*--replace/);
  expect(await readFile(file, "utf8")).toContain("council");
  await backup(town, file, true);
  expect(rowsOf(file)).toEqual(rowsOf(town));
});

test("a backup that fails leaves nothing behind, and the earlier one as it was", async () => {
  const town = await databaseFile(inFolder("damaged.db"), facts);
  await backup(town, inFolder("earlier.backup"), false);
  const earlier = await readFile(inFolder("earlier.backup"));
  const page = await open(town, "r+");
  await page.write("nobody can read this".repeat(150), 4096 * 2);
  await page.close();
  expect(await whyNot(backup(town, inFolder("earlier.backup"), true))).toContain("damaged.db is damaged");
  expect(await whyNot(backup(town, inFolder("none/town.backup"), false))).toMatch(/none.town\.backup.*ENOENT/);
  expect(await readFile(inFolder("earlier.backup"))).toEqual(earlier);
  expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("what a killed backup left half written is removed by the next one", async () => {
  const town = await databaseFile(inFolder("again.db"), facts);
  await writeFile(inFolder("again.backup.partial"), "half a backup");
  await backup(town, inFolder("again.backup"), false);
  expect(rowsOf(inFolder("again.backup"))).toEqual(rowsOf(town));
  expect(existsSync(inFolder("again.backup.partial"))).toBe(false);
});

test("what is no database of ours, newer than the program, or not there is said", async () => {
  const newer = await databaseFile(inFolder("newer.db"), facts);
  await writeFile(inFolder("letter.txt"), "Dear council, this is a letter and no database, long enough for a page.");
  await writeFile(inFolder("empty.db"), "");
  const why = (name: string) => whyNot(backup(inFolder(name), inFolder("never.backup"), false));
  expect(await why("letter.txt")).toBe(`${inFolder("letter.txt")} is no database of CivicReply.`);
  expect(await why("empty.db")).toBe(`${inFolder("empty.db")} is no database of CivicReply.`);
  expect(await why("nowhere.db")).toContain("There is no file");
  await promoted(newer);
  expect(await why("newer.db")).toContain("version 999");
  expect(existsSync(inFolder("never.backup"))).toBe(false);
});

async function promoted(file: string): Promise<void> {
  const { default: Database } = await import("libsql");
  const opened = new Database(file);
  opened.exec("insert into schema_version (version, name) values (999, 'from the future')");
  opened.close();
}
