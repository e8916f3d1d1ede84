import { beforeEach, expect, test } from "@jest/globals";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { instant } from "../../../src/domain/time.ts";
import { at } from "../../support/time.ts";
import { type GraphClient, graphClient, immutable, inbox, query, round } from "./client.ts";

const noon = at("Tue 2026-11-24 12:00");
const later = instant(noon + 60_000);
let client: GraphClient;
let ids: readonly string[];
beforeEach(async () => {
  client = await graphClient();
  ids = fillMailbox(client.mailbox, 25, noon);
});

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const tombstone = (id: string) => ({
  "@odata.type": "#microsoft.graph.message",
  id,
  "@removed": { reason: "deleted" },
});

test("a first round gives the folder's messages page by page, each with what was selected, and ends in a deltaLink", async () => {
  const place = `${inbox}?${query({ $select: "subject,isRead" })}`;
  const first = await round(client, place, { prefer: `${immutable}, odata.maxpagesize=10` });
  expect(first.pages).toBe(3);
  expect(new Set(idsOf(first.items))).toEqual(new Set(ids));
  expect(Object.keys(first.items[0])).toEqual(["@odata.type", "@odata.etag", "id", "subject", "isRead"]);
});

test("a page has as many as odata.maxpagesize says, which is said back; 10 when nothing is said", async () => {
  const { json, headers } = await client.ask(inbox, { prefer: "odata.maxpagesize=7" });
  expect([json.value.length, headers["Preference-Applied"]]).toEqual([7, "odata.maxpagesize=7"]);
  expect((await client.ask(inbox, { prefer: "" })).json.value).toHaveLength(10);
  expect((await client.ask(`${inbox}?$top=3`)).json.value).toHaveLength(3);
});

test("a round with nothing new is empty, with a deltaLink and no nextLink", async () => {
  const { deltaLink } = await round(client, inbox);
  const { json } = await client.ask(deltaLink);
  expect(json.value).toEqual([]);
  expect(Object.keys(json)).toEqual(["@odata.context", "value", "@odata.deltaLink"]);
});

test("the next round tells what arrived, changed and left since, each once", async () => {
  const { deltaLink } = await round(client, inbox);
  const [changed = "", moved = "", gone = ""] = ids;
  client.mailbox.change(changed, { categories: ["Reply due"] }, later);
  client.mailbox.change(changed, { importance: "high" }, later);
  client.mailbox.change(moved, { folder: "archive" }, later);
  client.mailbox.remove(gone);
  const [arrived = ""] = fillMailbox(client.mailbox, 1, later);
  const { items } = await round(client, deltaLink);
  expect(new Set(idsOf(items))).toEqual(new Set([changed, moved, gone, arrived]));
  expect(items).toHaveLength(4);
  expect(items.find(({ id }) => id === changed)).toMatchObject({ categories: ["Reply due"], importance: "high" });
});

test("a move is a tombstone in the one folder and a new item with the same immutable id in the other", async () => {
  const archive = inbox.replace("inbox", "archive");
  const before = [await round(client, inbox), await round(client, archive)];
  client.mailbox.change(ids[0]!, { folder: "archive" }, later);
  const [left, entered] = [await round(client, before[0]!.deltaLink), await round(client, before[1]!.deltaLink)];
  expect(left.items).toEqual([tombstone(ids[0]!)]);
  expect(idsOf(entered.items)).toEqual([ids[0]]);
});

test("without immutable ids a tombstone carries the id that the message had in the folder it left", async () => {
  const first = await round(client, inbox, { prefer: "" });
  const old = (await client.ask(`/me/messages/${ids[0]!}`, { prefer: "" })).json.id as string;
  expect(idsOf(first.items)).toContain(old);
  client.mailbox.change(ids[0]!, { folder: "junkemail" }, later);
  const { items } = await round(client, first.deltaLink, { prefer: "" });
  expect(items).toEqual([tombstone(old)]);
  expect((await client.ask(`/me/messages/${old}`)).status).toBe(404);
});

test("a message that came and went between two rounds leaves the tombstone of an id never seen", async () => {
  const { deltaLink } = await round(client, inbox);
  const [brief = ""] = fillMailbox(client.mailbox, 1, later);
  client.mailbox.remove(brief);
  expect((await round(client, deltaLink)).items).toEqual([tombstone(brief)]);
});

test("a read mark comes as id, isRead and parentFolderId alone, and only where isRead is selected", async () => {
  const withRead = await round(client, `${inbox}?$select=subject,isRead`);
  const without = await round(client, `${inbox}?$select=subject`);
  client.mailbox.change(ids[3]!, { isRead: true }, later, false);
  const [item] = (await round(client, withRead.deltaLink)).items;
  expect(Object.keys(item).filter((key) => !key.startsWith("@"))).toEqual(["id", "isRead", "parentFolderId"]);
  expect(item.isRead).toBe(true);
  expect((await round(client, without.deltaLink)).items).toEqual([]);
});

test("changes that Exchange does not know, such as the page's notification bars, are not told", async () => {
  const { deltaLink } = await round(client, inbox);
  client.mailbox.change(ids[0]!, { sessionData: { a: "b" } }, later, false);
  client.mailbox.change(ids[0]!, { categories: [] }, later);
  expect((await round(client, deltaLink)).items).toEqual([]);
});

test("a deltaLink may be used again and tells the same, as after a crash before it was stored", async () => {
  const { deltaLink } = await round(client, inbox);
  client.mailbox.change(ids[0]!, { importance: "high" }, later);
  const once = await round(client, deltaLink);
  expect((await round(client, deltaLink)).items).toEqual(once.items);
});

test("the same nextLink once more gives the same page; an older one after it is 410", async () => {
  const first = await client.ask(inbox);
  const second = await client.ask(first.json["@odata.nextLink"]);
  const again = await client.ask(first.json["@odata.nextLink"]);
  expect(again.json.value).toEqual(second.json.value);
  await client.ask(second.json["@odata.nextLink"]);
  const { status, json, headers } = await client.ask(first.json["@odata.nextLink"]);
  expect([status, json.error.code]).toEqual([410, "SyncStateNotFound"]);
  expect(headers["Location"]).toMatch(/^https:.*\/messages\/delta\?\$deltatoken=$/);
  expect((await client.ask(headers["Location"]!)).status).toBe(200);
});

test("only so many states are kept: the nextLink of a round that was begun long ago is 410", async () => {
  const first = await client.ask(inbox);
  for (let count = 0; count < 500; count += 1) await client.ask(inbox);
  expect((await client.ask(first.json["@odata.nextLink"])).status).toBe(410);
});

test("what changes while the pages are read comes in the next round", async () => {
  const first = await client.ask(inbox);
  const seen = idsOf(first.json.value);
  const unseen = ids.filter((id) => !seen.includes(id));
  client.mailbox.change(unseen[0]!, { folder: "archive" }, later);
  const [late = ""] = fillMailbox(client.mailbox, 1, later);
  const rest = await round(client, first.json["@odata.nextLink"]);
  expect(idsOf(rest.items)).not.toContain(late);
  const next = await round(client, rest.deltaLink);
  expect(new Set(idsOf(next.items))).toEqual(new Set([unseen[0], late]));
});

test("a filter by receivedDateTime bounds every round, and tombstones come all the same", async () => {
  const since = new Date(noon - 4 * 60_000).toISOString();
  const place = (operator: string) => `${inbox}?${query({ $filter: `receivedDateTime ${operator} ${since}` })}`;
  expect((await round(client, place("gt"))).items).toHaveLength(4);
  const { items, deltaLink } = await round(client, place("ge"));
  expect(items).toHaveLength(5);
  client.mailbox.change(ids[0]!, { importance: "low" }, later);
  client.mailbox.remove(ids[1]!);
  expect((await round(client, deltaLink)).items).toEqual([tombstone(ids[1]!)]);
});

test("with a filter at most 5,000 messages come, the newest", async () => {
  const many = await graphClient();
  fillMailbox(many.mailbox, 5_200, noon);
  const place = `${inbox}?${query({ $filter: "receivedDateTime ge 2020-01-01T00:00:00Z", $select: "subject" })}`;
  const { items } = await round(many, place, { prefer: "odata.maxpagesize=1000" });
  expect(items).toHaveLength(5_000);
  expect(items.map(({ subject }) => subject)).not.toContain("Question 199");
});

test("$orderby receivedDateTime desc gives the newest first", async () => {
  const { items } = await round(client, `${inbox}?${query({ $orderby: "receivedDateTime desc" })}`);
  expect(idsOf(items)).toEqual([...ids].reverse());
});

test("changeType keeps to what was created, updated or deleted", async () => {
  const [created, updated, deleted] = await Promise.all(
    ["created", "updated", "deleted"].map((type) => round(client, `${inbox}?changeType=${type}`)),
  );
  expect([created!.items.length, updated!.items.length, deleted!.items.length]).toEqual([25, 0, 0]);
  const [arrived] = fillMailbox(client.mailbox, 1, later);
  client.mailbox.change(ids[0]!, { importance: "low" }, later);
  client.mailbox.remove(ids[1]!);
  const told = async (link: string) => idsOf((await round(client, link)).items);
  expect(await told(created!.deltaLink)).toEqual([arrived]);
  expect(await told(updated!.deltaLink)).toEqual([ids[0]]);
  expect(await told(deleted!.deltaLink)).toEqual([ids[1]]);
});

test("extended properties come with $expand, in every round", async () => {
  const property = "String 0x1035";
  const place = `${inbox}?${query({ $select: "id", $expand: `singleValueExtendedProperties($filter=id eq '${property}')` })}`;
  const { items, deltaLink } = await round(client, place);
  expect(items[0].singleValueExtendedProperties).toEqual([
    { id: property, value: expect.stringMatching(/^<question/) },
  ]);
  client.mailbox.change(ids[0]!, { importance: "low" }, later);
  expect((await round(client, deltaLink)).items[0].singleValueExtendedProperties).toHaveLength(1);
});

test.each([
  "$search=x",
  "$count=true",
  "$skip=3",
  "$top=0",
  "$filter=isRead eq true",
  "$orderby=subject",
  "changeType=moved",
])("delta refuses %s", async (option) => {
  expect((await client.ask(`${inbox}?${option.replaceAll(" ", "%20")}`)).status).toBe(400);
});

test("a damaged token, one of another folder and the word latest are 400", async () => {
  const { deltaLink } = await round(client, inbox);
  const damaged = deltaLink.slice(0, -2) + (deltaLink.endsWith("A") ? "BB" : "AA");
  const elsewhere = deltaLink.replace(/mailfolders\('[^']+'\)/, "mailfolders('archive')");
  for (const link of [damaged, elsewhere, `${inbox}?$deltatoken=latest`])
    expect((await client.ask(link)).status).toBe(400);
});

test("a message that comes back before the next round is told as it lies, not as gone", async () => {
  const { deltaLink } = await round(client, inbox);
  client.mailbox.change(ids[0]!, { folder: "archive" }, later);
  client.mailbox.change(ids[0]!, { folder: "inbox" }, later);
  const { items } = await round(client, deltaLink);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ id: ids[0], subject: "Question 0" });
});

test("there is no delta over all folders, nor of the root", async () => {
  expect((await client.ask("/me/messages/delta")).status).not.toBe(200);
  expect((await client.ask("/me/mailFolders/msgfolderroot/messages/delta")).status).toBe(404);
});
