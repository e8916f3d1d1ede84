import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { problemLines, type Settings } from "../../src/server/settings.ts";
import { readSettings, type SettingsSources } from "../../src/server/settingsFile.ts";

const needed = [
  "CIVICREPLY_ISSUER=https://login.elmbend.example/t/v2.0",
  "CIVICREPLY_AUDIENCE=client",
  "CIVICREPLY_TENANT=t",
].join("\n");

let folder: string;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-settings-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileWith(...lines: readonly string[]): Promise<string> {
  count += 1;
  const file = path.join(folder, `settings-${count}`);
  await writeFile(file, lines.join("\n"));
  return file;
}

async function settings(sources: SettingsSources): Promise<Settings> {
  const read = await readSettings(sources);
  if (!read.ok) throw new Error(problemLines(read.problems));
  return read.value;
}

async function problems(...lines: readonly string[]): Promise<string> {
  const read = await readSettings({ env: {}, file: await fileWith(...lines) });
  return read.ok ? "" : problemLines(read.problems);
}

test("a file says what the environment would: comments, quotes, JSON and empty values as systemd and .env have them", async () => {
  const file = await fileWith(
    "# CivicReply of Elm Bend",
    needed,
    "",
    "CIVICREPLY_PORT=9443",
    `CIVICREPLY_DATABASE_URL="postgres://u:p#1@db.example/civicreply"`,
    `CIVICREPLY_DEPARTMENTS_BY_GROUP='{"g1":["planning"]}'`,
    "CIVICREPLY_CA=",
    "NODE_ENV=production",
  );
  expect(await settings({ env: {}, file })).toMatchObject({
    port: 9443,
    database: { kind: "postgres", url: "postgres://u:p#1@db.example/civicreply" },
    departmentsByGroup: { g1: ["planning"] },
    caFile: null,
  });
});

test("a file written on Windows is read alike: byte order mark and line ends", async () => {
  const file = await fileWith(`\uFEFFCIVICREPLY_PORT=9443\r\n${needed.replaceAll("\n", "\r\n")}\r`);
  expect(await settings({ env: {}, file })).toMatchObject({ port: 9443, identity: { tenant: "t" } });
});

test("an option wins over the environment, the environment over the file", async () => {
  const file = await fileWith(needed, "CIVICREPLY_PORT=1", "CIVICREPLY_HOST=::1", "CIVICREPLY_LOG_LEVEL=warn");
  const env = { CIVICREPLY_PORT: "2", CIVICREPLY_HOST: "::2" };
  expect(await settings({ env, file, options: { CIVICREPLY_PORT: "3" } })).toMatchObject({
    port: 3,
    host: "::2",
    logLevel: "warn",
  });
});

test("the environment may name the file; the option's file comes before it", async () => {
  const [named, asked] = [
    await fileWith(needed, "CIVICREPLY_PORT=1"),
    await fileWith(needed, "CIVICREPLY_PORT=2"),
  ] as const;
  const env = { CIVICREPLY_SETTINGS: named };
  expect((await settings({ env })).port).toBe(1);
  expect((await settings({ env, file: asked })).port).toBe(2);
});

test("a misspelt name in the file is said", async () => {
  const read = await readSettings({ env: {}, file: await fileWith(needed, "CIVICREPLY_PROT=9443") });
  expect(read.ok && read.warnings).toMatchObject([{ path: "CIVICREPLY_PROT" }]);
});

test("a file that cannot be read is named", async () => {
  const read = await readSettings({ env: {}, file: path.join(folder, "none") });
  expect(read.ok ? "" : problemLines(read.problems)).toMatch(
    /^CIVICREPLY_SETTINGS: the settings file .*none cannot be read \(ENOENT\)$/,
  );
});

test.each([
  ["in the middle", ["CIVICREPLY_INQUIRY_KEY: s3cret", needed]],
  ["at the end", [needed, "CIVICREPLY_INQUIRY_KEY: s3cret"]],
])(
  "a line without an equals sign %s is refused by its first word, never with what may be a secret",
  async (_where, lines) => {
    const said = await problems(...lines);
    expect(said).toContain("not NAME=value: look at the one that begins with CIVICREPLY_INQUIRY_KEY");
    expect(said).not.toContain("s3cret");
  },
);
