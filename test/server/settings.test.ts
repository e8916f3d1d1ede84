import { readFile } from "node:fs/promises";
import { describe, expect, test } from "@jest/globals";
import { usualLimits } from "../../src/server/limits.ts";
import { schemaIn } from "../../src/server/settingsSchema.ts";
import { startWords } from "../../src/server/startWording.ts";
import { problemLines, settingsFrom, settingsOf } from "../../src/server/settings.ts";

const needed = {
  CIVICREPLY_ISSUER: "https://login.elmbend.example/t/v2.0",
  CIVICREPLY_AUDIENCE: "client",
  CIVICREPLY_TENANT: "t",
};

function linesOf(env: NodeJS.ProcessEnv): string {
  const read = settingsOf(env);
  return read.ok ? "" : problemLines(read.problems);
}

test("three settings are enough: SQLite under data/, this machine only, the add-in as the only client", () => {
  const read = settingsOf(needed);
  expect(read).toMatchObject({
    ok: true,
    value: {
      host: "127.0.0.1",
      database: { kind: "sqlite", file: "data/civicreply.db" },
      identity: { clients: ["client"], scope: "access_as_user" },
      sandbox: false,
      sampleData: false,
      metrics: false,
      tls: null,
    },
  });
});

test("the published standard's page is there unless the site does without it", () => {
  expect(settingsOf(needed)).toMatchObject({ ok: true, value: { standardPage: true } });
  expect(settingsOf({ ...needed, CIVICREPLY_STANDARD_PAGE: "0" })).toMatchObject({
    ok: true,
    value: { standardPage: false },
  });
  expect(linesOf({ ...needed, CIVICREPLY_STANDARD_PAGE: "no" })).toContain("CIVICREPLY_STANDARD_PAGE: must be 0 or 1");
});

test("all problems are said at once, each with its variable", () => {
  const lines = linesOf({ CIVICREPLY_PORT: "https", CIVICREPLY_TLS_CERT: "cert.pem", CIVICREPLY_SAMPLE_DATA: "maybe" });
  for (const name of ["PORT", "ISSUER", "AUDIENCE", "TENANT", "SAMPLE_DATA"])
    expect(lines).toContain(`CIVICREPLY_${name}: `);
});

test("a value is never printed: it may be a secret", () => {
  const lines = linesOf({
    CIVICREPLY_INQUIRY_KEY: "too short s3cret",
    CIVICREPLY_DATABASE_URL: "mysql://u:s3cret@h/d",
  });
  expect(lines).toContain("CIVICREPLY_INQUIRY_KEY");
  expect(lines).toContain("CIVICREPLY_DATABASE_URL");
  expect(lines).not.toContain("s3cret");
});

test("metrics are published when the site says so", () => {
  expect(settingsOf({ ...needed, CIVICREPLY_METRICS: "1" })).toMatchObject({ ok: true, value: { metrics: true } });
  expect(linesOf({ ...needed, CIVICREPLY_METRICS: "yes" })).toContain("CIVICREPLY_METRICS: must be 0 or 1");
});

test("an empty value means that nothing is set", () => {
  expect(settingsOf({ ...needed, CIVICREPLY_DATABASE_URL: "", CIVICREPLY_CA: "" })).toMatchObject({
    ok: true,
    value: { database: { kind: "sqlite" }, caFile: null },
  });
});

test("PostgreSQL is used when an address is given, under our name or the platform's", () => {
  const url = "postgres://u:p@db.example/civicreply";
  const postgres = { ok: true, value: { database: { kind: "postgres", url } } };
  expect(settingsOf({ ...needed, CIVICREPLY_DATABASE_URL: url })).toMatchObject(postgres);
  expect(settingsOf({ ...needed, DATABASE_URL: url })).toMatchObject(postgres);
});

test("certificate and key come together", () => {
  expect(linesOf({ ...needed, CIVICREPLY_TLS_KEY: "key.pem" })).toContain("CIVICREPLY_TLS_CERT: is missing");
});

test("groups are mapped to departments by JSON", () => {
  const read = settingsOf({ ...needed, CIVICREPLY_DEPARTMENTS_BY_GROUP: '{"g1":["planning","parks"]}' });
  expect(read).toMatchObject({ ok: true, value: { departmentsByGroup: { g1: ["planning", "parks"] } } });
  expect(linesOf({ ...needed, CIVICREPLY_DEPARTMENTS_BY_GROUP: "{g1}" })).toContain(
    "DEPARTMENTS_BY_GROUP: must be JSON",
  );
  expect(linesOf({ ...needed, CIVICREPLY_DEPARTMENTS_BY_GROUP: '{"g1":"planning"}' })).toContain(
    "DEPARTMENTS_BY_GROUP",
  );
});

test("origins are given as browsers send them, without a path", () => {
  const read = settingsOf({ ...needed, CIVICREPLY_ALLOWED_ORIGINS: "https://a.example, https://b.example:8443" });
  expect(read).toMatchObject({ ok: true, value: { allowedOrigins: ["https://a.example", "https://b.example:8443"] } });
  expect(linesOf({ ...needed, CIVICREPLY_ALLOWED_ORIGINS: "https://a.example/pane" })).toContain("ALLOWED_ORIGINS");
  expect(linesOf({ ...needed, CIVICREPLY_ALLOWED_ORIGINS: "*" })).toContain("ALLOWED_ORIGINS");
});

describe("an issuer on this machine", () => {
  const local = [
    "https://localhost:7446/t/v2.0",
    "https://127.0.0.1:1/t",
    "https://[::1]:1/t",
    "https://x.localhost/t",
  ];

  test.each(local)("%s is trusted in the sandbox alone", (issuer) => {
    const env = { ...needed, CIVICREPLY_ISSUER: issuer };
    expect(linesOf(env)).toContain("CIVICREPLY_SANDBOX_ISSUER=1");
    expect(settingsOf({ ...env, CIVICREPLY_SANDBOX_ISSUER: "1" })).toMatchObject({
      ok: true,
      value: { sandbox: true },
    });
  });

  test("is not let in through the address of the keys either", () => {
    expect(linesOf({ ...needed, CIVICREPLY_JWKS_URL: "https://localhost:7446/keys" })).toContain("CIVICREPLY_JWKS_URL");
  });

  test("is the only one in the sandbox: a real issuer's service keeps the real clock", () => {
    expect(linesOf({ ...needed, CIVICREPLY_SANDBOX_ISSUER: "1" })).toContain("CIVICREPLY_ISSUER: must be on localhost");
  });

  test("is never asked without TLS", () => {
    const env = { ...needed, CIVICREPLY_ISSUER: "http://localhost:7446/t", CIVICREPLY_SANDBOX_ISSUER: "1" };
    expect(linesOf(env)).toContain("must be an https address");
  });
});

describe("an unknown name", () => {
  const warningsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
    const read = settingsOf({ ...needed, ...env });
    return (read.ok ? read.warnings : read.problems).map(({ path, message }) => `${path} ${message}`);
  };

  test("is said with the nearest known one, and does not stop the start", () => {
    expect(settingsOf({ ...needed, CIVICREPLY_PROT: "443" }).ok).toBe(true);
    expect(warningsOf({ CIVICREPLY_PROT: "443" })).toEqual([
      "CIVICREPLY_PROT is not a setting and is ignored: did you mean CIVICREPLY_PORT?",
    ]);
    expect(warningsOf({ CIVIREPLY_TENANT: "t" })[0]).toContain("did you mean CIVICREPLY_TENANT?");
    expect(warningsOf({ civicreply_host: "::" })[0]).toContain("civicreply_host is not a setting");
  });

  test("that is near to none is said all the same", () => {
    expect(warningsOf({ CIVICREPLY_COLOUR: "blue" })).toEqual([
      "CIVICREPLY_COLOUR is not a setting and is ignored: docs/deploy.md lists them all",
    ]);
  });

  test("is said beside the problem that it probably made", () => {
    const { CIVICREPLY_TENANT: tenant, ...others } = needed;
    const lines = linesOf({ ...others, CIVICREPLY_TENNANT: tenant });
    expect(lines).toContain("CIVICREPLY_TENANT: is missing: the tenant id");
    expect(lines).toContain("did you mean CIVICREPLY_TENANT?");
  });

  test("of another program is left alone, and so is the one that names the file", () => {
    expect(warningsOf({ PATH: "/bin", PROT: "1", CIVICREPLY_SETTINGS: "/etc/civicreply/settings" })).toEqual([]);
  });
});

test("what one setting means for another is said together with what is wrong with a third", () => {
  const lines = linesOf({ CIVICREPLY_TLS_CERT: "cert.pem", CIVICREPLY_ISSUER: "https://localhost/t" });
  expect(lines).toContain("CIVICREPLY_AUDIENCE: is missing");
  expect(lines).toContain("CIVICREPLY_TLS_KEY: is missing: certificate and key come together");
  expect(lines).toContain("CIVICREPLY_ISSUER: is on this machine");
});

test("problems are said in French too", () => {
  const read = settingsOf({ ...needed, CIVICREPLY_PORT: "https", CIVICREPLY_PROT: "1" }, "fr");
  expect(read.ok ? "" : problemLines(read.problems)).toBe(
    "CIVICREPLY_PORT: doit être un nombre\nCIVICREPLY_PROT: n’est pas un réglage et reste sans effet : vouliez-vous dire CIVICREPLY_PORT ?",
  );
});

test("of several sources the first that says something wins", () => {
  const read = settingsFrom(
    [{ CIVICREPLY_PORT: "1" }, { CIVICREPLY_PORT: "2", CIVICREPLY_HOST: "" }, { ...needed, CIVICREPLY_HOST: "::1" }],
    "en",
  );
  expect(read).toMatchObject({ ok: true, value: { port: 1, host: "::1" } });
});

test("the source that names a database names the only one, so that --database FILE is not lost behind an address", () => {
  const below = { ...needed, DATABASE_URL: "postgres://u:p@db.example/civicreply" };
  expect(settingsFrom([{ CIVICREPLY_DATABASE: "town.db" }, below], "en")).toMatchObject({
    ok: true,
    value: { database: { kind: "sqlite", file: "town.db" } },
  });
});

describe("limits", () => {
  test("have defaults that panes never meet", () => {
    expect(settingsOf(needed)).toMatchObject({ ok: true, value: { limits: usualLimits, stopMs: 10_000 } });
  });

  test("are the site's to change, within reason", () => {
    const env = { ...needed, CIVICREPLY_REQUEST_SECONDS: "5", CIVICREPLY_REQUESTS_PER_MINUTE: "60" };
    expect(settingsOf(env)).toMatchObject({ ok: true, value: { limits: { requestMs: 5000, requestsPerMinute: 60 } } });
    const lines = linesOf({ ...needed, CIVICREPLY_REQUEST_SECONDS: "0", CIVICREPLY_MAX_CONNECTIONS: "1e9" });
    expect(lines).toContain("CIVICREPLY_REQUEST_SECONDS: must be at least 1");
    expect(lines).toContain("CIVICREPLY_MAX_CONNECTIONS: must be at most 100000");
  });
});

describe("proxies", () => {
  test.each([
    ["10.0.0.5", ["10.0.0.5"]],
    ["10.0.0.5, 192.168.0.0/16,fd00::/8", ["10.0.0.5", "192.168.0.0/16", "fd00::/8"]],
    ["2", 2],
  ])("%s are trusted when named", (text, trustProxy) => {
    expect(settingsOf({ ...needed, CIVICREPLY_TRUST_PROXY: text })).toMatchObject({ ok: true, value: { trustProxy } });
  });

  test("nobody is trusted unless named", () => {
    expect(settingsOf(needed)).toMatchObject({ ok: true, value: { trustProxy: false } });
  });

  test.each(["true", "*", "0", "10", "proxy.example", "10.0.0.0/33", "10.0.0.0/8/8", ","])("%s names none", (text) => {
    expect(linesOf({ ...needed, CIVICREPLY_TRUST_PROXY: text })).toContain("CIVICREPLY_TRUST_PROXY: must be");
  });
});

test.each([
  [{ CIVICREPLY_HOST: "0.0.0.0" }, ["CIVICREPLY_TLS_CERT"]],
  [{ CIVICREPLY_HOST: "reply.elmbend.example" }, ["CIVICREPLY_TLS_CERT"]],
  [{ CIVICREPLY_HOST: "0.0.0.0", CIVICREPLY_TRUST_PROXY: "10.0.0.5" }, []],
  [{ CIVICREPLY_HOST: "0.0.0.0", CIVICREPLY_TLS_CERT: "cert.pem", CIVICREPLY_TLS_KEY: "key.pem" }, []],
  [{ CIVICREPLY_HOST: "::1" }, []],
])("whoever lets other computers in without TLS or a proxy is warned: %j", (env, warned) => {
  const read = settingsOf({ ...needed, ...env });
  expect(read.ok && read.warnings.map(({ path }) => path)).toEqual(warned);
});

test("the add-in's own origin may ask too: classic Outlook's events ask as if from another one", () => {
  const env = { ...needed, CIVICREPLY_ADDIN_ORIGIN: "https://addin.example" };
  expect(settingsOf(env)).toMatchObject({ ok: true, value: { allowedOrigins: ["https://addin.example"] } });
  expect(linesOf({ ...needed, CIVICREPLY_ADDIN_ORIGIN: "https://addin.example/" })).toContain("without a path");
});

test("docs/deploy.md lists every setting, so that a name can be looked up", async () => {
  const listed = await readFile("docs/deploy.md", "utf8");
  const names = Object.keys(schemaIn(startWords.en).shape);
  expect(names.filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
});
