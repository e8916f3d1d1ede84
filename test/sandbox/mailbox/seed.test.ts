import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { MailItem, MailRow } from "../../../src/sandbox/api.ts";
import { running, type TestSandbox } from "../running.ts";
import { at } from "../../support/time.ts";

const now = at("Tue 2026-11-24 10:00");
let sandbox: TestSandbox;
let assets: string;

const files = {
  "mail/old.eml": `X-Sandbox-Received: -3 10:12
X-Sandbox-Read: yes
Received: from a.example by b.example; %DATE%
From: Ada <ada@mail.example>
To: jordan.tremblay-reid@sprucegrove.example
Subject: Fence
Message-ID: <fence@mail.example>
Date: %DATE%

Hello é
`,
  "mail/answer.eml": `X-Sandbox-Received: -2 11:00
X-Sandbox-Folder: sentitems
From: Jordan Tremblay-Reid <jordan.tremblay-reid@sprucegrove.example>
To: ada@mail.example
Subject: Re: Fence
Message-ID: <answer@sprucegrove.example>
In-Reply-To: <fence@mail.example>
Date: %DATE%

Yes.
`,
  "mail/tonight.eml": `X-Sandbox-Received: 0 23:30
From: Bo <bo@mail.example>
To: winston.abernathy-cruz@sprucegrove.example
Subject: Tonight
Message-ID: <tonight@mail.example>

Late.
`,
  "mail/plain.eml": `X-Sandbox-Folder: junkemail
From: Cy <cy@mail.example>
To: jordan.tremblay-reid@sprucegrove.example
Subject: You won
Message-ID: <won@mail.example>

Click.
`,
  "mail/shared.eml": `From: Ef <ef@mail.example>
To: planning@sprucegrove.example
Subject: Shared
Message-ID: <shared@mail.example>

Who?
`,
  "arrivals/new.eml": `From: Di <di@mail.example>
To: jordan.tremblay-reid@sprucegrove.example
Subject: New
Date: %DATE%

New.
`,
};

beforeAll(async () => {
  assets = await mkdtemp(path.join(tmpdir(), "sandbox-assets-"));
  const { mkdir } = await import("node:fs/promises");
  for (const folder of ["mail", "arrivals"]) await mkdir(path.join(assets, folder));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(assets, name), Buffer.from(text.replaceAll("\n", "\r\n"), "latin1"));
  }
  sandbox = await running({ assets, at: now });
}, 30_000);
afterAll(async () => {
  await sandbox.stop();
  await rm(assets, { recursive: true, force: true });
});

async function rows(folder: string, person = "employee"): Promise<readonly MailRow[]> {
  return (await sandbox.api(`messages?folder=${folder}`, { person })).json as MailRow[];
}

test("a seed file lies where and when its private lines say, in the city's own time", async () => {
  const [fence] = await rows("inbox");
  expect(fence).toMatchObject({ subject: "Fence", isRead: true, receivedAt: at("Sat 2026-11-21 10:12") });
  const item = (await sandbox.api(`messages/${encodeURIComponent(fence!.id)}`)).json as MailItem;
  expect(item.headers).toContain("; Sat, 21 Nov 2026 10:12:00 -0600\r\n");
  expect(item.headers).not.toMatch(/X-Sandbox|%DATE%/);
  expect(item.createdAt).toBe(fence!.receivedAt);
});

test("a sent one lies in Sent Items, in the conversation that it answers", async () => {
  const [answer] = await rows("sentitems");
  const [fence] = await rows("inbox");
  expect(answer).toMatchObject({ subject: "Re: Fence", sentAt: at("Sun 2026-11-22 11:00") });
  expect(answer!.conversationId).toBe(fence!.conversationId);
});

test("mail written to another person of the sandbox is theirs; a time that has not come yet was yesterday's", async () => {
  const [tonight] = await rows("inbox", "colleague");
  expect(tonight).toMatchObject({ subject: "Tonight", receivedAt: at("Mon 2026-11-23 23:30"), isRead: false });
});

test("mail written to a shared address lies in the shared mailbox alone", async () => {
  const shared = (await sandbox.api("messages?folder=inbox&mailbox=shared-planning")).json as MailRow[];
  expect(shared.map(({ subject }) => subject)).toEqual(["Shared"]);
  expect((await rows("inbox")).map(({ subject }) => subject)).not.toContain("Shared");
});

test("without a time it came today at nine", async () => {
  expect((await rows("junkemail"))[0]).toMatchObject({ subject: "You won", receivedAt: at("Tue 2026-11-24 09:00") });
});

test("the invented mail of the repository fills the employee's mailbox without an error", async () => {
  const whole = await running({ at: now });
  const { json } = await whole.api("messages?folder=inbox");
  expect(json.length).toBeGreaterThanOrEqual(40);
  expect((json as MailRow[]).every(({ receivedAt }) => receivedAt <= Date.now() + (now - Date.now()) + 60_000)).toBe(
    true,
  );
  await whole.stop();
}, 30_000);
