import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { MailItem, MailRow } from "../../../src/sandbox/api.ts";
import { addinId, running, type TestSandbox } from "../running.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await running();
}, 30_000);
afterAll(() => sandbox.stop());

const me = "jordan.tremblay-reid@sprucegrove.example";
let count = 0;

interface Letter {
  readonly subject: string;
  readonly lines?: readonly string[];
  readonly text?: string;
}

/** Lets a raw message arrive at the employee's, and gives it as it lies in the mailbox. */
async function arrives({ subject, lines = [], text = "Hello." }: Letter): Promise<MailItem> {
  count += 1;
  const raw = [
    "From: Ada Okafor <ada@mail.example>",
    `To: Jordan Tremblay-Reid <${me}>, Bo <bo@mail.example>`,
    "Cc: Cy <cy@mail.example>",
    `Subject: ${subject}`,
    ...(lines.some((line) => line.startsWith("Message-ID")) ? [] : [`Message-ID: <m${String(count)}@mail.example>`]),
    ...lines,
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
  ].join("\r\n");
  const headers = { "content-type": "message/rfc822" };
  const { json } = await sandbox.api("arrivals", { method: "POST", headers, body: Buffer.from(raw) });
  return (await sandbox.api(`messages/${encodeURIComponent((json as MailRow).id)}`)).json as MailItem;
}

async function folder(name: string, person = "employee"): Promise<readonly MailRow[]> {
  return (await sandbox.api(`messages?folder=${name}`, { person })).json as MailRow[];
}

test("a reply goes to Reply-To, keeps one RE:, and puts the new text above signature and quoted thread", async () => {
  const original = await arrives({
    subject: "Re: RE: Fence",
    lines: ["Reply-To: office@mail.example"],
    text: "a < b & c",
  });
  const draft = await sandbox.draft({ composeType: "reply", original: original.id, html: "<p>Thank you</p>" });
  expect(draft).toMatchObject({ subject: "RE: Fence", isDraft: true, composeType: "reply", folder: "drafts" });
  expect(draft.to.map(({ address }) => address)).toEqual(["office@mail.example"]);
  expect(draft.cc).toEqual([]);
  const places = ["Thank you", 'id="Signature"', 'id="divRplyFwdMsg"', "a &lt; b &amp; c"].map((one) =>
    draft.html.indexOf(one),
  );
  expect(places.every((place) => place >= 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(draft.text).toContain("From: Ada Okafor <ada@mail.example>");
});

test("a new message begins a conversation of its own, under no subject and under that of another", async () => {
  const original = await arrives({ subject: "Street light" });
  const made = [
    await sandbox.draft({ composeType: "newMail" }),
    await sandbox.draft({ composeType: "newMail" }),
    await sandbox.draft({ composeType: "newMail", subject: "RE: Street light" }),
  ];
  const conversations = [original, ...made].map(({ conversationId }) => conversationId);
  expect(new Set(conversations).size).toBe(4);
});

test("reply all goes to everybody else once, and never to oneself", async () => {
  const original = await arrives({ subject: "Fence line" });
  const draft = await sandbox.draft({ composeType: "reply", replyAll: true, original: original.id });
  expect(draft.to.map(({ address }) => address)).toEqual(["ada@mail.example", "bo@mail.example"]);
  expect(draft.cc.map(({ address }) => address)).toEqual(["cy@mail.example"]);
});

test("what was sent carries In-Reply-To and References, a new message id, the sandbox's time and the custom properties", async () => {
  const original = await arrives({ subject: "Well water", lines: ["References: <root@mail.example>"] });
  const draft = await sandbox.draft({ composeType: "reply", original: original.id });
  await sandbox.change(draft.id, { customProperties: { stamp: '{"replyKind":"holding"}' } });
  await sandbox.api("clock", { method: "POST", body: { at: Date.parse("2027-03-01T17:00:00Z") } });
  const sent = (await sandbox.send(draft.id)).json as MailItem;
  await sandbox.api("clock", { method: "POST", body: { to: "now" } });
  expect(sent).toMatchObject({
    id: draft.id,
    folder: "sentitems",
    isDraft: false,
    conversationId: original.conversationId,
    inReplyTo: original.internetMessageId,
    references: ["<root@mail.example>", original.internetMessageId],
    customProperties: { stamp: '{"replyKind":"holding"}' },
    headers: "",
  });
  expect(sent.internetMessageId).toMatch(/^<[0-9A-F-]{36}@sprucegrove\.example>$/);
  expect(Math.abs(sent.sentAt - Date.parse("2027-03-01T17:00:00Z"))).toBeLessThan(2000);
  expect((await folder("drafts")).map(({ id }) => id)).not.toContain(draft.id);
  const thread = (await sandbox.api(`conversations/${encodeURIComponent(original.conversationId)}`)).json as MailItem[];
  expect(thread.map(({ folder: place }) => place)).toEqual(["inbox", "sentitems"]);
});

test("mail to a person of the sandbox arrives in their Inbox, unread, without the sender's custom properties", async () => {
  const original = await arrives({ subject: "Ask Winston" });
  const draft = await sandbox.draft({ composeType: "forward", original: original.id });
  const to = [{ name: "Winston", address: "Winston.Abernathy-Cruz@sprucegrove.example" }];
  await sandbox.change(draft.id, { to, customProperties: { secret: "x" }, internetHeaders: { "X-CivicReply": "1" } });
  expect((await sandbox.send(draft.id)).status).toBe(200);
  const [row] = await folder("inbox", "colleague");
  expect(row).toMatchObject({ subject: "FW: Ask Winston", isRead: false, conversationId: original.conversationId });
  const item = (await sandbox.api(`messages/${encodeURIComponent(row!.id)}`, { person: "colleague" })).json as MailItem;
  expect(item.customProperties).toEqual({});
  expect(item.headers).toMatch(/^Received: .*; \w{3}, \d{2} \w{3} \d{4} [\d:]{8} -0600\r\n/);
  expect(item.headers).toContain("X-CivicReply: 1\r\n");
  expect((await sandbox.api(`messages/${encodeURIComponent(row!.id)}`)).status).toBe(404);
});

test("a draft to nobody, or to what is no address, is refused with a sentence and stays a draft", async () => {
  const draft = await sandbox.draft({ composeType: "newMail", subject: "Hello" });
  expect((await sandbox.send(draft.id)).json.message).toBe("Add at least one recipient before sending.");
  await sandbox.change(draft.id, { to: [{ name: "", address: "nobody" }] });
  const refused = await sandbox.send(draft.id);
  expect(refused).toMatchObject({ status: 400 });
  expect(refused.json.message).toBe("“nobody” is not an e-mail address.");
  expect((await folder("drafts")).map(({ id }) => id)).toContain(draft.id);
});

test("sending twice sends once", async () => {
  const draft = await sandbox.draft({ composeType: "newMail", to: [{ name: "Ada", address: "ada@mail.example" }] });
  expect((await sandbox.send(draft.id)).status).toBe(200);
  expect((await sandbox.send(draft.id)).json.message).toBe("This message has been sent already.");
});

test("messages thread by references while the subject is the same; an edited subject begins a conversation", async () => {
  const first = await arrives({ subject: "Tree on the lot line" });
  const lines = [`In-Reply-To: ${first.internetMessageId}`, `References: ${first.internetMessageId}`];
  expect((await arrives({ subject: "RE: Tree on the lot line", lines })).conversationId).toBe(first.conversationId);
  expect((await arrives({ subject: "RE: Another tree", lines })).conversationId).not.toBe(first.conversationId);
});

test("a reply without references joins by its topic, a new message of the same subject does not", async () => {
  const first = await arrives({ subject: "Garbage day" });
  expect((await arrives({ subject: "Re: garbage  day" })).conversationId).toBe(first.conversationId);
  expect((await arrives({ subject: "Garbage day" })).conversationId).not.toBe(first.conversationId);
});

test("custom properties hold 2,500 characters and no more", async () => {
  const { id } = await arrives({ subject: "Bag" });
  const bag = (length: number) => ({ k: "x".repeat(length - '{"k":""}'.length) });
  expect((await sandbox.change(id, { customProperties: bag(2500) })).status).toBe(200);
  const refused = await sandbox.change(id, { customProperties: bag(2501) });
  expect(refused).toMatchObject({ status: 400, json: { code: "propertiesTooLong" } });
  expect(refused.json.message).toContain("2501");
});

test("the text of a received message cannot be changed, its categories and read mark can", async () => {
  const { id } = await arrives({ subject: "Fixed" });
  expect((await sandbox.change(id, { subject: "Other" })).json.code).toBe("notADraft");
  const changed = (await sandbox.change(id, { isRead: true, categories: ["Reply due today", "Reply due today"] }))
    .json as MailItem;
  expect(changed).toMatchObject({ subject: "Fixed", isRead: true, categories: ["Reply due today"] });
});

test("a message goes to Deleted Items first; a draft is dropped", async () => {
  const { id } = await arrives({ subject: "Gone" });
  const draft = await sandbox.draft({ composeType: "reply", original: id });
  for (const one of [id, draft.id]) {
    expect((await sandbox.api(`messages/${encodeURIComponent(one)}`, { method: "DELETE" })).status).toBe(204);
  }
  expect((await folder("deleteditems")).map((row) => row.id)).toEqual([id]);
  expect((await sandbox.api(`messages/${encodeURIComponent(draft.id)}`)).status).toBe(404);
});

test("a prepared message arrives now, and twice as two messages", async () => {
  const body = { id: "portal" };
  const first = (await sandbox.api("arrivals", { method: "POST", body })).json as MailRow;
  const second = (await sandbox.api("arrivals", { method: "POST", body })).json as MailRow;
  expect(Math.abs(first.receivedAt - Date.now())).toBeLessThan(3000);
  expect(first.subject).toBe(second.subject);
  expect(first.internetMessageId).not.toBe(second.internetMessageId);
  const item = (await sandbox.api(`messages/${encodeURIComponent(second.id)}`)).json as MailItem;
  expect(item.headers).not.toMatch(/%DATE%|X-Sandbox/);
  expect(item.headers).toContain(`${second.internetMessageId}\r\n`);
});

test("a file that is no message, and one that is too large, are refused with a sentence", async () => {
  const headers = { "content-type": "message/rfc822" };
  const post = (body: Uint8Array) => sandbox.api("arrivals", { method: "POST", headers, body });
  const binary = await post(Buffer.from([0, 1, 2, 3, 0]));
  expect(binary.status).toBe(200);
  expect(binary.json.refused).toMatch(/^The message cannot be read: .+\.$/);
  const large = Buffer.concat([Buffer.from("Subject: big\r\n\r\n"), Buffer.alloc(26 * 1024 * 1024, 97)]);
  expect((await post(large)).json.message).toBe("A message may have at most 25 MB.");
  expect((await sandbox.api("arrivals", { method: "POST", body: { id: "nothing" } })).status).toBe(404);
}, 20_000);

test("a message of twenty megabytes arrives and can be read", async () => {
  const raw = Buffer.concat([
    Buffer.from('From: a@mail.example\r\nSubject: 20 MB\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'),
    Buffer.from("--b\r\n\r\nLawn.\r\n--b\r\nContent-Type: image/tiff\r\nContent-Transfer-Encoding: base64\r\n\r\n"),
    Buffer.alloc(20 * 1024 * 1024, `${"A".repeat(76)}\r\n`),
  ]);
  const headers = { "content-type": "message/rfc822" };
  const { status, json } = await sandbox.api("arrivals", { method: "POST", headers, body: raw });
  expect(status).toBe(200);
  expect(json).toMatchObject({ preview: "Lawn.", hasAttachments: true });
}, 60_000);

test("the sandbox knows its add-in by the manifest's id", async () => {
  expect((await sandbox.api("state")).json.addinId).toBe(addinId);
});
