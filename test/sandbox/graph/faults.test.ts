import { beforeEach, expect, test } from "@jest/globals";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { at } from "../../support/time.ts";
import { type GraphClient, graphClient, inbox, round } from "./client.ts";

const noon = at("Tue 2026-11-24 12:00");
let client: GraphClient;
let waited: number[];
beforeEach(async () => {
  waited = [];
  const wait = (ms: number) => {
    waited.push(ms);
    return Promise.resolve();
  };
  client = await graphClient({ machine: { now: () => 0, wait } });
  fillMailbox(client.mailbox, 3, noon);
});

const status = async () => (await client.ask("/me/messages")).status;

test("a storm answers 429 to the share of requests that was asked for, the same in every run", async () => {
  client.graph.setFaults({ graph: "throttled", rate: 0.5 });
  const statuses: number[] = [];
  for (let count = 0; count < 100; count += 1) statuses.push(await status());
  const refused = statuses.filter((one) => one === 429).length;
  expect(refused).toBeGreaterThan(35);
  expect(refused).toBeLessThan(65);
});

test("in a storm a batch itself is answered, its items are 429", async () => {
  client.graph.setFaults({ graph: "throttled", retryAfterS: null });
  const requests = [{ id: "1", method: "GET", url: "/me/messages" }];
  const { status: envelope, json } = await client.ask("/$batch", { method: "POST", body: { requests } });
  expect([envelope, json.responses[0].status]).toEqual([200, 429]);
  expect(json.responses[0].headers).not.toHaveProperty("Retry-After");
});

test("unavailable is 503, a timeout hangs and is 504, slow takes its time, none is as before", async () => {
  client.graph.setFaults({ graph: "unavailable" });
  expect(await status()).toBe(503);
  client.graph.setFaults({ graph: "timeouts", delayMs: 9_000 });
  expect([await status(), waited]).toEqual([504, [9_000]]);
  client.graph.setFaults({ graph: "slow" });
  expect([await status(), waited]).toEqual([200, [9_000, 2_000]]);
  client.graph.setFaults({ graph: "none" });
  expect([await status(), waited.length]).toEqual([200, 2]);
});

test("a lost answer is one whose request was carried out", async () => {
  const [message] = [...client.mailbox.all()];
  client.graph.setFaults({ plan: [{ at: 1, kind: "lostAnswers" }] });
  const change = { method: "PATCH", body: { categories: ["x"] } };
  await expect(client.ask(`/me/messages/${message!.id}`, change)).rejects.toThrow("the answer was lost");
  expect(client.mailbox.get(message!.id)!.categories).toEqual(["x"]);
});

test("lost marks are answered as set, with another etag, and are not there afterwards; other properties are", async () => {
  const [message] = [...client.mailbox.all()];
  const address = `/me/messages/${message!.id}`;
  const before = await client.ask(address);
  const change = { method: "PATCH", body: { categories: ["x"] } };
  for (const plan of [
    [{ at: 1, kind: "lostMarks" as const }],
    [{ at: 1, of: "items" as const, kind: "lostMarks" as const }],
  ]) {
    client.graph.setFaults({ plan });
    const requests = [{ id: "1", url: address, headers: { "Content-Type": "application/json" }, ...change }];
    const { json } = await client.ask("/$batch", { method: "POST", body: { requests } });
    expect(json.responses[0]).toMatchObject({ status: 200, body: { categories: ["x"] } });
    expect(json.responses[0].body["@odata.etag"]).not.toBe(before.json["@odata.etag"]);
  }
  const value = {
    id: "String {00020329-0000-0000-C000-000000000046} Name note",
    value: "{}",
  };
  client.graph.setFaults({ plan: [{ at: 1, kind: "lostMarks" }] });
  await client.ask(address, { method: "PATCH", body: { singleValueExtendedProperties: [value] } });
  expect(client.mailbox.get(message!.id)).toMatchObject({
    categories: [],
    extended: { [value.id.toLowerCase()]: "{}" },
  });
});

test("tokens that expire are 401 until the person comes with another one", async () => {
  client.graph.setFaults({ graph: "expiredTokens" });
  expect([await status(), await status()]).toEqual([401, 401]);
  const authorization = `Bearer ${await client.token("Mail.Read")}`;
  expect((await client.ask("/me/messages", { headers: { authorization } })).status).toBe(200);
});

test("a claims challenge says which proof is wanted", async () => {
  client.graph.setFaults({ graph: "claimsChallenge" });
  const { status: refused, headers } = await client.ask("/me/messages");
  const claims = /error="insufficient_claims", claims="([^"]+)"/.exec(headers["WWW-Authenticate"] ?? "")?.[1] ?? "";
  expect([refused, Object.keys(JSON.parse(Buffer.from(claims, "base64").toString()))]).toEqual([401, ["access_token"]]);
});

test("whoever shows the faults hears when one has ended by itself", async () => {
  let ended = 0;
  client.graph.faults.onEnd(() => (ended += 1));
  const { deltaLink } = await round(client, inbox);
  client.graph.setFaults({ graph: "gone" });
  expect(ended).toBe(0);
  await client.ask(deltaLink);
  expect(ended).toBe(1);
});

test("gone ends every link that was handed out, of all folders, and is over once it was heard", async () => {
  const links = [await round(client, inbox), await round(client, inbox.replace("inbox", "sentitems"))];
  client.graph.setFaults({ graph: "gone" });
  expect(await status()).toBe(200);
  expect(client.graph.faults.state.graph).toBe("gone");
  for (const { deltaLink } of links) expect((await client.ask(deltaLink)).status).toBe(410);
  expect(client.graph.faults.state.graph).toBe("none");
  expect((await round(client, inbox)).items).toHaveLength(3);
});

test("a plan strikes exactly the named requests, counted from when it was made", async () => {
  client.graph.setFaults({
    plan: [
      { at: 2, kind: "unavailable" },
      { every: 5, kind: "throttled" },
    ],
  });
  const statuses: number[] = [];
  for (let count = 0; count < 10; count += 1) statuses.push(await status());
  expect(statuses).toEqual([200, 503, 200, 200, 429, 200, 200, 200, 200, 429]);
  client.graph.setFaults({ plan: [{ at: 1, kind: "expiredTokens" }] });
  expect([await status(), await status()]).toEqual([401, 200]);
});

test("a plan can strike one item of a batch", async () => {
  client.graph.setFaults({ plan: [{ at: 2, of: "items", kind: "throttled" }] });
  const requests = ["1", "2", "3"].map((id) => ({ id, method: "GET", url: "/me/messages" }));
  const { json } = await client.ask("/$batch", { method: "POST", body: { requests } });
  expect(json.responses.map((one: { status: number }) => one.status)).toEqual([200, 429, 200]);
});

test("a planned loss of state befalls that very request of a delta", async () => {
  const { deltaLink } = await round(client, inbox);
  client.graph.setFaults({ plan: [{ at: 2, kind: "gone" }] });
  expect((await client.ask(deltaLink)).status).toBe(200);
  expect((await client.ask(deltaLink)).status).toBe(410);
});
