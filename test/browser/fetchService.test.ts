import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { fetchService } from "../../src/browser/fetchService.ts";
import type { Fact } from "../../src/domain/inquiry/fact.ts";
import { served } from "../support/ports.ts";

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}
type Answer = (seen: Seen) => readonly [number, unknown, Record<string, string>?];

let server: Server | null = null;
const seen: Seen[] = [];

async function service(answer: Answer) {
  seen.length = 0;
  server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const mine = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
      seen.push(mine);
      const [status, value, headers] = answer(mine);
      response.writeHead(status, { "Content-Type": "application/json", ...headers });
      response.end(status === 304 ? undefined : JSON.stringify(value));
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fetchService({ origin, token: (force) => Promise.resolve(force ? "fresh" : "old"), limitMs: 2_000 });
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

const me = { roles: ["Supervisor"], departments: ["planning"], inquiryKey: "a2V5", account: "a".repeat(43), now: 1 };
const fact = {
  kind: "included",
  at: 1,
  saidAt: 1,
  by: "person",
  id: "i".repeat(43),
  inquiry: "q".repeat(43),
} as unknown as Fact;
const problem = { type: "about:blank", title: "Not yours", status: 403, detail: "Planning only." };

test("who I am comes with the token that was given", async () => {
  expect(await (await service(() => [200, me])).me()).toEqual(me);
  expect(seen[0]).toMatchObject({ method: "GET", url: "/api/me", headers: { authorization: "Bearer old" } });
});

test("an expired token is replaced once", async () => {
  const it = await service(({ headers }) => (headers.authorization === "Bearer fresh" ? [200, me] : [401, {}]));
  expect(await it.me()).toEqual(me);
  expect(seen).toHaveLength(2);
});

test("a policy is asked for with its ETag and taken from memory when it did not change", async () => {
  const it = await service(({ headers }) =>
    headers["if-none-match"] === '"v1"' ? [304, null] : [200, served, { ETag: '"v1"' }],
  );
  const first = await it.policy();
  expect(first.policy.version).toBe("2026-11");
  expect(await it.policy()).toBe(first);
  expect(seen.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"v1"']);
});

test("who looked is read with deeds that this pane does not know: none is hidden", async () => {
  const entry = { at: 1, by: "Tom Bray", deed: "foretold", department: "", details: { moved: 2 } };
  const it = await service(() => [200, { entries: [entry] }]);
  expect(await it.audit("planning")).toEqual([entry]);
  expect(seen[0]?.url).toBe("/api/audit?department=planning");
});

test.each([
  ["without its zone's offsets", { ...served, zones: [] }],
  ["with a channel that is none", { ...served, policy: { ...served.policy, channels: 7 } }],
  ["that is no object", null],
])("a policy %s is refused", async (_, body) => {
  await expect((await service(() => [200, body])).policy()).rejects.toMatchObject({ code: "unexpected" });
});

test("facts go out as JSON and come back answered", async () => {
  const answers = [{ id: fact.id, inquiry: fact.inquiry, taken: true }];
  const it = await service(() => [200, { answers }]);
  expect(await it.report([fact])).toEqual({ answers });
  expect(seen[0]).toMatchObject({ method: "POST", url: "/api/facts", body: JSON.stringify({ facts: [fact] }) });
});

test("how far a mailbox was looked through is put, and answered without a body", async () => {
  const it = await service(() => [204, undefined]);
  const report = {
    mailbox: "m".repeat(43),
    kind: "personal",
    name: null,
    department: null,
    lookedThrough: null,
    watching: false,
  } as const;
  await it.cover(report);
  expect(seen[0]).toMatchObject({ method: "PUT", url: "/api/coverage", body: JSON.stringify(report) });
});

test("colleagues' facts that this pane does not understand are left out", async () => {
  const it = await service(() => [200, { inquiries: { [fact.inquiry]: [fact, { ...fact, kind: "tomorrow's" }] } }]);
  expect(await it.states([fact.inquiry])).toEqual({ inquiries: { [fact.inquiry]: [fact] } });
});

test("a department's figures are asked for by name", async () => {
  const it = await service(() => [403, problem]);
  await expect(it.statistics("planning")).rejects.toMatchObject({
    code: "forbidden",
    message: "403 Not yours: Planning only.",
  });
  expect(seen[0]?.url).toBe("/api/statistics?department=planning");
  await expect(it.statistics(null)).rejects.toThrow();
  expect(seen[1]?.url).toBe("/api/statistics");
});

test.each([
  [400, "refused"],
  [401, "signInNeeded"],
  [404, "gone"],
  [429, "throttled"],
  [500, "offline"],
  [503, "offline"],
])("status %d is %s, whatever page a proxy sends with it", async (status, code) => {
  await expect((await service(() => [status, "<html>"])).me()).rejects.toMatchObject({ name: "OutsideError", code });
});

test("a service that is not there, or does not answer in time, is offline", async () => {
  const gone = fetchService({ origin: "http://127.0.0.1:9", token: () => Promise.resolve("t") });
  await expect(gone.me()).rejects.toMatchObject({ code: "offline" });
  const never = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) =>
      init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))),
    );
  const slow = fetchService({
    origin: "https://x.example",
    token: () => Promise.resolve("t"),
    fetch: never,
    limitMs: 20,
  });
  await expect(slow.me()).rejects.toMatchObject({ code: "offline" });
});
