import { beforeEach, expect, test } from "@jest/globals";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { at } from "../../support/time.ts";
import { type GraphClient, graphClient, immutable } from "./client.ts";

const noon = at("Tue 2026-11-24 12:00");
let client: GraphClient;
let ids: readonly string[];
beforeEach(async () => {
  client = await graphClient();
  ids = fillMailbox(client.mailbox, 20, noon);
});

interface Item {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body?: any;
}

async function post(requests: readonly unknown[], scopes?: string): Promise<ReadonlyMap<string, Item>> {
  const { status, json } = await client.ask("/$batch", {
    method: "POST",
    body: { requests },
    ...(scopes ? { scopes } : {}),
  });
  expect(status).toBe(200);
  return new Map((json.responses as Item[]).map((one) => [one.id, one]));
}

const get = (id: string, url: string, more = {}) => ({ id, method: "GET", url, ...more });
const json = { "Content-Type": "application/json" };

test("twenty changes of one mailbox in a batch all go through, though it takes four at a time", async () => {
  const requests = ids.map((id) => ({
    id,
    method: "PATCH",
    url: `/me/messages/${id}`,
    headers: json,
    body: { categories: ["Reply due"] },
  }));
  const answers = await post(requests);
  expect([...answers.values()].map(({ status }) => status)).toEqual(ids.map(() => 200));
  for (const { categories } of client.mailbox.all()) expect(categories).toEqual(["Reply due"]);
});

test("items beyond what the mailbox takes at once are 429 singly, with Retry-After among their headers", async () => {
  client = await graphClient({ latencyMs: 1 });
  ids = fillMailbox(client.mailbox, 20, noon);
  const batches = await Promise.all([1, 2].map(() => post(ids.map((id) => get(id, `/me/messages/${id}`)))));
  const refused = batches.flatMap((answers) => [...answers.values()]).filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers, body } of refused) {
    expect(headers["Retry-After"]).toMatch(/^\d+$/);
    expect(body.error.code).toBe("ApplicationThrottled");
  }
});

test("the preference for immutable ids counts item by item, not on the envelope", async () => {
  const answers = await post([
    get("1", `/me/messages/${ids[0]!}`),
    get("2", `/me/messages/${ids[0]!}`, { headers: { Prefer: immutable } }),
  ]);
  expect(answers.get("1")!.body.id).not.toBe(ids[0]);
  expect(answers.get("2")!.body.id).toBe(ids[0]);
});

test("each item is authorised by itself", async () => {
  const change = { id: "2", method: "PATCH", url: `/me/messages/${ids[0]!}`, headers: json, body: { isRead: true } };
  const answers = await post([get("1", `/me/messages/${ids[0]!}`), change, get("3", "/me")], "Mail.Read");
  expect(["1", "2", "3"].map((id) => answers.get(id)!.status)).toEqual([200, 403, 403]);
});

test("an item waits for those it depends on, wherever they stand; a failure spoils the chain behind it", async () => {
  const patch = (id: string, body: unknown, dependsOn: readonly string[] = []) => ({
    ...{ id, method: "PATCH", url: `/me/messages/${ids[0]!}`, headers: json, body, dependsOn },
  });
  await post([patch("last", { categories: ["2"] }, ["first"]), patch("first", { categories: ["1"] })]);
  expect(client.mailbox.get(ids[0]!)!.categories).toEqual(["2"]);
  const answers = await post([
    patch("a", { subject: "no" }),
    patch("b", { isRead: true }, ["a"]),
    get("c", "/me", { dependsOn: ["b"] }),
  ]);
  expect(["a", "b", "c"].map((id) => answers.get(id)!.status)).toEqual([400, 424, 424]);
  expect(answers.get("b")!.body.error.code).toBe("FailedDependency");
});

test("items that wait for each other, or for one that is not there, are 400 for the whole", async () => {
  const ask = (requests: unknown) => client.ask("/$batch", { method: "POST", body: { requests } });
  expect((await ask([get("1", "/me", { dependsOn: ["2"] }), get("2", "/me", { dependsOn: ["1"] })])).status).toBe(400);
  expect((await ask([get("1", "/me", { dependsOn: ["9"] })])).status).toBe(400);
  expect((await ask("nothing")).status).toBe(400);
});

test.each([
  ["another batch", { id: "1", method: "POST", url: "/$batch", headers: json, body: { requests: [] } }],
  ["an absolute address", get("1", "https://graph.sandbox.example/v1.0/me")],
  ["a version in its url", get("1", "/v1.0/me")],
  ["a body without Content-Type", { id: "1", method: "PATCH", url: "/me/messages/x", body: {} }],
])("an item with %s is 400", async (_what, item) => {
  expect((await post([item])).get("1")!.status).toBe(400);
});

test("an answer without a body has none in the batch", async () => {
  const { id } = client.mailbox.masterCategories[0]!;
  const answers = await post([{ id: "1", method: "DELETE", url: `/me/outlook/masterCategories/${id}` }]);
  expect(answers.get("1")).toEqual({ id: "1", status: 204, headers: {} });
});
