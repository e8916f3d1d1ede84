import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { mboxMessages } from "../../src/mail/mbox.ts";
import { readMailbox, type MailboxEntry } from "../../src/mail/readMailbox.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "civicreply-mail-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function all(path: string): Promise<readonly MailboxEntry[]> {
  const entries: MailboxEntry[] = [];
  for await (const entry of readMailbox(path)) entries.push(entry);
  return entries;
}

async function split(text: string, chunk = 7): Promise<readonly (string | null)[]> {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / chunk);
  const chunks = Readable.from(Array.from({ length: count }, (_, at) => bytes.subarray(at * chunk, (at + 1) * chunk)));
  const found: (string | null)[] = [];
  for await (const { bytes } of mboxMessages(chunks)) found.push(bytes === null ? null : Buffer.from(bytes).toString());
  return found;
}

const from = "From amara@okafor.example Mon Nov 23 10:00:00 2026\n";

test("an .mbox is split at its From lines, and >From lines lose one mark", async () => {
  const text = `${from}Subject: 1\n\nhello\n>From here\n>>From there\n\n${from}Subject: 2\n\nbye\n`;
  expect(await split(text)).toEqual(["Subject: 1\n\nhello\nFrom here\n>From there\n\n", "Subject: 2\n\nbye\n"]);
});

test("a sentence that begins with From is no new message, nor is a From line inside a paragraph", async () => {
  const text = `${from}Subject: 1\n\nhello\n\nFrom now on I write to you.\nx\n${from}still the first\n`;
  expect(await split(text)).toHaveLength(1);
});

test("the size of the chunks in which an .mbox arrives does not matter", async () => {
  const text = `${from}Subject: 1\r\n\r\né>From\r\n\r\n${from}Subject: 2\r\n\r\nbye`;
  const whole = await split(text, 10_000);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 90 }), async (chunk) => expect(await split(text, chunk)).toEqual(whole)),
  );
});

test("a message over 50 MB in an .mbox is passed over with its reason; the next one is read", async () => {
  const text = `${from}Subject: big\n\n${`${"a".repeat(1023)}\n`.repeat(51 * 1024)}\n${from}Subject: 2\n\nbye\n`;
  expect(await split(text, 1024 * 1024)).toEqual([null, "Subject: 2\n\nbye\n"]);
});

test("a folder is read in the order of names, folders inside too; what cannot be read is listed and stops nothing", async () => {
  const box = join(folder, "box");
  await mkdir(join(box, "inner"), { recursive: true });
  await writeFile(join(box, "b.eml"), "");
  await writeFile(join(box, "a.eml"), "From: a@x.example\nSubject: A\n\nx");
  await writeFile(join(box, "c.mbox"), `${from}Subject: C1\n\nx\n\n${from}nothing\n`);
  await writeFile(join(box, "inner", "d.EML"), "From: a@x.example\nSubject: D\n\nx");
  await writeFile(join(box, "notes.txt"), "no mail");
  const entries = (await all(box)).map((entry) => [entry.file, entry.ok ? entry.message.facts.subject : entry.reason]);
  expect(entries).toEqual([
    ["a.eml", "A"],
    ["b.eml", "it is empty"],
    ["c.mbox#1", "C1"],
    ["c.mbox#2", "it has no mail headers"],
    [join("inner", "d.EML"), "D"],
  ]);
});

test("a path that does not exist and an .mbox without messages say so", async () => {
  expect(await all(join(folder, "gone"))).toMatchObject([{ ok: false, reason: "there is no such file or folder" }]);
  await writeFile(join(folder, "empty.mbox"), "hello\n");
  expect(await all(join(folder, "empty.mbox"))).toMatchObject([{ ok: false, file: "empty.mbox" }]);
});
