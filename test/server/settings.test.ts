import { describe, expect, test } from "@jest/globals";
import { problemLines, settingsOf } from "../../src/server/settings.ts";

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
