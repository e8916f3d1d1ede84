import { rm } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import type { MailItem, MailRow } from "../../src/sandbox/api.ts";
import { running } from "./running.ts";

test("a second start continues from the same mail, clock, keys and settings; --fresh begins anew", async () => {
  const first = await running();
  const [row] = (await first.api("messages?folder=inbox")).json as MailRow[];
  const id = row!.id;
  await first.change(id, { categories: ["Reply due today"], customProperties: { kept: "yes" } });
  const draft = await first.draft({ composeType: "reply", original: id, html: "<p>Soon</p>" });
  const forwardable = await arrivedWithFile(first);
  const later = Date.now() + 86_400_000;
  await first.api("clock", { method: "POST", body: { at: later } });
  await first.api("roaming", { method: "PUT", body: { view: '"team"' } });
  const graphToken = await first.token("Mail.ReadWrite");
  await first.sandbox.rotateKeys();
  await first.sandbox.stop();

  const second = await running({}, first.folder);
  const again = (await second.api(`messages/${encodeURIComponent(id)}`)).json as MailItem;
  expect(again).toMatchObject({ categories: ["Reply due today"], customProperties: { kept: "yes" } });
  expect((await second.api("messages?folder=drafts")).json.map((one: MailRow) => one.id)).toContain(draft.id);
  const state = (await second.api("state")).json;
  expect(Math.abs(state.clockOffset - 86_400_000)).toBeLessThan(2000);
  expect(state.roamingSettings).toEqual({ view: '"team"' });
  const address = `attachments/${encodeURIComponent(forwardable.id)}/${forwardable.attachments[0]!.id}`;
  expect((await second.api(address)).bytes.toString()).toBe("PLAN");
  const graph = await second.ask(`${second.sandbox.origins.graph}/v1.0/me/messages/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${graphToken}` },
  });
  expect(graph.status).toBe(200);
  await second.sandbox.stop();

  const third = await running({ fresh: true }, first.folder);
  expect((await third.api(`messages/${encodeURIComponent(id)}`)).status).toBe(404);
  expect((await third.api("state")).json.clockOffset).toBe(0);
  await third.sandbox.stop();
  await rm(first.folder, { recursive: true, force: true });
}, 60_000);

async function arrivedWithFile(sandbox: Awaited<ReturnType<typeof running>>): Promise<MailItem> {
  const raw = [
    "From: Ada <ada@mail.example>",
    "Subject: A plan",
    "Message-ID: <plan@mail.example>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "See the plan.",
    "--b",
    "Content-Type: application/pdf; name=plan.pdf",
    "Content-Disposition: attachment; filename=plan.pdf",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from("PLAN").toString("base64"),
    "--b--",
  ].join("\r\n");
  const headers = { "content-type": "message/rfc822" };
  const row = (await sandbox.api("arrivals", { method: "POST", headers, body: Buffer.from(raw) })).json as MailRow;
  expect(row.hasAttachments).toBe(true);
  return (await sandbox.api(`messages/${encodeURIComponent(row.id)}`)).json as MailItem;
}
