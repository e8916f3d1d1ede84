import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Language } from "../../src/domain/wording/dates.ts";
import { problemLines, settingsOf } from "../../src/server/settings.ts";
import { readSite } from "../../src/server/site.ts";
import { testCertificate } from "./support/certificate.ts";
import { townPolicy } from "./support/town.ts";

// Real files and keys, on a machine that may be busy.
jest.setTimeout(30_000);

let folder: string;
const inFolder = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-site-"));
  const { key, cert } = await testCertificate();
  await mkdir(inFolder("web"));
  for (const [name, text] of Object.entries({ "key.pem": key, "cert.pem": cert, "web/taskpane.html": "" }))
    await writeFile(inFolder(name), text);
});

beforeEach(async () => {
  await writeFile(inFolder("policy.json"), JSON.stringify(townPolicy));
  await writeFile(inFolder("site.json"), JSON.stringify({ addinId: "1" }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function site(changes: Readonly<Record<string, string>> = {}, language: Language = "en") {
  const read = settingsOf({
    CIVICREPLY_DATABASE: inFolder("town.db"),
    CIVICREPLY_POLICY: inFolder("policy.json"),
    CIVICREPLY_TLS_CERT: inFolder("cert.pem"),
    CIVICREPLY_TLS_KEY: inFolder("key.pem"),
    CIVICREPLY_WEB_ROOT: inFolder("web"),
    CIVICREPLY_ADDIN_ORIGIN: "https://reply.elmbend.example",
    CIVICREPLY_SITE_SETTINGS: inFolder("site.json"),
    CIVICREPLY_ISSUER: "https://login.elmbend.example/t/v2.0",
    CIVICREPLY_AUDIENCE: "client",
    CIVICREPLY_TENANT: "t",
    ...changes,
  });
  if (!read.ok) throw new Error(problemLines(read.problems));
  return readSite(read.value, language);
}

async function lines(changes: Readonly<Record<string, string>>, language: Language = "en"): Promise<readonly string[]> {
  const read = await site(changes, language);
  return problemLines(read.ok ? read.warnings : read.problems).split("\n");
}

test("everything that the settings point at is read", async () => {
  expect(await site()).toMatchObject({
    ok: true,
    warnings: [],
    value: {
      policy: { rules: { policy: { name: "Town of Elm Bend" } } },
      web: { root: inFolder("web"), siteSettings: '{"addinId":"1"}', origin: "https://reply.elmbend.example" },
      tls: { cert: expect.stringContaining("BEGIN CERTIFICATE") },
      ca: null,
    },
  });
});

const allWrong = () => ({
  CIVICREPLY_POLICY: "none.json",
  CIVICREPLY_TLS_KEY: "none.pem",
  CIVICREPLY_WEB_ROOT: "none",
  CIVICREPLY_CA: "ca.pem",
  CIVICREPLY_DATABASE: inFolder("none/deeper/town.db"),
});

test("what is wrong is said all at once, each under the setting that is to be changed", async () => {
  const said = await lines(allWrong());
  const settings = ["POLICY", "TLS_KEY", "WEB_ROOT", "CA", "DATABASE"].map((name) => `CIVICREPLY_${name}`);
  expect(said.map((line) => line.split(":")[0])).toEqual(settings);
});

test("and in French", async () => {
  const said = await lines(allWrong(), "fr");
  expect(said[0]).toBe("CIVICREPLY_POLICY: le fichier none.json ne peut pas être lu (ENOENT)");
  expect(said[4]).toMatch(/^CIVICREPLY_DATABASE: La base .*town\.db ne peut pas être ouverte en écriture/);
});

describe("a document", () => {
  test("that breaks off names its file", async () => {
    await writeFile(inFolder("policy.json"), '{"name": ');
    await writeFile(inFolder("site.json"), "{addinId}");
    const [policy, settings] = await lines({});
    expect(policy).toMatch(/^CIVICREPLY_POLICY: .*policy\.json is not JSON: /);
    expect(settings).toMatch(/^CIVICREPLY_SITE_SETTINGS: .*site\.json is not JSON: /);
  });

  test("with a mistake names file and place, in the administrator's language", async () => {
    const broken = { ...townPolicy, calendar: { ...townPolicy.calendar, timeZone: "America/Elm_Bend" } };
    await writeFile(inFolder("policy.json"), JSON.stringify(broken));
    await writeFile(inFolder("site.json"), JSON.stringify({ addinId: 1 }));
    const said = await lines({}, "fr");
    expect(said[0]).toMatch(/^CIVICREPLY_POLICY: .*policy\.json : calendar\.timeZone : .*fuseau/);
    expect(said[1]).toMatch(/^CIVICREPLY_SITE_SETTINGS: .*site\.json : addinId : /);
  });

  test("that can be used with a warning warns with file and place", async () => {
    await writeFile(inFolder("policy.json"), JSON.stringify({ ...townPolicy, colour: "blue" }));
    const read = await site();
    expect(read.ok && read.warnings).toMatchObject([
      { path: "CIVICREPLY_POLICY", severity: "warning", message: expect.stringMatching(/policy\.json: colour: /) },
    ]);
  });
});

test("hosting the add-in without saying under which origin warns: classic Outlook's events need it", async () => {
  expect(await lines({ CIVICREPLY_ADDIN_ORIGIN: "" })).toEqual([expect.stringMatching(/^CIVICREPLY_ADDIN_ORIGIN: /)]);
});
