import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { prometheusMetrics } from "../../src/server/metrics.ts";
import { type TestApp, testApp } from "./support/app.ts";
import { received } from "./support/town.ts";

let service: TestApp;

beforeEach(async () => {
  service = await testApp({ metrics: prometheusMetrics() });
});

afterEach(() => service.close());

async function lines(): Promise<readonly string[]> {
  const answer = await service.ask(null, { url: "/metrics" });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
  return answer.body.split("\n");
}

test("a site that does not publish its metrics has nothing at that address", async () => {
  const silent = await testApp();
  const answer = await silent.ask(null, { url: "/metrics" });
  expect(answer.statusCode).toBe(404);
  await silent.close();
});

test("requests are counted by route pattern, method and status, and timed", async () => {
  const fact = received("<counted@elmbend.example>");
  await service.ask("employee", { url: `/api/facts/${fact.inquiry}/${fact.id}`, method: "PUT", payload: fact });
  await service.ask(null, { url: "/api/me?name=Ada" });
  await service.ask(null, { url: "/api/ada.lovelace" });
  const said = await lines();
  for (const [method, route, status] of [
    ["PUT", "/api/facts/:inquiry/:fact", 204],
    ["GET", "/api/me", 401],
    ["GET", "none", 404],
  ])
    expect(said).toContain(`civicreply_http_requests_total{method="${method}",route="${route}",status="${status}"} 1`);
  expect(said).toContain('civicreply_http_request_duration_seconds_count{method="GET",route="/api/me"} 1');
});

test("facts are counted as taken by kind, and as refused by reason, singly and in batches", async () => {
  const good = received("<good@elmbend.example>");
  const future = received("<future@elmbend.example>", "Mon 2026-11-30 10:00");
  await service.ask("employee", { url: "/api/facts", method: "POST", payload: { facts: [good, good, future, 17] } });
  const single = { url: `/api/facts/${future.inquiry}/${future.id}`, method: "PUT", payload: future } as const;
  await service.ask("employee", single);
  const said = await lines();
  expect(said).toContain('civicreply_facts_taken_total{kind="received"} 2');
  expect(said).toContain('civicreply_facts_refused_total{reason="future"} 2');
  expect(said).toContain('civicreply_facts_refused_total{reason="notObject"} 1');
});

test("facts that could not be kept are counted as a database error, not as taken", async () => {
  service.store.add = () => Promise.reject(Object.assign(new Error("gone"), { code: "ECONNREFUSED" }));
  const facts = [received("<lost@elmbend.example>")];
  await service.ask("employee", { url: "/api/facts", method: "POST", payload: { facts } });
  const said = await lines();
  expect(said).toContain("civicreply_database_errors_total 1");
  expect(said.filter((line) => line.startsWith("civicreply_facts_taken_total{"))).toEqual([]);
});

test("whether the database answers is said as it is when Prometheus asks", async () => {
  expect(await lines()).toContain("civicreply_database_up 1");
  service.store.ping = () => Promise.reject(new Error("gone"));
  expect(await lines()).toContain("civicreply_database_up 0");
  service.store.ping = () => Promise.resolve();
  expect(await lines()).toContain("civicreply_database_up 1");
});

test("the process says of itself what Prometheus expects", async () => {
  const said = (await lines()).join("\n");
  for (const name of ["process_cpu_seconds_total", "process_resident_memory_bytes", "nodejs_eventloop_lag_seconds"])
    expect(said).toMatch(new RegExp(`^${name} `, "m"));
});

test("nothing of who asked or what about is among them", async () => {
  await service.ask("supervisor", { url: "/api/statistics?department=planning" });
  await service.ask("supervisor", { url: "/api/statistics?department=Ada.Lovelace" });
  const said = (await lines()).join("\n");
  expect(said).not.toMatch(/ada|lovelace|planning|elmbend|6f1c0c52/i);
});

test("two services in one process count each for itself", async () => {
  const other = await testApp({ metrics: prometheusMetrics() });
  await other.ask(null, { url: "/api/me" });
  expect((await lines()).filter((line) => line.includes("/api/me"))).toEqual([]);
  await other.close();
});
