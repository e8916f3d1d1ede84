import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { FastifyInstance } from "fastify";
import type { Route } from "../../../src/server/routes/route.ts";
import { routes } from "../../../src/server/routes/table.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { document } from "../support/documented.ts";

let service: TestApp;
/** "GET /api/me", as fastify itself tells of each route that it takes on. */
const running: string[] = [];

function listen(message: unknown): void {
  const { fastify } = message as { readonly fastify: FastifyInstance };
  fastify.addHook("onRoute", ({ method, url }) => {
    for (const one of [method].flat()) running.push(`${one} ${url}`);
  });
}

beforeAll(async () => {
  subscribe("fastify.initialization", listen);
  // The published standard is for readers, and no API.
  service = await testApp({ standard: null });
  await service.app.ready();
  unsubscribe("fastify.initialization", listen);
});

afterAll(() => service.close());

/** What no row says: every GET answers HEAD too, and preflights are answered anywhere. */
function isImplied(route: string): boolean {
  return route === "OPTIONS *" || (route.startsWith("HEAD ") && running.includes(route.replace("HEAD", "GET")));
}

test("the routes that fastify has are the table's, and those of the document", () => {
  const rows = (Object.values(routes) as readonly Route[]).map(({ method, address }) => `${method} ${address}`);
  expect(running.filter((route) => !isImplied(route)).sort()).toEqual([...rows].sort());
  const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
  );
  expect(documented.sort()).toEqual([...rows].sort());
});

test.each([
  ["POST", "/api/me", "GET, HEAD"],
  ["DELETE", "/api/facts", "POST"],
  ["GET", `/api/facts/${"A".repeat(43)}/${"B".repeat(43)}`, "PUT"],
] as const)("%s %s is refused with the methods that the address takes: %s", async (method, url, allow) => {
  const answer = await service.ask("employee", { method, url });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers.allow).toBe(allow);
  expect(answer.json()).toMatchObject({ detail: `This address does not take ${method}; it takes ${allow}.` });
});

test("a HEAD is answered as its GET, without the content", async () => {
  const [head, get] = [
    await service.ask(null, { url: "/api/docs", method: "HEAD" }),
    await service.ask(null, { url: "/api/docs" }),
  ];
  expect(head.statusCode).toBe(200);
  expect(head.body).toBe("");
  expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
});
