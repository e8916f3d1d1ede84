import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TestApp, testApp } from "./support/app.ts";

let root: string;
let service: TestApp;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "civicreply-web-"));
  for (const name of ["taskpane.html", "launchevent.js", "taskpane.0123456789.js"])
    await writeFile(path.join(root, name), name);
  service = await testApp({ web: { root, siteSettings: '{"addinId":"1"}', origin: "https://reply.elmbend.example" } });
});

afterAll(async () => {
  await service.close();
  await rm(root, { recursive: true, force: true });
});

test.each([
  ["/taskpane.html", "public, max-age=300"],
  ["/launchevent.js", "public, max-age=300"],
  ["/taskpane.0123456789.js", "public, max-age=31536000, immutable"],
])("%s is kept for as long as its name allows", async (url, kept) => {
  const answer = await service.ask(null, { url });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["cache-control"]).toBe(kept);
});

test("Outlook may frame the add-in's pages, and only them", async () => {
  const page = await service.ask(null, { url: "/taskpane.html" });
  expect(page.headers["content-security-policy"]).toContain("frame-ancestors https:");
  expect(page.headers["x-frame-options"]).toBeUndefined();
  const api = await service.ask(null, { url: "/health" });
  expect(api.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
});

test("the site's settings are served beside the pages", async () => {
  expect((await service.ask(null, { url: "/settings.json" })).json()).toEqual({ addinId: "1" });
});

describe("for classic Outlook's event runtime", () => {
  const url = "/.well-known/microsoft-officeaddins-allowed.json";

  test("the script that may ask other origins is named by its whole address, and nothing else", async () => {
    const answer = await service.ask(null, { url });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("public, max-age=300");
    expect(answer.json()).toEqual({ allowed: ["https://reply.elmbend.example/launchevent.js"] });
  });

  test("the script itself is where that file says, is a script, and is asked after again when its time is over", async () => {
    const first = await service.ask(null, { url: "/launchevent.js" });
    expect(first.headers["content-type"]).toMatch(/^(text|application)\/javascript/);
    const again = { "if-none-match": String(first.headers["etag"]) };
    expect((await service.ask(null, { url: "/launchevent.js", headers: again })).statusCode).toBe(304);
    await writeFile(path.join(root, "launchevent.js"), "a newer release");
    expect((await service.ask(null, { url: "/launchevent.js", headers: again })).body).toBe("a newer release");
  });

  test("nothing is allowed where the site does not say under which origin people reach the add-in", async () => {
    const other = await testApp({ web: { root, siteSettings: null, origin: null } });
    expect((await other.ask(null, { url })).statusCode).toBe(404);
    await other.close();
  });
});

test.each(["/missing.js", "/../package.json", "/%2e%2e/package.json"])("%s is a problem document", async (url) => {
  const answer = await service.ask(null, { url });
  expect([400, 403, 404]).toContain(answer.statusCode);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
});
