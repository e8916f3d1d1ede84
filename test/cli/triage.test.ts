import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { policy } from "../fixtures/triage/fixture.ts";
import { civicreply, type Ran } from "./run.ts";

let folder = "";
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "civicreply-triage-"));
  await writeFile(file("policy.json"), JSON.stringify(policy));
  await writeFile(file("one.eml"), "From: Amara Okafor <amara@okafor.example>\nSubject: Dog licence\n\nHello");
  await writeFile(
    file("two.eml"),
    "From: a@x.example\nSubject: Automatic reply: x\nAuto-Submitted: auto-replied\n\nAway",
  );
  await writeFile(file("broken.eml"), "no headers here");
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: readonly string[]): Promise<Ran> =>
  civicreply(["triage", "--policy", file("policy.json"), ...args]);
const runLines = (...input: readonly string[]): Promise<Ran> =>
  civicreply(["triage", "--policy", file("policy.json"), "--ndjson"], input.join("\n"));

test("each file gets one line with its name as id, and a broken one its error in its place", async () => {
  const { status, lines } = await run(file("one.eml"), file("broken.eml"), file("two.eml"));
  expect(status).toBe(1);
  expect(lines()).toEqual([
    { id: "one.eml", onTheClock: true, reason: null, channel: "email", rule: "ordinary-mail", probable: false },
    { id: "broken.eml", error: "it has no mail headers" },
    { id: "two.eml", onTheClock: false, reason: "automatic", channel: null, rule: "auto-submitted", probable: false },
  ]);
});

test("the exit status is 0 when every message could be read", async () => {
  expect((await run(file("one.eml"))).status).toBe(0);
});

const message = {
  id: "m1",
  from: { name: "Amara", address: "amara@okafor.example" },
  replyTo: [],
  to: [],
  cc: [],
  subject: "Dog licence",
  headers: [["X-Autoreply", ""]],
  parts: [{ type: "TEXT/PLAIN" }],
  receivedAt: "2026-11-23T16:00:00Z",
};

test("with --ndjson a bad line is answered in its place and the rest goes on", async () => {
  const lone = { ...message, id: 7, headers: [["List-Id", "<x.example>"]] };
  const { status, lines } = await runLines(
    ...[JSON.stringify(message), "{", '{"id":"m2","receivedAt":"yesterday"}', "", JSON.stringify(lone)],
  );
  expect(status).toBe(1);
  expect(lines()).toEqual([
    { id: "m1", onTheClock: true, reason: null, channel: "email", rule: "ordinary-mail", probable: false },
    { id: null, error: expect.stringContaining("no JSON object") },
    { id: "m2", error: "receivedAt: must be an ISO 8601 instant" },
    { id: 7, onTheClock: false, reason: "bulk", channel: null, rule: "list-id", probable: false },
  ]);
});

test("headers that are null or missing are unknown, and the clock runs", async () => {
  const { headers, ...without } = message;
  expect(headers).toHaveLength(1);
  const { status, lines } = await runLines(JSON.stringify(without), JSON.stringify({ ...message, headers: null }));
  expect(status).toBe(0);
  expect(lines()).toMatchObject([{ rule: "headers-unknown", onTheClock: true }, { rule: "headers-unknown" }]);
});

test("without a policy the package's own decides", async () => {
  const { status, lines } = await civicreply(["triage", file("one.eml")]);
  expect([status, lines()]).toMatchObject([0, [{ id: "one.eml", onTheClock: true, channel: "email" }]]);
});

test.each([
  [["--policy", "p.json"], "at least one .eml"],
  [["--polcy", "p.json"], "--polcy"],
])("options that cannot be used are refused with a sentence: %j", async (args, sentence) => {
  const { status, errors } = await civicreply(["triage", ...args]);
  expect([status, errors]).toEqual([2, expect.stringContaining(sentence)]);
});

test("a policy that is missing or wrong is refused with its file and place", async () => {
  const gone = await civicreply(["triage", "--policy", file("gone.json"), file("one.eml")]);
  expect([gone.status, gone.errors]).toEqual([1, expect.stringContaining("gone.json")]);
  await writeFile(file("wrong.json"), JSON.stringify({ ...policy, channels: {} }));
  const wrong = await civicreply(["triage", "--policy", file("wrong.json"), file("one.eml")]);
  expect([wrong.status, wrong.errors]).toEqual([1, expect.stringContaining("error at channels: has no channel")]);
});
