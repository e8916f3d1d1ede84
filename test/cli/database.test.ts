/** The commands that keep, restore, rebuild and move a city's data, as an administrator meets them. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import type { Language } from "../../src/domain/wording/dates.ts";
import { databaseFile, rowsOf } from "../server/support/databaseFile.ts";
import { testNow } from "../server/support/issuer.ts";
import { received, replied } from "../server/support/town.ts";
import { civicreply, type Ran } from "./run.ts";

const facts = [received("<a@elmbend.example>"), replied("<a@elmbend.example>", "Tue 2026-11-24 09:00")];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-commands-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => path.join(folder, name);
const run = (args: readonly string[], language: Language = "en"): Promise<Ran> =>
  civicreply(args, "", testNow, language);

describe("which database", () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test("is the one of the settings, though nothing else of them is there", async () => {
    process.env["CIVICREPLY_DATABASE"] = await databaseFile(inFolder("settings.db"), facts);
    expect(await run(["rebuild"])).toMatchObject({ status: 0, output: "All counts are those of the facts.\n" });
  });

  test("is the file after --database, whatever the settings name", async () => {
    process.env["DATABASE_URL"] = "postgres://127.0.0.1:1/none";
    const file = await databaseFile(inFolder("named.db"), facts);
    expect((await run(["rebuild", "--database", file])).status).toBe(0);
    expect(await run(["rebuild"])).toMatchObject({
      status: 1,
      errors: expect.stringContaining("cannot be used (ECONNREFUSED)"),
    });
  });

  test("may be named in a file of settings", async () => {
    const file = await databaseFile(inFolder("filed.db"), facts);
    const settings = inFolder("town.env");
    await writeFile(settings, `CIVICREPLY_PORT=8443\nCIVICREPLY_DATABASE=${file}\n`);
    expect((await run(["rebuild", "--settings", settings])).status).toBe(0);
    process.env["CIVICREPLY_SETTINGS"] = settings;
    expect((await run(["rebuild"])).status).toBe(0);
    expect(await run(["rebuild", "--settings", "nowhere.env"])).toMatchObject({
      ...{ status: 1, errors: expect.stringContaining("the settings file nowhere.env cannot be read (ENOENT)") },
    });
  });

  test("is said to be wrong where the settings are, without their value", async () => {
    process.env["CIVICREPLY_DATABASE_URL"] = "mysql://root:s3cret@db/town";
    const { status, errors } = await run(["export", "--format", "csv"]);
    expect([status, errors]).toEqual([
      1,
      "civicreply: error at CIVICREPLY_DATABASE_URL: must begin with postgres://\n",
    ]);
  });

  test.each([
    ["backup", "--to", "x.backup"],
    ["restore", "--from", "x.backup"],
    ["move", "--to", "postgres://127.0.0.1:1/none"],
  ])("must be an SQLite file for %s", async (...args) => {
    process.env["DATABASE_URL"] = "postgres://127.0.0.1:1/none";
    expect(await run(args)).toMatchObject({ status: 1, errors: expect.stringContaining("pg_dump") });
  });
});

test("backup and restore say what they did, in both languages", async () => {
  const database = await databaseFile(inFolder("town.db"), facts);
  const backup = inFolder("town.backup");
  const made = await run(["backup", "--to", backup, "--database", database]);
  expect(made).toMatchObject({ status: 0, output: `Backup ${backup}: 2 facts, checked.\n` });
  const [first, ...more] = (await run(["restore", "--from", backup, "--database", database])).output.split("\n");
  expect(first).toBe(`Database ${database}: 2 facts, restored and checked.`);
  expect(more).toEqual([`What was there before is kept as ${database}.replaced-2026-11-25T18-00-00.000Z.`, ""]);
  const french = await run(["restore", "--from", backup, "--database", inFolder("new.db")], "fr");
  expect(french.output).toBe(`Base ${inFolder("new.db")} : 2 faits, restaurée et vérifiée.\n`);
});

test("purge takes away what the policy no longer keeps, and says how long that is", async () => {
  const database = await databaseFile(inFolder("old.db"), facts);
  const { output, status } = await run(["purge", "--database", database]);
  expect(status).toBe(0);
  expect(output).toBe(
    "0 inquiries taken away; the totals stay. The policy names no retention: only what is private goes.\n",
  );
  expect((await run(["purge", "now"])).status).toBe(2);
});

test("rebuild says how many counts were not those of the facts, and puts them right", async () => {
  const database = await databaseFile(inFolder("odd.db"), facts);
  const opened = new Database(database);
  opened.exec("update daily_count set count = 5 where figure in ('received', 'replied')");
  opened.close();
  const { output, status } = await run(["rebuild", "--database", database]);
  expect([status, output]).toEqual([0, "2 counts were not that of the facts and are right now.\n"]);
  expect(await run(["rebuild", "--database", database], "fr")).toMatchObject({
    output: "Tous les comptes sont ceux des faits.\n",
  });
});

test("a database in which no policy was ever in force cannot be rebuilt or exported", async () => {
  const database = await databaseFile(inFolder("never.db"), []);
  const opened = new Database(database);
  opened.exec("delete from policy_version");
  opened.close();
  for (const args of [["rebuild"], ["export", "--format", "json"]])
    expect(await run([...args, "--database", database])).toMatchObject({
      ...{ status: 1, output: "" },
      errors: "civicreply: No policy was ever in force in this database: start the service with it once.\n",
    });
});

describe("a mistake is a sentence that says what to do, and changes nothing", () => {
  test.each([
    [["backup"], 2, "name the file to write", "nommez le fichier à écrire"],
    [["backup", "--to", "a", "b"], 2, "Unexpected argument 'b'", "Argument inattendu : b"],
    [["backup", "--to", "a", "--database", "nowhere.db"], 1, "no file nowhere.db", "pas de fichier nowhere.db"],
    [["restore"], 2, "name the backup", "nommez la sauvegarde"],
    [["restore", "--from", "nowhere"], 1, "no file nowhere", "pas de fichier nowhere"],
    [["restore", "--from", "a", "b"], 2, "Unexpected argument", "Argument inattendu"],
    [["rebuild", "now"], 2, "Unexpected argument", "Argument inattendu"],
    [["rebuild", "--database", "nowhere.db"], 1, "no file nowhere.db", "pas de fichier nowhere.db"],
    [["export"], 2, "--format csv or --format json", "--format csv ou --format json"],
    [["export", "--format", "xml"], 2, "--format csv", "--format csv"],
    [["export", "--format", "csv", "--from", "soon"], 2, "such as 2026-11-01", "comme 2026-11-01"],
    [["export", "--format", "csv", "--from", "2026-11-31"], 2, "such as 2026-11-01", "comme 2026-11-01"],
    [["export", "--format", "csv", "--from", "2026-11-02", "--to", "2026-11-01"], 2, "not after", "pas après"],
    [["export", "--format", "json", "--database", "nowhere.db"], 1, "no file", "pas de fichier"],
    [["export", "--frob"], 2, "Unknown option", "Option inconnue"],
    [["move"], 2, "--to postgres://", "--to postgres://"],
    [["move", "--to", "elsewhere.db"], 2, "--to postgres://", "--to postgres://"],
    [["move", "--to", "postgres://x/y", "z"], 2, "Unexpected argument", "Argument inattendu"],
    [["move", "--to", "postgres://x/y", "--database", "nowhere.db"], 1, "no file", "pas de fichier"],
  ] as const)("%j", async (args, status, english, french) => {
    expect(await run(args)).toMatchObject({ status, output: "", errors: expect.stringContaining(english) });
    expect(await run(args, "fr")).toMatchObject({ status, output: "", errors: expect.stringContaining(french) });
  });

  test("what is no database is said by its name, and left as it was", async () => {
    const letter = inFolder("letter.txt");
    await writeFile(letter, "Dear council, this is a letter and no database at all.");
    const town = await databaseFile(inFolder("safe.db"), facts);
    const before = rowsOf(town);
    expect(await run(["restore", "--from", letter, "--database", town])).toMatchObject({
      ...{ status: 1, errors: `civicreply: ${letter} is no database of CivicReply.\n` },
    });
    expect(rowsOf(town)).toEqual(before);
    expect((await run(["rebuild", "--database", letter], "fr")).errors).toContain("ne peut pas être ouverte");
  });
});
