import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { connect } from "node:net";
import type { InjectOptions } from "fastify";
import { problemSchema } from "../../src/contract/problem.ts";
import { type TestApp, testApp } from "./support/app.ts";
import { exchange } from "./support/rawConnection.ts";

// Real sockets, on a machine that may be busy.
jest.setTimeout(30_000);

let service: TestApp;
let port = 0;

beforeAll(async () => {
  service = await testApp();
  await service.app.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = service.app.server.address() as { readonly port: number });
});

afterAll(() => service.close());

const json = { "content-type": "application/json" };

describe("a request is refused with what is wrong when", () => {
  const wrong: readonly (readonly [string, InjectOptions, number, string])[] = [
    ["its JSON breaks off", { payload: '{"facts": [', headers: json }, 400, "not valid JSON"],
    ["its body is empty", { headers: json }, 400, "not valid JSON"],
    ["it wants to change what objects are", { payload: '{"__proto__": 1}', headers: json }, 400, "not valid JSON"],
    [
      "it is another kind of content",
      { payload: "facts", headers: { "content-type": "text/plain" } },
      415,
      "must be JSON",
    ],
    ["it is as large as 1 MB", { payload: { facts: ["x".repeat(1_000_000)] } }, 413, "at most 500 facts"],
    ["its address breaks off", { url: "/api/%ZZ" }, 400, "percent sign"],
    ["its address is no UTF-8", { url: "/api/facts/%E9/%E9", method: "PUT", payload: {} }, 400, "percent sign"],
    [
      "its address names something longer than any id",
      { url: `/api/facts/${"x".repeat(200)}/y`, method: "PUT", payload: {} },
      400,
      "“inquiry” must be a base64url SHA-256",
    ],
    ["its list is none", { payload: { facts: "all" } }, 400, "“facts” must be a list."],
    ["its list is empty", { payload: { facts: [] } }, 400, "“facts” has too few items: 1 at least."],
    [
      "its list is too long",
      { payload: { facts: Array.from({ length: 501 }, () => 1) } },
      400,
      "too many items: 500 at most",
    ],
    ["it says more than was asked", { payload: { facts: [1], note: "x" } }, 400, "There is no field “note” here."],
  ];

  test.each(wrong)("%s", async (_why, request, status, sentence) => {
    const answer = await service.ask("employee", { url: "/api/facts", method: "POST", ...request });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ status, detail: expect.stringContaining(sentence) });
  });
});

describe("what is no HTTP is a problem document too", () => {
  const strange: readonly (readonly [string, string, number])[] = [
    ["no request line", "hello\r\n\r\n", 400],
    ["a header without a name", "GET /health HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n", 400],
    [
      "two lengths",
      "POST /api/facts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      400,
    ],
    ["headers without end", `GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["an address without end", `GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
  ];

  test.each(strange)("%s", async (_what, sent, status) => {
    const [head = "", body = ""] = (await exchange(port, sent)).split("\r\n\r\n");
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} \\w`));
    expect(head).toContain("Content-Type: application/problem+json");
    expect(problemSchema.parse(JSON.parse(body))).toMatchObject({ status });
  });
});

test("a caller who leaves in the middle harms nobody", async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write("POST /api/facts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
      setTimeout(() => socket.destroy(), 20);
    });
    socket.on("close", () => resolve());
  });
  expect((await service.ask(null, { url: "/health" })).statusCode).toBe(200);
});
