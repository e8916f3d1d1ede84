/** What simulators of Graph get wrong, point by point: here it is right. */
import { beforeEach, expect, test } from "@jest/globals";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { instant } from "../../../src/domain/time.ts";
import { at } from "../../support/time.ts";
import { type GraphClient, graphClient, immutable, inbox, query, round } from "./client.ts";

const noon = at("Tue 2026-11-24 12:00");
let client: GraphClient;
let ids: readonly string[];
let message: string;
beforeEach(async () => {
  client = await graphClient();
  ids = fillMailbox(client.mailbox, 12, noon);
  message = `/me/messages/${ids[0]!}`;
});

const date = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: "UTC" });
const patch = (body: unknown, more = {}) => client.ask(message, { method: "PATCH", body, ...more });

test("1: a page's script cannot read Retry-After, which is there", async () => {
  client.graph.setFaults({ graph: "throttled", retryAfterS: 7 });
  const authorization = `Bearer ${await client.token("Mail.Read")}`;
  const seen = await client.fetch(client.base + message, { headers: { authorization } });
  expect([seen.status, seen.headers.get("retry-after")]).toEqual([429, null]);
  expect((await client.ask(message)).headers["Retry-After"]).toBe("7");
});

test("2: PATCH answers 200 with the whole message and a new etag", async () => {
  const before = (await client.ask(message)).json;
  const { status, json } = await patch({ isRead: true });
  expect(status).toBe(200);
  expect(Object.keys(json)).toEqual(Object.keys(before));
  expect(json["@odata.etag"]).not.toBe(before["@odata.etag"]);
});

test("3: a page has a nextLink or a deltaLink, never both; an empty one may have a nextLink", async () => {
  const untidy = await graphClient({ seed: 3 });
  fillMailbox(untidy.mailbox, 200, noon);
  let empty = 0;
  for (let link = inbox; link !== "";) {
    const { json } = await untidy.ask(link);
    expect([json["@odata.nextLink"], json["@odata.deltaLink"]].filter(Boolean)).toHaveLength(1);
    if (json.value.length === 0 && json["@odata.nextLink"]) empty += 1;
    link = json["@odata.nextLink"] ?? "";
  }
  expect(empty).toBeGreaterThan(0);
});

test("4: a move leaves a tombstone with an id and nothing more", async () => {
  const { deltaLink } = await round(client, inbox);
  client.mailbox.change(ids[0]!, { folder: "archive" }, noon);
  const { items } = await round(client, deltaLink);
  expect(items.map((item) => Object.keys(item))).toEqual([["@odata.type", "id", "@removed"]]);
});

test("5: updates may be partial, items come again, and no order is kept", async () => {
  const untidy = await graphClient({ seed: 5 });
  const all = fillMailbox(untidy.mailbox, 200, noon);
  const first = await round(untidy, `${inbox}?$select=subject,categories`);
  const told = first.items.filter((item) => !item["@removed"]).map(({ id }) => id as string);
  expect(new Set(told)).toEqual(new Set(all));
  expect(told.length).toBeGreaterThan(all.length);
  expect(told.slice(0, 20)).not.toEqual(all.slice(0, 20));
  for (const id of all) untidy.mailbox.change(id, { categories: ["x"] }, noon);
  const { items } = await round(untidy, first.deltaLink);
  const kinds = new Set(items.map((item) => "subject" in item));
  expect(kinds).toEqual(new Set([true, false]));
});

test("6: a deltaLink ends with 410 and its code on demand, and so does a nextLink used again later", async () => {
  const { deltaLink } = await round(client, inbox);
  client.graph.setFaults({ graph: "gone" });
  const { status, json, headers } = await client.ask(deltaLink);
  expect([status, json.error.code]).toEqual([410, "SyncStateNotFound"]);
  expect(headers["Location"]).toContain("$deltatoken=");
  expect(client.graph.faults.state.graph).toBe("none");
  const [one, two] = [await client.ask(`${inbox}?$top=3`), (link: string) => client.ask(link)];
  const second = await two(one.json["@odata.nextLink"]);
  await two(second.json["@odata.nextLink"]);
  expect((await two(one.json["@odata.nextLink"])).status).toBe(410);
});

test("7: nothing unselected comes, and what would be empty is left out", async () => {
  const property = "$expand=singleValueExtendedProperties($filter=id%20eq%20'String%200x1042')";
  const { json } = await client.ask(`${message}?$select=subject&${property}`);
  expect(Object.keys(json)).toEqual(["@odata.context", "@odata.etag", "id", "subject"]);
  expect((await client.ask(message)).json).not.toHaveProperty("internetMessageHeaders");
});

test("8: without immutable ids a move changes the id; with them it does not", async () => {
  const movable = async () => (await client.ask(message, { prefer: "" })).json.id as string;
  const before = await movable();
  client.mailbox.change(ids[0]!, { folder: "archive" }, noon);
  expect(await movable()).not.toBe(before);
  expect((await client.ask(message)).json.id).toBe(ids[0]);
});

test("9: links are absolute and stay on the origin that was asked", async () => {
  const { json } = await client.ask(inbox);
  const list = await client.ask("/me/messages");
  for (const link of [json["@odata.nextLink"], list.json["@odata.nextLink"]])
    expect(new URL(link as string).origin).toBe(new URL(client.base).origin);
});

test("10: a batch comes in any order, four at a time; dependants of a failure are 424; 21 and double ids are 400", async () => {
  const untidy = await graphClient({ seed: 1, latencyMs: 5 });
  const many = fillMailbox(untidy.mailbox, 20, noon);
  const item = (id: string, index: number) => ({ id: String(index), method: "GET", url: `/me/messages/${id}` });
  const post = (requests: unknown) => untidy.ask("/$batch", { method: "POST", body: { requests } });
  const started = performance.now();
  const { json } = await post(many.map(item));
  expect(performance.now() - started).toBeGreaterThanOrEqual(24);
  expect(json.responses.map(({ status }: { status: number }) => status)).toEqual(many.map(() => 200));
  expect(json.responses.map(({ id }: { id: string }) => id)).not.toEqual(many.map((_, index) => String(index)));
  const chain = [item("nowhere", 1), { ...item(many[0]!, 2), dependsOn: ["1"] }];
  const failed = (await post(chain)).json.responses.map(({ id, status }: { id: string; status: number }) => [
    id,
    status,
  ]);
  expect(new Map(failed)).toEqual(
    new Map([
      ["1", 404],
      ["2", 424],
    ]),
  );
  expect((await post([...many, many[0]!].map(item))).status).toBe(400);
  expect(
    (
      await post([
        { ...item(many[0]!, 1), id: "a" },
        { ...item(many[0]!, 2), id: "A" },
      ])
    ).status,
  ).toBe(400);
});

test("11: a due date needs a start, and categories replace the set", async () => {
  const flag = { flagStatus: "flagged", dueDateTime: date("2026-11-26") };
  expect((await patch({ flag })).status).toBe(400);
  expect((await patch({ flag: { ...flag, startDateTime: date("2026-11-24") } })).status).toBe(200);
  await patch({ categories: ["one", "two"] });
  expect((await patch({ categories: ["three"] })).json.categories).toEqual(["three"]);
});

test("12: colours are preset0 to preset24 in lower case, or none", async () => {
  const { json } = await client.ask("/me/outlook/masterCategories");
  for (const { color } of json.value) expect(color).toMatch(/^(none|preset\d+)$/);
  const body = { displayName: "Reply due", color: "Preset9" };
  expect((await client.ask("/me/outlook/masterCategories", { method: "POST", body })).status).toBe(400);
});

test("13: errors have code, message and the ids of the request", async () => {
  const { json, headers } = await client.ask("/me/messages/nowhere");
  expect(json.error).toMatchObject({ code: "ErrorItemNotFound", message: expect.stringMatching(/./) });
  expect(Object.keys(json.error.innerError)).toEqual(["date", "request-id", "client-request-id"]);
  expect(headers["request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

test("14: a token for another audience is 401, a scope that is missing 403", async () => {
  const foreign = { headers: { authorization: "Bearer e30.e30.e30" } };
  expect((await client.ask(message, foreign)).status).toBe(401);
  expect((await client.ask(message, { scopes: "User.Read" })).status).toBe(403);
  expect((await client.ask(message, { method: "PATCH", body: { isRead: true }, scopes: "Mail.Read" })).status).toBe(
    403,
  );
  expect((await client.ask("/me/outlook/masterCategories", { scopes: "Mail.ReadWrite" })).status).toBe(403);
});

test("15: the fifth request at the same time is 429 for that mailbox alone", async () => {
  await client.ask(message);
  const statuses = await Promise.all([1, 2, 3, 4, 5].map(async () => (await client.ask(message)).status));
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  expect((await client.ask(message)).status).toBe(200);
});

test("16: with a lag, what arrives or changes is to be seen only later", async () => {
  let clock = 0;
  const slow = await graphClient({ machine: { now: () => clock, wait: () => Promise.resolve() } });
  slow.graph.setFaults({ graphLagMs: 5_000 });
  const { deltaLink } = await round(slow, inbox);
  const [late = ""] = fillMailbox(slow.mailbox, 1, noon);
  clock = 4_999;
  expect((await round(slow, deltaLink)).items).toEqual([]);
  expect((await slow.ask("/me/messages")).json.value).toEqual([]);
  expect((await slow.ask(`/me/messages/${late}`)).status).toBe(404);
  clock = 5_000;
  expect((await round(slow, deltaLink)).items.map(({ id }) => id)).toEqual([late]);
  expect((await slow.ask(`/me/messages/${late}`)).status).toBe(200);
});

test("17: the case of an id matters", async () => {
  const other = ids[0]!.replace(/[a-z]/, (letter) => letter.toUpperCase());
  expect((await client.ask(`/me/messages/${other}`)).status).toBe(404);
});

test("18: what delta does not know is refused, never ignored", async () => {
  const options = ["$top=0", "$count=true", query({ $search: '"fence"' })];
  for (const option of options) expect((await client.ask(`${inbox}?${option}`)).status).toBe(400);
});

test("a request with a later receivedDateTime than now is nothing special", async () => {
  const [future] = fillMailbox(client.mailbox, 1, instant(noon + 86_400_000));
  expect((await client.ask(`/me/messages/${future!}`, { prefer: immutable })).status).toBe(200);
});
