import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { OutsideError, type Clock } from "../../src/addin/ports.ts";
import { graphRequest, waitMs } from "../../src/graph/graphRequest.ts";
import { graphSentItems, sentItemsPath, sentReply } from "../../src/graph/sentItems.ts";
import { at, day } from "../support/time.ts";

const addinId = "1f0c3f0e-0000-4000-8000-000000000001";
const cecp = `String {00020329-0000-0000-C000-000000000046} Name cecp-${addinId}`;
const stamp = { replyKind: "holding", template: "receipt", promisedDay: "2026-11-26", answers: "<one@mail.example>" };

const sent = {
  "@odata.etag": 'W/"1"',
  id: "AAkALgAA",
  internetMessageId: "<reply@pinewood.example>",
  conversationId: "conversation-1",
  sentDateTime: "2026-11-20T20:00:00Z",
  toRecipients: [{ emailAddress: { name: "Ada Okafor", address: "Ada@Mail.example" } }],
  ccRecipients: [{ emailAddress: { name: "Ben Roy", address: "ben@mail.example" } }],
  bccRecipients: [],
  singleValueExtendedProperties: [
    { id: "String 0x1042", value: "<one@mail.example>" },
    { id: "String 0x1039", value: "<zero@mail.example> <one@mail.example>" },
    { id: cecp.toLowerCase(), value: JSON.stringify({ "civicreply.stamp": JSON.stringify(stamp) }) },
  ],
};

type Handler = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

let server: Server | null = null;
const seen: IncomingMessage[] = [];
const waits: number[] = [];

/** Never waits, but writes down how long it would have. */
const clock: Clock = {
  now: () => at("Fri 2026-11-20 16:00"),
  after(ms, callback) {
    waits.push(ms);
    setImmediate(callback);
    return () => undefined;
  },
};

async function graph(handler: Handler, tokens: readonly string[] = ["first", "second"]) {
  seen.length = 0;
  waits.length = 0;
  server = createServer((request, response) => {
    seen.push(request);
    handler(request, response, origin);
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = (force: boolean) => Promise.resolve(tokens[force ? 1 : 0] ?? "");
  return graphSentItems(graphRequest({ base: `${origin}/v1.0`, token, clock, dice: () => 0.5 }), addinId);
}

afterEach(async () => {
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

const since = at("Fri 2026-11-20 11:00");

test("a sent message comes with recipients, the ids it answers and its stamp", async () => {
  const items = await graph((_, response) => answer(response, 200, { value: [sent] }));
  expect(await items.since(since)).toEqual([
    {
      id: "AAkALgAA",
      internetMessageId: "<reply@pinewood.example>",
      conversationId: "conversation-1",
      sentAt: at("Fri 2026-11-20 14:00"),
      recipients: ["ada@mail.example", "ben@mail.example"],
      answers: ["<one@mail.example>", "<zero@mail.example>"],
      stamp: { ...stamp, promisedDay: day("Thu 2026-11-26") },
    },
  ]);
});

test("one query asks for all, with the ordered property first in the filter and immutable ids", async () => {
  const items = await graph((_, response) => answer(response, 200, { value: [] }));
  await items.since(since);
  const address = new URL(seen[0]!.url!, "http://graph.example");
  expect(seen).toHaveLength(1);
  expect(address.pathname).toBe("/v1.0/me/mailFolders/sentitems/messages");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    $filter: "sentDateTime ge 2026-11-20T17:00:00Z",
    $orderby: "sentDateTime asc",
    $select: "id,internetMessageId,conversationId,sentDateTime,toRecipients,ccRecipients,bccRecipients",
    $expand: `singleValueExtendedProperties($filter=id eq 'String 0x1042' or id eq 'String 0x1039' or id eq '${cecp}')`,
    $top: "50",
  });
  expect(seen[0]!.headers["prefer"]).toBe('IdType="ImmutableId"');
  expect(seen[0]!.headers.authorization).toBe("Bearer first");
  expect(sentItemsPath(since, addinId)).not.toMatch(/ /);
});

test("next links are followed as given, through an empty page too", async () => {
  const items = await graph((request, response, origin) => {
    const page = new URL(request.url!, origin).searchParams.get("page");
    if (page === null) answer(response, 200, { value: [sent], "@odata.nextLink": `${origin}/elsewhere?page=2` });
    else if (page === "2") answer(response, 200, { value: [], "@odata.nextLink": `${origin}/elsewhere?page=3` });
    else answer(response, 200, { value: [{ ...sent, id: "last" }] });
  });
  expect((await items.since(since)).map(({ id }) => id)).toEqual(["AAkALgAA", "last"]);
  expect(seen.every((request) => request.headers["prefer"] === 'IdType="ImmutableId"')).toBe(true);
});

test("a 401 is answered once with a fresh token; a second one means sign in", async () => {
  const items = await graph((request, response) =>
    request.headers.authorization === "Bearer second"
      ? answer(response, 200, { value: [] })
      : answer(response, 401, {}),
  );
  expect(await items.since(since)).toEqual([]);
  server!.removeAllListeners("request").on("request", (request: IncomingMessage, response: ServerResponse) => {
    seen.push(request);
    answer(response, 401, {});
  });
  await expect(items.since(since)).rejects.toMatchObject({ code: "signInNeeded" });
  expect(seen).toHaveLength(4);
});

test("a throttled or tired Graph is asked again after a while, four times in all", async () => {
  let left = 2;
  const items = await graph((_, response) => {
    left -= 1;
    if (left === 1) answer(response, 429, {}, { "Retry-After": "3" });
    else if (left === 0) answer(response, 503, {});
    else answer(response, 200, { value: [sent] });
  });
  expect(await items.since(since)).toHaveLength(1);
  expect(waits).toEqual([3_000, 1_500]);
  left = 1_000;
  server!
    .removeAllListeners("request")
    .on("request", (_: IncomingMessage, response: ServerResponse) => answer(response, 429, {}));
  await expect(items.since(since)).rejects.toMatchObject({ code: "throttled" });
  expect(waits).toHaveLength(2 + 3);
});

test.each([
  [403, "forbidden"],
  [404, "gone"],
  [400, "unexpected"],
  [500, "unexpected"],
])("status %d is %s and not retried", async (status, code) => {
  const items = await graph((_, response) => answer(response, status, { error: { code: "x", message: "y" } }));
  await expect(items.since(since)).rejects.toMatchObject({ name: "OutsideError", code });
  expect(seen).toHaveLength(1);
});

test("a network that is not there is offline, an answer without a list is unexpected", async () => {
  const gone = graphRequest({ base: "http://127.0.0.1:9", token: () => Promise.resolve("t"), clock, dice: () => 0 });
  await expect(gone.list("/x")).rejects.toMatchObject({ code: "offline" });
  const items = await graph((_, response) => {
    response.end("<html>");
  });
  await expect(items.since(since)).rejects.toBeInstanceOf(OutsideError);
});

test("without extended properties the message still counts, unstamped", () => {
  expect(sentReply({ ...sent, singleValueExtendedProperties: undefined }, addinId)).toMatchObject({
    answers: [],
    stamp: null,
  });
});

test.each(["", "null", "[]", "{", '{"civicreply.stamp":"{"}', '{"civicreply.stamp":{"replyKind":"lie"}}'])(
  "a bag that holds %j bears no stamp",
  (value) => {
    const item = { ...sent, singleValueExtendedProperties: [{ id: cecp, value }] };
    expect(sentReply(item, addinId)?.stamp).toBeNull();
  },
);

test("of an item without a time nothing is said", () => {
  expect(sentReply({ ...sent, sentDateTime: null }, addinId)).toBeNull();
});

test("Graph's own wait counts when it can be read, up to 20 s; else it doubles", () => {
  expect(waitMs("7", 1, 0.5)).toBe(7_000);
  expect(waitMs("600", 1, 0.5)).toBe(20_000);
  expect([1, 2, 3].map((attempt) => waitMs(null, attempt, 0))).toEqual([500, 1_000, 2_000]);
  expect(waitMs("Fri, 20 Nov 2026 17:00:00 GMT", 1, 0)).toBe(500);
});
