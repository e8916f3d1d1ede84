import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { MailRow } from "../../../src/sandbox/api.ts";
import { running } from "../running.ts";

let mail: string;
const eml = (from: string, to: string, subject: string, date: string): string =>
  `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nDate: ${date}\r\nMessage-ID: <${subject.replaceAll(/\W/g, "")}@x.example>\r\n\r\nText.\r\n`;

beforeAll(async () => {
  mail = await mkdtemp(path.join(tmpdir(), "own-mail-"));
  const files: Record<string, string | Buffer> = {
    "a.eml": eml("Ada <ada@mail.example>", "clerk@city.example", "Dog licence", "Fri, 20 Nov 2020 16:30:00 -0700"),
    "b.eml": eml("Bo <bo@mail.example>", "clerk@city.example", "Fence", "Mon, 23 Nov 2020 08:00:00 -0700"),
    "c.eml": eml("clerk@city.example", "ada@mail.example", "Re: Dog licence", "Mon, 23 Nov 2020 09:00:00 -0700"),
    "broken.eml": Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]),
    "empty.eml": "",
    "notes.txt": "no mail",
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(mail, name), content);
});
afterAll(() => rm(mail, { recursive: true, force: true }));

test("own mail keeps its dates, what the owner sent lies in Sent Items, and the unreadable is listed with its reason", async () => {
  const sandbox = await running({ mailboxPath: mail });
  const inbox = (await sandbox.api("messages?folder=inbox")).json as MailRow[];
  expect(inbox.map(({ subject }) => subject)).toEqual(["Fence", "Dog licence"]);
  expect(inbox[1]!.receivedAt).toBe(Date.parse("2020-11-20T23:30:00Z"));
  const sent = (await sandbox.api("messages?folder=sentitems")).json as MailRow[];
  expect(sent.map(({ subject }) => subject)).toEqual(["Re: Dog licence"]);
  const state = (await sandbox.api("state")).json;
  expect(state.clockOffset).toBe(0);
  expect(state.unreadable.map((one: { file: string }) => one.file)).toEqual(["broken.eml", "empty.eml"]);
  expect(state.unreadable[0].reason).toMatch(/Outlook \.msg/);
  expect(sandbox.lines).toHaveLength(1);
  await sandbox.sandbox.stop();

  const again = await running({ mailboxPath: mail }, sandbox.folder);
  expect((await again.api("messages?folder=inbox")).json).toHaveLength(2);
  await again.sandbox.stop();
  const invented = await running({}, sandbox.folder);
  expect((await invented.api("messages?folder=inbox")).json.length).toBeGreaterThan(30);
  await invented.sandbox.stop();
  await rm(sandbox.folder, { recursive: true, force: true });
}, 60_000);
