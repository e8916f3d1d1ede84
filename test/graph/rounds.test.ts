import { expect, test } from "@jest/globals";
import { isRefusal, type ChangePage, type Round } from "../../src/addin/mailboxPorts.ts";
import { isoOf } from "../../src/domain/time.ts";
import { graphMail } from "../../src/graph/graphMail.ts";
import { emptyCopy, finishRounds, turnPage } from "../support/foldRounds.ts";
import { addinId, graphMessage } from "../support/graphMessages.ts";
import { scriptedFolders } from "../support/scriptedFolder.ts";
import { base, batching, fault, scriptedGraph, type Answered, type Script } from "../support/scriptedGraph.ts";
import { at } from "../support/time.ts";

const since = at("Fri 2026-11-20 08:00");
const shared = "planning@pinewood.example";
const inbox: Round = { mailbox: "", folder: "inbox", link: null, since };
const link = `${base}/me/mailfolders('AQ')/messages/delta?$deltatoken=abc`;
const page = (value: readonly unknown[], rest: object = { "@odata.deltaLink": link }): Answered => ({
  body: { value, ...rest },
});

function reading(script: Script, scopes: readonly string[] = ["Mail.Read", "Mail.Read.Shared"]) {
  const graph = scriptedGraph(script);
  return { ...graph, reader: graphMail(graph.request, { addinId, scopes })!.reader };
}

async function onlyPage(script: Script, round: Round = inbox): Promise<ChangePage> {
  const [answer] = await reading(script).reader.pages([round]);
  if (answer === undefined || isRefusal(answer)) throw new Error("refused");
  return answer;
}

test("a round begins with the fields in use, its filter, the page size and immutable ids", async () => {
  const { reader, asked } = reading(() => page([]));
  await reader.pages([inbox]);
  const [path, query] = asked[0]!.path.split("?");
  expect(path).toBe("/me/mailFolders/inbox/messages/delta");
  expect(new URLSearchParams(query).get("$filter")).toBe(`receivedDateTime ge ${isoOf(since)}`);
  expect(new URLSearchParams(query).get("$select")).not.toMatch(/isRead/);
  expect(new URLSearchParams(query).get("$expand")).toMatch(/0x1042.*0x1039.*0x001A.*0x1081.*0x1082.*cecp-/);
  expect(asked[0]!.headers["Prefer"]).toBe('odata.maxpagesize=200, IdType="ImmutableId"');
});

test("with the basics alone no extended property is asked for; all of a folder is asked for without a filter", async () => {
  const { reader, asked } = reading(() => page([]), ["Mail.ReadBasic"]);
  await reader.pages([{ ...inbox, since: null }]);
  expect(reader.canReadAll).toBe(false);
  expect(asked[0]!.path).not.toMatch(/expand|filter|bodyPreview/);
});

test("links are followed as given, with the page size again and nothing added", async () => {
  const next = `${base}/me/mailfolders('AQ')/messages/delta?$skiptoken=x%20y`;
  const { reader, asked } = reading((_, count) => page([], count === 1 ? { "@odata.nextLink": next } : undefined));
  const [first] = (await reader.pages([inbox])) as [ChangePage];
  expect(first.delta).toBeNull();
  const [second] = (await reader.pages([{ ...inbox, link: first.next }])) as [ChangePage];
  expect(second.next).toBeNull();
  await reader.pages([{ ...inbox, link: second.delta }]);
  expect(asked.slice(1).map(({ path }) => base + path)).toEqual([next, link]);
  expect(new Set(asked.map(({ headers }) => headers["Prefer"])).size).toBe(1);
});

test("a message that left is told by its id alone, an update by what it carries", async () => {
  const items = [
    graphMessage,
    { id: "b", "@removed": { reason: "deleted" } },
    { id: "c", "@odata.etag": 'W/"2"', categories: ["x"] },
    { noId: true },
  ];
  const { changes } = await onlyPage(() => page(items));
  expect(changes).toEqual([
    { id: "AAkALgAA", removed: false, fields: expect.objectContaining({ subject: "Dog licence question" }) as unknown },
    { id: "b", removed: true },
    { id: "c", removed: false, fields: { etag: 'W/"2"', categories: ["x"] } },
  ]);
});

test("several rounds are one batch, more than twenty are two, shared mailboxes by their address", async () => {
  const { reader, asked } = reading(batching(({ url }) => page([{ ...graphMessage, id: url.slice(0, 20) }])));
  const rounds = [inbox, { ...inbox, mailbox: shared }, { ...inbox, folder: "a/b+c=", link: null }];
  const pages = (await reader.pages(rounds)) as ChangePage[];
  expect(pages.map(({ changes }) => changes[0]?.id)).toEqual([
    "/me/mailFolders/inbo",
    "/users/planning%40pi",
    "/me/mailFolders/a%2F",
  ]);
  expect(asked).toHaveLength(1);
  await reader.pages([
    { ...inbox, link },
    { ...inbox, folder: "sentitems" },
  ]);
  const { requests } = asked[1]!.body as { requests: readonly { url: string; headers: object }[] };
  expect(requests[0]).toMatchObject({
    url: link.slice(base.length),
    headers: { Prefer: 'odata.maxpagesize=200, IdType="ImmutableId"' },
  });
  await reader.pages(Array.from({ length: 21 }, () => inbox));
  expect(asked).toHaveLength(4);
  expect(await reader.pages([])).toEqual([]);
});

const lost = { error: { code: "BadRequest", innererror: { code: "SyncStateNotFound" } } };

test.each([
  ["410", fault(410, "whatever"), "resync"],
  ["410 of a proxy", { status: 410, body: "<html>" }, "resync"],
  ["404 that says so", fault(404, "syncStateNotFound"), "resync"],
  ["400 that says so inside", { status: 400, body: lost }, "resync"],
  ["resyncRequired", fault(403, "ResyncRequired"), "resync"],
  ["400 for a damaged token", fault(400, "BadRequest"), "resync"],
  ["403", fault(403, "ErrorAccessDenied"), "forbidden"],
  ["404", fault(404, "ErrorItemNotFound"), "gone"],
] as const)("a round answered with %s is %j: %s, alone and in a batch", async (_, answer, refusal) => {
  const round = { ...inbox, link };
  expect(await reading(() => answer).reader.pages([round])).toEqual([{ refusal }]);
  const fine = page([]);
  const { reader } = reading(batching(({ url }) => (url.includes("abc") ? answer : fine)));
  expect(await reader.pages([inbox, round])).toEqual([expect.objectContaining({ changes: [] }), { refusal }]);
});

test("a bad request at the beginning of a round is our own fault", async () => {
  await expect(reading(() => fault(400, "BadRequest")).reader.pages([inbox])).rejects.toMatchObject({
    code: "unexpected",
  });
});

test.each([
  [401, "signInNeeded"],
  [429, "throttled"],
  [503, "throttled"],
])("when nothing can be read, for %d, that is %s", async (status, code) => {
  await expect(reading(() => fault(status, "x")).reader.pages([inbox])).rejects.toMatchObject({ code });
  const { reader } = reading(batching(() => fault(status, "x")));
  await expect(reader.pages([inbox, inbox])).rejects.toMatchObject({ code });
});

test("a round that had no turn while another had is throttled, and the other's page is not lost", async () => {
  const { reader, asked } = reading(
    batching(({ url }) =>
      url.startsWith("/users") ? fault(429, "ApplicationThrottled", { "Retry-After": "1" }) : page([graphMessage]),
    ),
  );
  const [mine, theirs] = await reader.pages([inbox, { ...inbox, mailbox: shared }]);
  expect(mine).toMatchObject({ delta: expect.stringContaining(link) as unknown });
  expect(theirs).toEqual({ refusal: "throttled" });
  expect(asked).toHaveLength(4);
});

test.each([
  ["html", "<html>"],
  ["no list", {}],
  ["neither link", { value: [] }],
])("a page that is none (%s) is unexpected", async (_, body) => {
  await expect(reading(() => ({ body })).reader.pages([inbox])).rejects.toMatchObject({ code: "unexpected" });
});

test("a link of another site is not known here: the round begins anew, others are read", async () => {
  const { reader, asked } = reading(() => page([]));
  const foreign = { ...inbox, link: "https://graph.microsoft.example/v1.0/me/x?$deltatoken=a" };
  expect(await reader.pages([foreign, inbox])).toEqual([
    { refusal: "resync" },
    expect.objectContaining({ changes: [] }),
  ]);
  expect(asked.map(({ method }) => method)).toEqual(["GET"]);
});

const path = "/me/mailFolders/inbox";
const old = at("Thu 2026-11-19 08:00");

function crowded(count: number) {
  let state = 7;
  const folders = scriptedFolders(() => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647, { faults: false });
  for (let n = 0; n < count; n += 1) folders.put(path, `m${n}`, { receivedAt: since, categories: [] });
  folders.put(path, "old", { receivedAt: old, categories: [] });
  const graph = scriptedGraph(folders.script);
  const { reader } = graphMail(graph.request, { addinId, scopes: ["Mail.Read"], pageSize: 500 })!;
  return { folders, reader, asked: graph.asked, copy: emptyCopy("", "inbox", since) };
}

test("more than the 5,000 messages that a filter lets through come in one round all the same, older ones left out", async () => {
  const { folders, reader, asked, copy } = crowded(5_200);
  await finishRounds(reader, [copy]);
  expect(copy.known.size).toBe(5_200);
  expect(copy.known.has("old")).toBe(false);
  const begun = asked.filter(({ path: each }) => each.includes("$select"));
  expect(begun.map(({ path: each }) => each.includes("$filter"))).toEqual([true, false]);
  folders.put(path, "m1", { receivedAt: since, categories: ["late"] });
  folders.put(path, "new", { receivedAt: since, categories: [] });
  folders.put(path, "old", { receivedAt: old, categories: ["late"] });
  folders.remove(path, "m2");
  const before = asked.length;
  await finishRounds(reader, [copy]);
  expect(new Set(copy.known.keys())).toEqual(new Set([...folders.content(path).keys()].filter((id) => id !== "old")));
  expect(copy.known.get("m1")?.categories).toEqual(["late"]);
  expect(asked.slice(before).some(({ path: each }) => each.includes("$select=parent") && each.includes("delta"))).toBe(
    false,
  );
});

test("a message that leaves while such a round is begun again does not stay in the copy", async () => {
  const { folders, reader, copy } = crowded(5_050);
  copy.open = true;
  while (copy.known.size < 5_000) await turnPage(reader, [copy]);
  const told = [...copy.known.keys()].slice(0, 40);
  for (const id of told) folders.remove(path, id);
  await finishRounds(reader, [copy]);
  expect(told.filter((id) => copy.known.has(id))).toEqual([]);
  expect(copy.known.size).toBe(5_010);
});

test("with clearly fewer a round is not begun again", async () => {
  const { reader, asked, copy } = crowded(4_900);
  await finishRounds(reader, [copy]);
  expect(copy.known.size).toBe(4_900);
  expect(asked.filter(({ path: each }) => each.includes("$select"))).toHaveLength(1);
});
