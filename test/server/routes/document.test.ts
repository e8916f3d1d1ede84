import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { type TestApp, testApp } from "../support/app.ts";
import { document } from "../support/documented.ts";

let service: TestApp;

beforeAll(async () => {
  service = await testApp();
});

afterAll(() => service.close());

test("the document is that of the table", async () => {
  const answer = await service.ask(null, { url: "/api/openapi.json" });
  expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
  expect(answer.headers["cache-control"]).toBe("public, max-age=300");
});

test("the page may have its own style, known by its hash, and nothing else", async () => {
  const answer = await service.ask(null, { url: "/api/docs" });
  const [, style = ""] = /<style>([^]*?)<\/style>/.exec(answer.body) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");
  const directives = String(answer.headers["content-security-policy"]).split("; ");
  expect(directives).toEqual([
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});
