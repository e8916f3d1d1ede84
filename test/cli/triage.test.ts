import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { triageCommand } from "../../src/cli/triage.ts";
import { policy } from "../fixtures/triage/fixture.ts";

let folder = "";
let printed = "";
let complained = "";
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
beforeEach(() => {
  printed = complained = "";
  jest.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
  jest.spyOn(process.stderr, "write").mockImplementation((text) => ((complained += String(text)), true));
});
afterEach(() => {
  jest.restoreAllMocks();
});

const lines = (): readonly unknown[] =>
  printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
const run = (...args: readonly string[]): Promise<number> => triageCommand(["--policy", file("policy.json"), ...args]);

async function runLines(...input: readonly string[]): Promise<number> {
  const stdin = Object.getOwnPropertyDescriptor(process, "stdin") as PropertyDescriptor;
  Object.defineProperty(process, "stdin", { value: Readable.from([input.join("\n")]), configurable: true });
  try {
    return await run("--ndjson");
  } finally {
    Object.defineProperty(process, "stdin", stdin);
  }
}

test("each file gets one line with its name as id, and a broken one its error in its place", async () => {
  expect(await run(file("one.eml"), file("broken.eml"), file("two.eml"))).toBe(1);
  expect(lines()).toEqual([
    { id: "one.eml", onTheClock: true, reason: null, channel: "email", rule: "ordinary-mail", probable: false },
    { id: "broken.eml", error: "it has no mail headers" },
    { id: "two.eml", onTheClock: false, reason: "automatic", channel: null, rule: "auto-submitted", probable: false },
  ]);
});

test("the exit status is 0 when every message could be read", async () => {
  expect(await run(file("one.eml"))).toBe(0);
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
  expect(
    await runLines(JSON.stringify(message), "{", '{"id":"m2","receivedAt":"yesterday"}', "", JSON.stringify(lone)),
  ).toBe(1);
  expect(lines()).toEqual([
    { id: "m1", onTheClock: true, reason: null, channel: "email", rule: "ordinary-mail", probable: false },
    { id: null, error: expect.stringMatching(/^not JSON/) },
    { id: "m2", error: "receivedAt: must be an ISO 8601 instant" },
    { id: 7, onTheClock: false, reason: "bulk", channel: null, rule: "list-id", probable: false },
  ]);
});

test("headers that are null or missing are unknown, and the clock runs", async () => {
  const { headers, ...without } = message;
  expect(headers).toHaveLength(1);
  expect(await runLines(JSON.stringify(without), JSON.stringify({ ...message, headers: null }))).toBe(0);
  expect(lines()).toMatchObject([{ rule: "headers-unknown", onTheClock: true }, { rule: "headers-unknown" }]);
});

test.each([
  [["--ndjson"], "--policy"],
  [["--policy", "p.json"], "at least one .eml"],
  [["--polcy", "p.json"], "--polcy"],
])("options that cannot be used are refused with a sentence: %j", async (args, sentence) => {
  expect(await triageCommand(args)).toBe(2);
  expect(complained).toContain(sentence);
});

test("a policy that is missing or wrong is refused with its file and place", async () => {
  expect(await triageCommand(["--policy", file("gone.json"), file("one.eml")])).toBe(2);
  expect(complained).toContain("gone.json");
  await writeFile(file("wrong.json"), JSON.stringify({ ...policy, channels: {} }));
  expect(await triageCommand(["--policy", file("wrong.json"), file("one.eml")])).toBe(2);
  expect(complained).toContain("channels");
});
