import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@jest/globals";
import type { GraphFaultKind } from "../../../src/sandbox/api.ts";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { at } from "../../support/time.ts";
import { type Asked, type GraphClient, graphClient, immutable, query } from "./client.ts";
import { complaints, judged } from "./validator.ts";

const noon = at("Tue 2026-11-24 12:00");
const addinId = "0b1c2d3e-4f50-4162-8374-95a6b7c8d9e0";
const bag = `String {00020329-0000-0000-C000-000000000046} Name cecp-${addinId}`;
const planning = "/users/planning@sprucegrove.example";
const fields =
  "subject,from,toRecipients,receivedDateTime,isRead,categories,flag,internetMessageId,parentFolderId,bodyPreview";

/** Follows a delta to its end, whatever befalls single requests. */
async function follow(client: GraphClient, place: string, asked: Asked): Promise<string> {
  for (let link = place; ;) {
    const { status, json } = await client.ask(link, asked).catch(() => ({ status: 0, json: {} }));
    if (status === 410) link = place;
    if (status !== 200) continue;
    if (json["@odata.deltaLink"]) return json["@odata.deltaLink"] as string;
    link = json["@odata.nextLink"] as string;
  }
}

const writing = (method: string, body: unknown): Asked => ({ method, body });
const expanded = `singleValueExtendedProperties($filter=id eq 'String 0x1042' or id eq '${bag}')`;

/** Every operation on one mailbox. */
async function everything(client: GraphClient, root: string, ids: readonly string[]): Promise<void> {
  const [one = "", two = ""] = ids;
  const message = `${root}/messages/${one}`;
  const date = { dateTime: "2026-11-26T00:00:00", timeZone: "UTC" };
  const asks: readonly (readonly [string, Asked?])[] = [
    [`${root}/mailFolders/inbox`],
    [`${root}/mailFolders('archive')?$select=displayName,totalItemCount`],
    [`${root}/mailFolders/msgfolderroot`],
    [`${root}/mailFolders/inbox/messages?${query({ $select: fields, $top: "5" })}`],
    [`${root}/mailFolders/inbox/messages/${one}`],
    [
      `${root}/messages?${query({ $filter: "receivedDateTime ge 2026-11-01T00:00:00Z", $orderby: "receivedDateTime desc" })}`,
    ],
    [message, { prefer: `${immutable}, outlook.body-content-type="text"` }],
    [message, { prefer: "" }],
    [`${message}?$select=internetMessageHeaders,subject`],
    [`${message}?${query({ $select: "id", $expand: expanded })}`],
    [message, writing("PATCH", { categories: ["Reply due"], isRead: true })],
    [message, writing("PATCH", { flag: { flagStatus: "flagged", startDateTime: date, dueDateTime: date } })],
    [message, writing("PATCH", { flag: { flagStatus: "complete" } })],
    [message, writing("PATCH", { singleValueExtendedProperties: [{ id: bag, value: '{"a":"b"}' }] })],
    [message, writing("PATCH", { flag: { flagStatus: "flagged", dueDateTime: date } })],
    [message, { ...writing("PATCH", { isRead: false }), headers: { "if-match": 'W/"old"' } }],
    [`${root}/messages/nowhere`],
    [`${root}/outlook/masterCategories`],
    [
      `${root}/translateExchangeIds`,
      writing("POST", { inputIds: [one, "x"], sourceIdType: "restImmutableEntryId", targetIdType: "ewsId" }),
    ],
    [
      "/$batch",
      writing("POST", {
        requests: [
          { id: "1", method: "GET", url: `${message}?$select=subject`, headers: { Prefer: immutable } },
          {
            id: "2",
            method: "PATCH",
            url: `${root}/messages/${two}`,
            headers: { "Content-Type": "application/json" },
            body: { categories: ["x"] },
            dependsOn: ["1"],
          },
          { id: "3", method: "GET", url: `${root}/messages/nowhere` },
          { id: "4", method: "GET", url: "/me", dependsOn: ["3"] },
        ],
      }),
    ],
  ];
  for (const [place, asked] of asks) await client.ask(place, asked).catch(() => undefined);
}

/** Categories are written in one's own mailbox alone. */
async function categories(client: GraphClient): Promise<void> {
  const list = "/me/outlook/masterCategories";
  const added = await client.ask(list, writing("POST", { displayName: "Reply overdue", color: "preset0" }));
  const one = `${list}/${String(added.json.id)}`;
  await client.ask(list, writing("POST", { displayName: "reply overdue" }));
  await client.ask(one, writing("PATCH", { color: "preset3" }));
  await client.ask(one);
  await client.ask(one, { method: "DELETE" });
  await client.ask(one);
}

/** Rounds of deltas between which much happens. */
async function deltas(client: GraphClient, root: string, ids: readonly string[]): Promise<void> {
  const mailbox = root === "/me" ? client.mailbox : client.shared;
  const asked = { prefer: `${immutable}, odata.maxpagesize=7` };
  const place = `${root}/mailFolders/inbox/messages/delta?${query({ $select: fields, $expand: expanded })}`;
  const link = await follow(client, place, asked);
  await follow(
    client,
    `${root}/mailFolders/inbox/messages/delta?${query({ $filter: "receivedDateTime ge 2026-11-24T17:50:00Z" })}`,
    asked,
  );
  const [a = "", b = "", c = "", d = "", e = ""] = ids.slice(10);
  mailbox.change(a, { folder: "archive" }, noon);
  mailbox.remove(b);
  mailbox.change(c, { isRead: true }, noon, false);
  mailbox.change(d, { categories: ["x"] }, noon);
  mailbox.change(e, { customProperties: { a: "b" } }, noon);
  await follow(client, await follow(client, link, asked), { prefer: "odata.maxpagesize=2" });
  await client.ask(`${root}/mailFolders/inbox/messages/delta?$search=x`);
  await client.ask(`${root}/mailFolders/inbox/messages/delta?$deltatoken=damaged`);
}

const kinds: readonly GraphFaultKind[] = [
  ...(["throttled", "unavailable", "timeouts", "lostAnswers"] as const),
  ...(["gone", "expiredTokens", "claimsChallenge", "slow", "lostMarks"] as const),
];

judged("a broad session over every operation, scope and fault is one that Graph could have had", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "graph-session-"));
  const client = await graphClient({
    addinId,
    seed: 11,
    machine: { now: () => performance.now(), wait: () => Promise.resolve() },
  });
  const headers = () => ({ headers: "Received: from a\r\nSubject: b\r\n" });
  const own = fillMailbox(client.mailbox, 30, noon, "inbox", headers);
  const shared = fillMailbox(client.shared, 30, noon, "inbox", headers);
  const session = async (): Promise<void> => {
    for (const [root, ids] of [
      ["/me", own],
      [planning, shared],
    ] as const)
      await everything(client, root, ids);
  };
  await client.ask("/me");
  await client.ask("/me?$select=id,mail");
  await session();
  await categories(client);
  for (const [root, ids] of [
    ["/me", own],
    [planning, shared],
  ] as const)
    await deltas(client, root, ids);
  for (const kind of kinds) {
    client.graph.setFaults({
      graph: "none",
      plan: [
        { every: 3, kind },
        { every: 2, of: "items", kind },
      ],
    });
    await session();
    client.graph.setFaults({ plan: [{ at: 2, kind }] });
    await follow(client, "/me/mailFolders/inbox/messages/delta", {});
    client.graph.setFaults({ graph: kind, plan: [] });
    await client.ask(`${planning}/messages`, { person: "supervisor" }).catch(() => undefined);
  }
  client.graph.setFaults({ graph: "none" });
  for (const scopes of ["Mail.ReadBasic", "Mail.Read", "User.Read", "Mail.Read.Shared"])
    for (const place of ["/me/messages", "/me/mailFolders/inbox/messages/delta", `${planning}/messages`])
      await client.ask(place, { scopes });
  await client.ask("/me/messages", { headers: { authorization: "Bearer x.y.z" } });
  await client.ask(`${planning}/messages`, { person: "administrator" });
  await Promise.all([1, 2, 3, 4, 5, 6].map(() => client.ask("/me/messages")));

  const statuses = new Set(client.exchanges.map(({ status }) => status));
  expect(statuses).toEqual(new Set([200, 201, 204, 400, 401, 403, 404, 409, 410, 412, 429, 503, 504]));
  const lines = client.exchanges.map((exchange) => JSON.stringify(exchange));
  expect(await complaints(lines, path.join(folder, "exchanges.jsonl"))).toBe("");
  await rm(folder, { recursive: true, force: true });
});
