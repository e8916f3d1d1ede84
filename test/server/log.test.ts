import { expect, test } from "@jest/globals";
import { PassThrough } from "node:stream";
import { serviceLog } from "../../src/server/log.ts";
import { testApp } from "./support/app.ts";

async function linesOf(work: (log: ReturnType<typeof serviceLog>) => Promise<void>): Promise<string> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  await work(serviceLog("debug", stream));
  return Buffer.concat(chunks).toString();
}

test("a request leaves one line: its route's pattern, status and time, nothing of who asked or what", async () => {
  const lines = await linesOf(async (log) => {
    const { ask, close } = await testApp({ log });
    await ask("employee", {
      url: "/api/statistics?department=Ada.Lovelace",
      headers: { origin: "https://ada.example" },
    });
    await ask(null, { url: "/nobody/ada.lovelace" });
    await ask("employee", {
      url: "/api/facts",
      method: "POST",
      payload: '{"facts": ["ada',
      headers: { "content-type": "application/json" },
    });
    await close();
  });
  expect(lines).toContain('"route":"/api/statistics"');
  expect(lines).toContain('"status":403');
  expect(lines).not.toMatch(/ada/i);
  expect(lines).not.toMatch(/127\.0\.0\.1|Bearer|authorization/);
});

test("an error is logged with its stack, and answered without it", async () => {
  let answer = "";
  const lines = await linesOf(async (log) => {
    const { ask, close, app, store } = await testApp({ log });
    store.factsOf = () => Promise.reject(new Error("a bug in the store"));
    const response = await ask("employee", {
      url: "/api/inquiries",
      method: "POST",
      payload: { inquiries: ["A".repeat(43)] },
    });
    expect(response.statusCode).toBe(500);
    answer = response.body;
    expect(app.server.listening).toBe(false);
    await close();
  });
  expect(lines).toContain("a bug in the store");
  expect(answer).not.toContain("bug");
  expect(JSON.parse(answer)).toMatchObject({ status: 500, type: "urn:civicreply:problem:unexpected" });
});
