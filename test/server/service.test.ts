import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { serviceLog } from "../../src/server/log.ts";
import { CannotStart, startService } from "../../src/server/main.ts";
import { type Settings, settingsOf } from "../../src/server/settings.ts";
import { openSqlite } from "../../src/server/store/sqlite.ts";
import { testCertificate } from "./support/certificate.ts";
import { townPolicy } from "./support/town.ts";

// Real databases and sockets, on a machine that may be busy.
jest.setTimeout(30_000);

let folder: string;
let ca: string;

const inFolder = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "civicreply-service-"));
  const { key, cert } = await testCertificate();
  ca = cert;
  await writeFile(inFolder("key.pem"), key);
  await writeFile(inFolder("cert.pem"), cert);
  await writeFile(inFolder("policy.json"), JSON.stringify(townPolicy));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function settings(changes: Readonly<Record<string, string>> = {}): Settings {
  const read = settingsOf({
    CIVICREPLY_PORT: "0",
    CIVICREPLY_DATABASE: inFolder("data/town.db"),
    CIVICREPLY_POLICY: inFolder("policy.json"),
    CIVICREPLY_TLS_CERT: inFolder("cert.pem"),
    CIVICREPLY_TLS_KEY: inFolder("key.pem"),
    CIVICREPLY_ISSUER: "https://login.elmbend.example/t/v2.0",
    CIVICREPLY_AUDIENCE: "client",
    CIVICREPLY_TENANT: "t",
    CIVICREPLY_LOG_LEVEL: "silent",
    ...changes,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function get(url: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ca }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}

async function whyNot(changes: Readonly<Record<string, string>>): Promise<string> {
  const failed: unknown = await startService(settings(changes)).then(
    (service) => service.stop(),
    (error: unknown) => error,
  );
  return failed instanceof Error ? failed.message : "it started";
}

test("it listens over TLS and logs where, answers, and stops for good", async () => {
  const logged = new PassThrough();
  const service = await startService(settings(), undefined, { log: serviceLog("info", logged) });
  expect(String(logged.read())).toContain(`listening at https://127.0.0.1:${new URL(service.origin).port}`);
  expect(await get(`${service.origin}/health`)).toEqual({ status: 200, body: '{"status":"ok"}' });
  await service.stop();
  await expect(get(`${service.origin}/health`)).rejects.toThrow();
});

test("its metrics are published where the site says so", async () => {
  const service = await startService(settings({ CIVICREPLY_METRICS: "1" }));
  await get(`${service.origin}/health`);
  const { body } = await get(`${service.origin}/metrics`);
  expect(body).toContain('civicreply_http_requests_total{method="GET",route="/health",status="200"} 1');
  await service.stop();
});

test("the published standard is served, unless the settings say that it is not", async () => {
  const status = async (changes: Readonly<Record<string, string>>): Promise<number> => {
    const service = await startService(settings(changes));
    const answer = await get(`${service.origin}/standard`);
    await service.stop();
    return answer.status;
  };
  expect(await status({})).toBe(200);
  expect(await status({ CIVICREPLY_STANDARD_PAGE: "0" })).toBe(404);
});

test("the inquiry key is made once and stays through a restart", async () => {
  const keyAfterStart = async (): Promise<string> => {
    await (await startService(settings())).stop();
    const store = await openSqlite(inFolder("data/town.db"));
    const key = await store.keep("inquiryKey", "not made yet");
    await store.close();
    return key;
  };
  const first = await keyAfterStart();
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(await keyAfterStart()).toBe(first);
});

test("a taken port is a sentence", async () => {
  const first = await startService(settings());
  const port = new URL(first.origin).port;
  const why = await whyNot({ CIVICREPLY_PORT: port });
  await first.stop();
  expect(why).toBe(
    `CIVICREPLY_PORT: port ${port} is taken on 127.0.0.1: stop the other program, or choose another port`,
  );
});

test("a data folder that cannot be written is a sentence", async () => {
  await writeFile(inFolder("a-file"), "");
  expect(await whyNot({ CIVICREPLY_DATABASE: inFolder("a-file/town.db") })).toContain("cannot be opened for writing");
});

test("a policy with an error says where it is and what to do", async () => {
  const broken = { ...townPolicy, calendar: { ...townPolicy.calendar, timeZone: "America/Elm_Bend" } };
  await writeFile(inFolder("broken.json"), JSON.stringify(broken));
  const why = await whyNot({ CIVICREPLY_POLICY: inFolder("broken.json") });
  expect(why).toContain("broken.json");
  expect(why).toContain("calendar.timeZone");
  await writeFile(inFolder("cut.json"), '{"name": ');
  expect(await whyNot({ CIVICREPLY_POLICY: inFolder("cut.json") })).toContain("not JSON");
  expect(await whyNot({ CIVICREPLY_POLICY: inFolder("none.json") })).toContain("cannot be read");
});

test("a certificate that is none, or is not there, is a sentence", async () => {
  expect(await whyNot({ CIVICREPLY_TLS_CERT: inFolder("policy.json") })).toContain("CIVICREPLY_TLS_CERT");
  expect(await whyNot({ CIVICREPLY_CA: inFolder("none.pem") })).toContain("CIVICREPLY_CA");
  await expect(startService(settings({ CIVICREPLY_TLS_KEY: inFolder("none.pem") }))).rejects.toThrow(CannotStart);
});
