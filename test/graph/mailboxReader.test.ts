import { expect, test } from "@jest/globals";
import { graphMail } from "../../src/graph/graphMail.ts";
import { addinId, extendedProperties, graphMessage } from "../support/graphMessages.ts";
import { base, batching, fault, scriptedGraph, type Script } from "../support/scriptedGraph.ts";
import { at } from "../support/time.ts";

const shared = "planning@pinewood.example";

function reading(script: Script, scopes: readonly string[] = ["Mail.Read"]) {
  const graph = scriptedGraph(script);
  return { ...graph, reader: graphMail(graph.request, { addinId, scopes })!.reader };
}

test("well-known folders come in one request; one that is not there has no id", async () => {
  const { reader, asked } = reading(
    batching(({ url }) =>
      url.includes("outbox") ? fault(404, "ErrorFolderNotFound") : { body: { id: url.split(/[/?]/)[3] } },
    ),
  );
  expect(await reader.folders("")).toEqual({
    ...{ inbox: "inbox", sentitems: "sentitems", drafts: "drafts", outbox: "" },
    ...{ junkemail: "junkemail", deleteditems: "deleteditems" },
  });
  expect(asked).toHaveLength(1);
  await expect(reading(batching(() => fault(403, "x"))).reader.folders("")).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("messages come as they are now, whole, and null for one that is gone", async () => {
  const message = { ...graphMessage, singleValueExtendedProperties: extendedProperties };
  const { reader, asked } = reading(
    batching(({ url }) => (url.includes("/b?") ? fault(404, "ErrorItemNotFound") : { body: message })),
  );
  const messages = await reader.messages("", ["a/=", "b"]);
  expect(messages.get("a/=")).toMatchObject({ subject: "Dog licence question", itemClass: "IPM.Note" });
  expect(messages.get("b")).toBeNull();
  const { requests } = asked[0]!.body as { requests: readonly { url: string }[] };
  expect(requests[0]!.url).toMatch(/^\/me\/messages\/a%2F%3D\?\$select=parentFolderId.*&\$expand=/);
  expect(await reader.messages("", [])).toEqual(new Map());
});

test("in a shared mailbox whose basics alone we may read, what a message answers is unknown", async () => {
  const { reader, asked } = reading(
    batching(() => ({ body: graphMessage })),
    ["Mail.Read", "Mail.ReadBasic.Shared"],
  );
  expect(reader.canReadAll).toBe(true);
  expect((await reader.messages(shared, ["a"])).get("a")).toMatchObject({ answers: null });
  expect(JSON.stringify(asked[0]!.body)).toMatch(/"url":"\/users\/planning%40pinewood.example\/messages\/a\?[^"]*"/);
  expect(JSON.stringify(asked[0]!.body)).not.toMatch(/expand/);
});

test("a message that may not be read is a refusal, not an absent one", async () => {
  const { reader } = reading(
    batching(({ url }) => (url.includes("/b?") ? fault(403, "ErrorAccessDenied") : { body: graphMessage })),
  );
  await expect(reader.messages("", ["a", "b"])).rejects.toMatchObject({ code: "forbidden" });
});

test("headers come in the message's order, names repeated; null where there are none; a message that is not to be had is left out", async () => {
  const headers = [
    { name: "Received", value: "from a" },
    { name: "Received", value: "from b" },
    { name: "Auto-Submitted", value: null },
  ];
  const { reader } = reading(
    batching(({ url }) => {
      if (url.includes("/gone?")) return fault(404, "ErrorItemNotFound");
      return { body: url.includes("/draft?") ? { id: "draft" } : { id: "a", internetMessageHeaders: headers } };
    }),
  );
  expect(await reader.headers("", ["a", "draft", "gone"])).toEqual(
    new Map([
      [
        "a",
        [
          ["Received", "from a"],
          ["Received", "from b"],
          ["Auto-Submitted", ""],
        ],
      ],
      ["draft", null],
    ]),
  );
});

test("folders that hold messages since a time are asked for in one request, the rest of a long list page by page", async () => {
  const row = (id: string, parentFolderId: string | null) => ({ id, parentFolderId });
  const more = { body: { value: [row("3", "b"), row("4", null)] } };
  const first = { body: { value: [row("1", "a"), row("2", "a")], "@odata.nextLink": `${base}/me/messages?$skip=2` } };
  const { reader, asked } = reading((call, count) =>
    call.path.includes("skip")
      ? more
      : batching(({ url }) => (url.startsWith("/me/") ? first : fault(403, "ErrorAccessDenied")))(call, count),
  );
  const since = at("Fri 2026-11-20 11:00");
  expect(
    await reader.foldersSince([
      { mailbox: "", since },
      { mailbox: shared, since },
    ]),
  ).toEqual([["a", "b"], null]);
  expect(asked).toHaveLength(2);
  const { requests } = asked[0]!.body as { readonly requests: readonly { readonly url: string }[] };
  expect(Object.fromEntries(new URLSearchParams(requests[0]!.url.split("?")[1]))).toEqual({
    $filter: "receivedDateTime ge 2026-11-20T17:00:00Z",
    $orderby: "receivedDateTime desc",
    $select: "id,parentFolderId",
    $top: "1000",
  });
});

test("the list of categories is its names; where it is not ours to read it is unknown", async () => {
  const scopes = ["Mail.Read", "MailboxSettings.Read"];
  const { reader, asked } = reading(
    () => ({ body: { value: [{ id: "1", displayName: "Reply due", color: "preset0" }] } }),
    scopes,
  );
  expect(await reader.categoryNames("")).toEqual(["Reply due"]);
  await reader.categoryNames(shared);
  expect(asked.map(({ path }) => path)).toEqual([
    "/me/outlook/masterCategories",
    "/users/planning%40pinewood.example/outlook/masterCategories",
  ]);
  expect(await reading(() => fault(403, "ErrorAccessDenied"), scopes).reader.categoryNames(shared)).toBeNull();
  await expect(reading(() => fault(401, "x"), scopes).reader.categoryNames("")).rejects.toMatchObject({
    code: "signInNeeded",
  });
});

test("a message opens in Outlook by its movable id; one that Graph does not know keeps its own", async () => {
  const known = reading(batching(() => ({ body: { value: [{ sourceId: "a", targetId: "AAMk" }] } })));
  expect(await known.reader.outlookId(shared, "a")).toBe("AAMk");
  expect((known.asked[0]!.body as { requests: readonly unknown[] }).requests).toEqual([
    expect.objectContaining({
      method: "POST",
      url: "/users/planning%40pinewood.example/translateExchangeIds",
      body: { inputIds: ["a"], sourceIdType: "restImmutableEntryId", targetIdType: "restId" },
    }),
  ]);
  const unknown = reading(batching(() => ({ body: { value: [{ sourceId: "a", errorDetails: { code: "x" } }] } })));
  expect(await unknown.reader.outlookId("", "a")).toBe("a");
});
