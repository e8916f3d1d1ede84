import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { servedPolicySchema } from "../../../src/contract/served.ts";
import { parsePolicy } from "../../../src/domain/policy/parsePolicy.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { townWith } from "../support/town.ts";

let service: TestApp;

beforeAll(async () => {
  service = await testApp();
});

afterAll(() => service.close());

test("the policy comes with the offsets of its zone, and reads as a policy again", async () => {
  const answer = await service.ask("employee", { url: "/api/policy" });
  const served = servedPolicySchema.parse(answer.json());
  expect(parsePolicy(served.policy).ok).toBe(true);
  expect(served.zones.map(({ zone }) => zone)).toEqual(["America/Edmonton"]);
  // Alberta's last change of the clocks (calendar/README §1).
  expect(served.zones[0]?.transitions.at(-1)).toEqual([Date.UTC(2026, 2, 8, 9) / 1000, -360]);
});

test("who has it already is told that nothing changed", async () => {
  const { etag } = (await service.ask("employee", { url: "/api/policy" })).headers;
  for (const known of [String(etag), `W/${String(etag)}`, `"other", ${String(etag)}`]) {
    const answer = await service.ask("employee", { url: "/api/policy", headers: { "if-none-match": known } });
    expect(answer.statusCode).toBe(304);
    expect(answer.body).toBe("");
    expect(answer.headers.etag).toBe(etag);
  }
});

test("who has another one gets the new one", async () => {
  const answer = await service.ask("employee", { url: "/api/policy", headers: { "if-none-match": '"other"' } });
  expect(answer.statusCode).toBe(200);
});

test("its versions are told, oldest first, with the moment from which each was in force", async () => {
  await service.store.adopt(townWith({ version: "2026-2" }), testNow);
  const { versions } = (await service.ask("employee", { url: "/api/policy/versions" })).json();
  expect(versions).toEqual([
    { number: 1, version: "2026-1", from: null, tzdata: expect.stringMatching(/^20\d\d[a-z]$/) },
    { number: 2, version: "2026-2", from: testNow + 5 * 60_000, tzdata: expect.any(String) },
  ]);
});
