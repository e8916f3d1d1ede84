import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import type { Clock } from "../../src/addin/ports.ts";
import { graphRequest } from "../../src/graph/graphRequest.ts";
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

const clock: Clock = { now: () => at("Fri 2026-11-20 16:00"), after: () => () => undefined };

async function graph(handler: Handler) {
  seen.length = 0;
  server = createServer((request, response) => {
    seen.push(request);
    handler(request, response, origin);
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = () => Promise.resolve("first");
  return graphSentItems(graphRequest({ base: `${origin}/v1.0`, token, clock, dice: () => 0.5 }), addinId);
}

afterEach(async () => {
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)));
  server = null;
});

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
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
