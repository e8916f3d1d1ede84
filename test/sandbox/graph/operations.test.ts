import { beforeEach, expect, test } from "@jest/globals";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { newFolder } from "../../../src/sandbox/mailbox/folders.ts";
import { instant } from "../../../src/domain/time.ts";
import { at } from "../../support/time.ts";
import { type GraphClient, graphClient, query } from "./client.ts";

const noon = at("Tue 2026-11-24 12:00");
const addinId = "0b1c2d3e-4f50-4162-8374-95a6b7c8d9e0";
const bag = `String {00020329-0000-0000-C000-000000000046} Name cecp-${addinId}`;
let client: GraphClient;
let ids: readonly string[];
beforeEach(async () => {
  client = await graphClient({ addinId });
  ids = fillMailbox(client.mailbox, 12, noon);
});

const expand = (id: string) => query({ $expand: `singleValueExtendedProperties($filter=id eq '${id}')` });
const patch = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  client.ask(`/me/messages/${ids[0]!}`, { method: "PATCH", body, headers });

test("a folder is found by its well-known name in any case and by its id, with its counts", async () => {
  const { json } = await client.ask("/me/mailFolders/Inbox");
  expect(json).toMatchObject({ displayName: "Inbox", unreadItemCount: 12, totalItemCount: 12, isHidden: false });
  expect((await client.ask(`/me/mailFolders('${json.id as string}')?$select=displayName`)).json.displayName).toBe(
    "Inbox",
  );
  expect((await client.ask("/me/mailFolders/nowhere")).status).toBe(404);
});

test("a folder that a person made has an id and its own name, and can be followed", async () => {
  const folder = newFolder("Fences");
  client.mailbox.ownFolders = [folder];
  client.mailbox.change(ids[0]!, { folder: folder.name }, noon);
  const { parentFolderId } = (await client.ask(`/me/messages/${ids[0]!}`)).json;
  expect((await client.ask(`/me/mailFolders/${parentFolderId as string}`)).json).toMatchObject({
    displayName: "Fences",
    totalItemCount: 1,
  });
  expect((await client.ask(`/me/mailFolders/${parentFolderId as string}/messages/delta`)).json.value).toHaveLength(1);
  expect((await client.ask(`/me/mailFolders/${folder.name}`)).status).toBe(404);
});

test("messages of all folders come newest first, filtered and sorted as asked", async () => {
  client.mailbox.change(ids[3]!, { folder: "archive" }, noon);
  const { json } = await client.ask("/me/messages?$top=20");
  expect(json.value.map(({ id }: { id: string }) => id)).toEqual([...ids].reverse());
  const options = {
    $filter: `receivedDateTime ge ${new Date(noon - 120_000).toISOString()}`,
    $orderby: "receivedDateTime asc",
    $select: "subject",
  };
  const found = (await client.ask(`/me/messages?${query(options)}`)).json.value;
  expect(found.map(({ subject }: { subject: string }) => subject)).toEqual([
    "Question 9",
    "Question 10",
    "Question 11",
  ]);
});

test("a message is found inside its folder and nowhere else", async () => {
  expect((await client.ask(`/me/mailFolders/inbox/messages/${ids[0]!}`)).status).toBe(200);
  expect((await client.ask(`/me/mailFolders/archive/messages/${ids[0]!}`)).status).toBe(404);
});

test("the add-in's properties written through Graph are those that Office.js reads, and the other way round", async () => {
  const value = JSON.stringify({ civicReply: '{"replyKind":"holding"}' });
  expect((await patch({ singleValueExtendedProperties: [{ id: bag, value }] })).status).toBe(200);
  expect(client.mailbox.get(ids[0]!)!.customProperties).toEqual(JSON.parse(value));
  client.mailbox.change(ids[1]!, { customProperties: { note: "x" } }, noon);
  const { json } = await client.ask(
    `/me/messages/${ids[1]!}?${expand(bag.toUpperCase().replace("STRING", "String").replace("NAME", "Name"))}`,
  );
  expect(JSON.parse(json.singleValueExtendedProperties[0].value)).toEqual({ note: "x" });
});

test("a property of one's own is kept by name, and comes back as it was asked for", async () => {
  const id = "String {00020386-0000-0000-C000-000000000046} Name civic-mark";
  await patch({ singleValueExtendedProperties: [{ id, value: "seen" }] });
  expect((await client.ask(`/me/messages/${ids[0]!}?${expand(id)}`)).json.singleValueExtendedProperties).toEqual([
    { id, value: "seen" },
  ]);
});

test.each([
  ["a malformed id", [{ id: "cecp", value: "{}" }]],
  ["a value that is no string", [{ id: bag, value: 1 }]],
  ["a bag that is no JSON", [{ id: bag, value: "{" }]],
  ["what Exchange alone writes", [{ id: "String 0x1042", value: "<a@b.example>" }]],
])("extended properties with %s are 400, and nothing changes", async (_what, list) => {
  const before = client.mailbox.get(ids[0]!);
  expect((await patch({ isRead: true, singleValueExtendedProperties: list })).status).toBe(400);
  expect(client.mailbox.get(ids[0]!)).toBe(before);
});

test("If-Match with an etag that is no longer the message's is 412 and changes nothing", async () => {
  const etag = (await client.ask(`/me/messages/${ids[0]!}`)).json["@odata.etag"] as string;
  expect((await patch({ categories: ["a"] }, { "if-match": etag })).status).toBe(200);
  expect((await patch({ categories: ["b"] }, { "if-match": etag })).status).toBe(412);
  expect(client.mailbox.get(ids[0]!)!.categories).toEqual(["a"]);
});

test("a read mark leaves the time of modification alone; categories move it", async () => {
  const later = await graphClient({ now: () => instant(noon + 60_000) });
  const [id = ""] = fillMailbox(later.mailbox, 1, noon);
  const change = async (body: unknown) =>
    (await later.ask(`/me/messages/${id}`, { method: "PATCH", body })).json.lastModifiedDateTime as string;
  expect(await change({ isRead: true })).toBe("2026-11-24T18:00:00Z");
  expect(await change({ categories: ["x"] })).toBe("2026-11-24T18:01:00Z");
});

test("a complete flag notes when, and notFlagged takes every date away", async () => {
  const date = { dateTime: "2026-11-26T00:00:00", timeZone: "UTC" };
  await patch({ flag: { flagStatus: "flagged", startDateTime: date, dueDateTime: date } });
  expect((await patch({ flag: { flagStatus: "notFlagged" } })).json.flag).toEqual({ flagStatus: "notFlagged" });
});

test("master categories are listed, added, coloured and deleted; a name is taken whatever its case", async () => {
  const list = "/me/outlook/masterCategories";
  const add = (body: unknown) => client.ask(list, { method: "POST", body });
  const { status, json } = await add({ displayName: "Reply due", color: "preset4" });
  expect(status).toBe(201);
  expect(json).toMatchObject({ displayName: "Reply due", color: "preset4" });
  expect(client.mailbox.masterCategories.at(-1)).toMatchObject({ displayName: "Reply due", color: "Preset4" });
  expect((await add({ displayName: "reply DUE" })).status).toBe(409);
  expect((await add({ displayName: "a, b" })).status).toBe(400);
  const one = `${list}/${json.id as string}`;
  expect((await client.ask(one, { method: "PATCH", body: { color: "none" } })).json.color).toBe("none");
  expect((await client.ask(one, { method: "PATCH", body: { displayName: "x" } })).status).toBe(400);
  expect((await client.ask(one, { method: "DELETE" })).status).toBe(204);
  expect((await client.ask(one)).status).toBe(404);
});

test("ids are translated between their forms; one that is not there has errorDetails in its place", async () => {
  const translate = async (inputIds: readonly string[], sourceIdType: string, targetIdType: string) =>
    (await client.ask("/me/translateExchangeIds", { method: "POST", body: { inputIds, sourceIdType, targetIdType } }))
      .json.value;
  const [{ targetId: rest }] = await translate([ids[0]!], "restImmutableEntryId", "restId");
  expect(rest).not.toBe(ids[0]);
  const [{ targetId: ews }] = await translate([rest], "restId", "ewsId");
  expect(ews).toBe(rest.replaceAll("-", "/").replaceAll("_", "+"));
  expect(await translate([ews, "nowhere"], "ewsId", "restImmutableEntryId")).toEqual([
    { sourceId: ews, targetId: ids[0] },
    { sourceId: "nowhere", errorDetails: expect.objectContaining({ code: "ErrorItemNotFound" }) },
  ]);
  const [{ targetId: entry }] = await translate([ids[0]!], "restImmutableEntryId", "entryId");
  expect(await translate([entry], "entryId", "restId")).toEqual([{ sourceId: entry, targetId: rest }]);
});

test("what the mail segment does not know is refused as Graph does", async () => {
  for (const place of ["/me/events", "/users", "/me/messages/x/attachments"])
    expect((await client.ask(place)).status).toBe(400);
  expect((await client.ask(`/me/messages/${ids[0]!}`, { method: "DELETE" })).status).toBe(405);
  expect((await client.ask(`/me/messages/${ids[0]!}?$top=1`)).status).toBe(400);
  expect((await client.ask("/users/nobody@sprucegrove.example/messages")).json.error.code).toBe("ErrorInvalidUser");
});
