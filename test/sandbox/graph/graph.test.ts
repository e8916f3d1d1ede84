import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { MailItem, MailRow } from "../../../src/sandbox/api.ts";
import { addinId, type Asked, running, type TestSandbox } from "../running.ts";
import { at } from "../../support/time.ts";
import { complaints, judged } from "./validator.ts";

let sandbox: TestSandbox;
let token: string;
let record: string;
let sentIds: readonly string[];
const immutable = { prefer: 'IdType="ImmutableId"' };
const bag = `String {00020329-0000-0000-C000-000000000046} Name cecp-${addinId}`;

beforeAll(async () => {
  record = path.join(await mkdtemp(path.join(tmpdir(), "graph-record-")), "exchanges.jsonl");
  sandbox = await running({ recordGraph: record, at: at("Tue 2026-11-24 10:00") });
  token = await sandbox.token("User.Read Mail.ReadWrite");
  sentIds = await sendThree();
}, 30_000);
afterAll(async () => {
  await sandbox.stop();
  await rm(path.dirname(record), { recursive: true, force: true });
});

/** Answers the three newest messages, the second with a stamp. */
async function sendThree(): Promise<readonly string[]> {
  const rows = (await sandbox.api("messages?folder=inbox")).json as MailRow[];
  const answerable = rows.filter(({ from }) => from?.address.endsWith("mail.example")).slice(0, 3);
  const ids: string[] = [];
  for (const [index, { id }] of answerable.entries()) {
    const draft = await sandbox.draft({ composeType: "reply", original: id });
    if (index === 1) await sandbox.change(draft.id, { customProperties: { civicReply: '{"replyKind":"holding"}' } });
    ids.push(((await sandbox.send(draft.id)).json as MailItem).id);
  }
  return ids;
}

function ask(place: string, asked: Asked = {}) {
  const headers = { authorization: `Bearer ${token}`, ...immutable, ...asked.headers };
  return sandbox.ask(`${sandbox.sandbox.origins.graph}/v1.0${place}`, { ...asked, headers });
}

function query(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}

test("/me gives Graph's eleven properties, or those selected with the id", async () => {
  const { json } = await ask("/me");
  expect(Object.keys(json)).toHaveLength(12);
  expect(json.mail).toBe("jordan.tremblay-reid@sprucegrove.example");
  expect(Object.keys((await ask("/me?$select=displayName")).json)).toEqual(["@odata.context", "displayName", "id"]);
});

test("Sent Items since a time come with In-Reply-To, References and the add-in's stamp, page by page", async () => {
  const options = {
    $filter: "sentDateTime ge 2026-11-24T16:00:00Z",
    $orderby: "sentDateTime asc",
    $select: "id,internetMessageId,sentDateTime,toRecipients",
    $expand: `singleValueExtendedProperties($filter=id eq 'String 0x1042' or id eq 'String 0x1039' or id eq '${bag}')`,
    $top: "2",
  };
  const first = (await ask(`/me/mailFolders/sentitems/messages?${query(options)}`)).json;
  expect(first.value).toHaveLength(2);
  const next = new URL(first["@odata.nextLink"]);
  expect(next.origin).toBe(sandbox.sandbox.origins.graph);
  const second = (await ask(next.pathname.replace("/v1.0", "") + next.search)).json;
  expect(second).not.toHaveProperty("@odata.nextLink");
  const all = [...first.value, ...second.value];
  expect(all.map(({ id }) => id)).toEqual(sentIds);
  for (const [index, item] of all.entries()) {
    const names = item.singleValueExtendedProperties.map((one: { id: string }) => one.id);
    expect(names).toEqual(index === 1 ? ["String 0x1042", "String 0x1039", bag] : ["String 0x1042", "String 0x1039"]);
    expect(
      Object.keys(item)
        .filter((key) => !key.includes("@"))
        .sort(),
    ).toEqual(["id", "internetMessageId", "sentDateTime", "singleValueExtendedProperties", "toRecipients"].sort());
  }
  expect(JSON.parse(all[1].singleValueExtendedProperties[2].value)).toEqual({ civicReply: '{"replyKind":"holding"}' });
});

test("sorting by what the filter does not begin with is too complex for Exchange", async () => {
  const options = { $filter: "isRead eq true", $orderby: "receivedDateTime desc" };
  const { status, json } = await ask(`/me/mailFolders/inbox/messages?${query(options)}`);
  expect([status, json.error.code]).toEqual([400, "InefficientFilter"]);
});

test("ids change with the folder unless immutable ones are asked for, and their case matters", async () => {
  const [id = ""] = sentIds;
  const other = (await ask(`/me/messages/${id}`, { headers: { prefer: "" } })).json.id as string;
  expect(other).not.toBe(id);
  expect((await ask(`/me/messages/${other}`)).json.id).toBe(id);
  expect((await ask(`/me/messages/${id.toLowerCase()}`)).json.error.code).toBe("ErrorItemNotFound");
});

test("headers come only when selected, and a list that would be empty is absent", async () => {
  const [received] = (await sandbox.api("messages?folder=inbox")).json as MailRow[];
  const selected = (await ask(`/me/messages/${received!.id}?$select=internetMessageHeaders`)).json;
  expect(selected.internetMessageHeaders[0].name).toBe("Received");
  expect((await ask(`/me/messages/${received!.id}`)).json).not.toHaveProperty("internetMessageHeaders");
  expect((await ask(`/me/messages/${sentIds[0] ?? ""}?$select=internetMessageHeaders`)).json).not.toHaveProperty(
    "internetMessageHeaders",
  );
});

test("PATCH replaces categories, sets a flag with both dates, and answers 200 with the whole message", async () => {
  const [row] = (await sandbox.api("messages?folder=inbox")).json as MailRow[];
  const place = `/me/messages/${row!.id}`;
  const before = (await ask(place)).json;
  const date = (dateTime: string) => ({ dateTime, timeZone: "UTC" });
  const flag = {
    flagStatus: "flagged",
    startDateTime: date("2026-11-24T00:00:00"),
    dueDateTime: date("2026-11-26T00:00:00"),
  };
  const { status, json } = await ask(place, { method: "PATCH", body: { categories: ["Reply due"], flag } });
  expect(status).toBe(200);
  expect(Object.keys(json).length).toBeGreaterThan(20);
  expect(json.categories).toEqual(["Reply due"]);
  expect(json.flag.dueDateTime).toEqual({ dateTime: "2026-11-26T00:00:00.0000000", timeZone: "UTC" });
  expect(json.changeKey).not.toBe(before.changeKey);
  const shown = (await sandbox.api(`messages/${encodeURIComponent(row!.id)}`)).json as MailItem;
  expect(shown).toMatchObject({ categories: ["Reply due"], flag: { status: "flagged", due: "2026-11-26" } });
  const stale = { method: "PATCH", body: { isRead: true }, headers: { "if-match": before["@odata.etag"] as string } };
  expect((await ask(place, stale)).status).toBe(412);
});

test.each([
  [
    "a due date without a start",
    { flag: { flagStatus: "flagged", dueDateTime: { dateTime: "2026-11-26T00:00:00", timeZone: "UTC" } } },
  ],
  ["a category with a comma", { categories: ["a, b"] }],
  ["the subject of a received message", { subject: "x" }],
  ["what is no object", []],
])("PATCH refuses %s with 400", async (_what, body) => {
  const { status, json } = await ask(`/me/messages/${sentIds[0] ?? ""}`, { method: "PATCH", body });
  expect(status).toBe(400);
  expect(Object.keys(json.error.innerError)).toEqual(["date", "request-id", "client-request-id"]);
});

test("no token, one for our own service and one that has expired are 401 with Graph's challenge", async () => {
  const api = await sandbox.token(
    (await sandbox.ask(`${sandbox.sandbox.origins.addin}/settings.json`)).json.serviceScope,
  );
  for (const authorization of ["", "Bearer x.y.z", `Bearer ${api}`]) {
    const { status, json, headers } = await ask("/me", { headers: { authorization } });
    expect([status, json.error.code]).toEqual([401, "InvalidAuthenticationToken"]);
    expect(headers["www-authenticate"]).toMatch(/^Bearer realm="", authorization_uri=/);
  }
  const now = Date.now() + Number((await sandbox.api("state")).json.clockOffset);
  await sandbox.api("clock", { method: "POST", body: { at: now + 2 * 3_600_000 } });
  expect((await ask("/me")).json.error.message).toMatch(/expired/);
  await sandbox.api("clock", { method: "POST", body: { at: now } });
});

test("Mail.ReadBasic reads neither bodies nor extended properties, and changes nothing", async () => {
  const headers = { authorization: `Bearer ${await sandbox.token("Mail.ReadBasic")}` };
  const [id = ""] = sentIds;
  const { json } = await ask(`/me/messages/${id}`, { headers });
  expect(json.subject).toMatch(/^RE: /);
  for (const name of ["body", "bodyPreview"]) expect(json).not.toHaveProperty(name);
  const expand = query({ $expand: "singleValueExtendedProperties($filter=id eq 'String 0x1042')" });
  expect((await ask(`/me/messages/${id}?${expand}`, { headers })).status).toBe(403);
  expect((await ask(`/me/messages/${id}`, { method: "PATCH", body: { isRead: true }, headers })).json.error.code).toBe(
    "ErrorAccessDenied",
  );
  expect((await ask("/me", { headers })).status).toBe(403);
});

test("each person sees their own mailbox alone", async () => {
  const headers = { authorization: `Bearer ${await sandbox.token("Mail.Read", "colleague")}` };
  expect((await ask(`/me/messages/${sentIds[0] ?? ""}`, { headers })).status).toBe(404);
});

test("a page's script may ask from any origin, and cannot read Retry-After", async () => {
  const origin = { origin: sandbox.sandbox.origins.addin };
  const preflight = await ask("/me", {
    method: "OPTIONS",
    headers: { ...origin, "access-control-request-headers": "prefer" },
  });
  expect(preflight.status).toBe(204);
  const { headers } = await ask("/me", { headers: { ...origin, "client-request-id": "abc" } });
  expect(headers).toMatchObject({
    "access-control-allow-origin": "*",
    "client-request-id": "abc",
    "odata-version": "4.0",
  });
  expect(headers["access-control-expose-headers"]).not.toMatch(/retry-after/i);
});

test("unknown options, properties, paths and methods are refused as Graph does", async () => {
  const [id = ""] = sentIds;
  expect((await ask("/me/mailFolders/inbox/messages?$search=x")).status).toBe(400);
  expect((await ask(`/me/messages/${id}?$select=nothing`)).json.error.code).toBe("RequestBroker--ParseUri");
  expect((await ask("/me/mailFolders/nowhere/messages")).status).toBe(404);
  expect((await ask("/me/contacts")).status).toBe(400);
  expect((await ask(`/me/messages/${id}`, { method: "DELETE" })).status).toBe(405);
});

judged("every recorded exchange is one that Graph could have had, and none holds a token", async () => {
  const text = await readFile(record, "utf8");
  expect(text).not.toContain(token);
  // What was asked for on purpose outside the checker's slice, and refused, is left out.
  const lines = text
    .trim()
    .split("\n")
    .filter((line) => !/contacts|"status":405/.test(line));
  expect(lines.length).toBeGreaterThan(20);
  expect(await complaints(lines, `${record}.checked`)).toBe("");
});
