import { expect, test } from "@jest/globals";
import { graphMail } from "../../src/graph/graphMail.ts";
import type { Observation } from "../../src/domain/inquiry/fact.ts";
import { addinId, cecp, decision, graphMessage, stamp } from "../support/graphMessages.ts";
import {
  batching,
  fault,
  scriptedGraph,
  type Answered,
  type BatchedItem,
  type Script,
} from "../support/scriptedGraph.ts";
import { day } from "../support/time.ts";

const both = ["Mail.ReadWrite", "Mail.ReadWrite.Shared"];
const etag = graphMessage["@odata.etag"];
const shared = "planning@pinewood.example";

function writing(script: Script, scopes = both) {
  const graph = scriptedGraph(script);
  return { ...graph, writer: graphMail(graph.request, { addinId, scopes })!.writer! };
}

test("only who may write has a writer, only who may read mail a reader", () => {
  const { request } = scriptedGraph(() => ({}));
  const mail = (scopes: readonly string[]) => graphMail(request, { addinId, scopes });
  expect(mail(["User.Read"])).toBeNull();
  expect(mail(["Mail.Read"])).toMatchObject({ writer: null, reader: { canReadShared: false } });
  expect(mail(["Mail.ReadWrite", "Mail.Read.Shared"])).toMatchObject({
    writer: expect.anything() as unknown,
    reader: { canReadShared: true },
  });
});

test("a mailbox that no scope lets us write in is not asked", async () => {
  const { writer, asked } = writing(() => ({}), ["Mail.ReadWrite", "Mail.Read.Shared"]);
  expect(await writer.mark(shared, [{ id: "a", etag, categories: [] }])).toEqual(new Map([["a", "forbidden"]]));
  expect(await writer.saveDecisions(shared, "a", [])).toBe("forbidden");
  expect(asked).toEqual([]);
  expect(writing(() => ({}), ["Mail.Read", "Mail.ReadWrite.Shared"]).writer).not.toBeNull();
});

test("a mark replaces the categories and sets the flag, for the version that was seen", async () => {
  const { writer, asked } = writing(batching(({ body }) => ({ body: { ...graphMessage, ...(body as object) } })));
  const flag = { status: "flagged", start: null, due: day("Tue 2026-11-24") } as const;
  const marked = await writer.mark(shared, [{ id: "a", etag, categories: ["Reply due", "Order"], flag }]);
  expect(marked.get("a")).toMatchObject({
    categories: ["Reply due", "Order"],
    flag: { status: "flagged", start: "2026-11-24", due: "2026-11-24" },
    etag,
  });
  const midnight = { dateTime: "2026-11-24T00:00:00.0000000", timeZone: "UTC" };
  expect((asked[0]!.body as { requests: readonly BatchedItem[] }).requests).toEqual([
    {
      ...{ id: "0", method: "PATCH", url: "/users/planning%40pinewood.example/messages/a" },
      headers: { Prefer: 'IdType="ImmutableId"', "Content-Type": "application/json", "If-Match": etag },
      body: {
        categories: ["Reply due", "Order"],
        flag: { flagStatus: "flagged", startDateTime: midnight, dueDateTime: midnight },
      },
    },
  ]);
});

test("what a mark does not name is not sent", async () => {
  const { writer, asked } = writing(batching(() => ({ body: graphMessage })));
  await writer.mark("", [
    { id: "a", etag, categories: [] },
    { id: "b", etag, flag: { status: "complete", start: null, due: null } },
  ]);
  expect((asked[0]!.body as { requests: readonly BatchedItem[] }).requests.map(({ body }) => body)).toEqual([
    { categories: [] },
    { flag: { flagStatus: "complete" } },
  ]);
});

test("each message answers for itself: changed by somebody else, gone, not ours to write", async () => {
  const answers: Record<string, Answered> = {
    a: fault(412, "ErrorIrresolvableConflict"),
    b: fault(404, "ErrorItemNotFound"),
    c: fault(403, "ErrorAccessDenied"),
    d: fault(409, "ErrorIrresolvableConflict"),
    e: { body: graphMessage },
  };
  const { writer } = writing(batching(({ url }) => answers[url.split("/").pop()!]!));
  const marked = await writer.mark(
    "",
    Object.keys(answers).map((id) => ({ id, etag, categories: [] })),
  );
  expect([...marked.values()]).toEqual(["stale", "gone", "forbidden", "stale", expect.objectContaining({ etag })]);
});

test.each([
  [400, "unexpected"],
  [503, "throttled"],
])("a mark answered with %d breaks off as %s", async (status, code) => {
  const { writer } = writing(batching(() => fault(status, "x")));
  await expect(writer.mark("", [{ id: "a", etag, categories: [] }])).rejects.toMatchObject({ code });
});

const decisions = [{ ...decision, by: "person" }] as unknown as readonly Observation[];
const others = { "civicreply.stamp": JSON.stringify(stamp), another: "x" };

/** A message whose bag is read by GET and written by batch; `lost` writes come too late. */
function bagged(bag: string | null, lost = 0, refusal: Answered | null = null) {
  const kept = { bag, etag: 1, lost };
  const write = batching(({ headers, body }) => {
    if (kept.lost > 0) {
      kept.lost -= 1;
      kept.etag += 1;
      kept.bag = JSON.stringify({ ...others, another: `y${kept.etag}` });
    }
    if (headers["If-Match"] !== `W/"${kept.etag}"`) return fault(412, "ErrorIrresolvableConflict");
    const [property] = (body as { singleValueExtendedProperties: readonly { id: string; value: string }[] })
      .singleValueExtendedProperties;
    expect(property!.id).toBe(cecp);
    kept.bag = property!.value;
    return { body: graphMessage };
  });
  const script: Script = (asked, count) => {
    if (asked.method === "POST") return write(asked, count);
    if (refusal !== null) return refusal;
    expect(asked.path).toMatch(/^\/me\/messages\/a\?\$select=id&\$expand=singleValueExtendedProperties/);
    const list =
      kept.bag === null ? {} : { singleValueExtendedProperties: [{ id: cecp.toUpperCase(), value: kept.bag }] };
    return { body: { "@odata.etag": `W/"${kept.etag}"`, id: "a", ...list } };
  };
  return { ...writing(script), kept };
}

const written = (bag: string | null) => JSON.parse(bag ?? "") as Record<string, string>;

test("decisions are written under their key alone, the rest of the bag stays; a message without one gets it", async () => {
  const { writer, kept } = bagged(JSON.stringify(others));
  expect(await writer.saveDecisions("", "a", decisions)).toMatchObject({ etag });
  expect(written(kept.bag)).toEqual({ ...others, "civicreply.decisions": JSON.stringify([decision]) });
  const bare = bagged(null);
  await bare.writer.saveDecisions("", "a", decisions);
  expect(written(bare.kept.bag)).toEqual({ "civicreply.decisions": JSON.stringify([decision]) });
});

test("who was quicker is not overwritten: the bag is read anew, three times at most", async () => {
  const { writer, kept } = bagged(JSON.stringify(others), 2);
  expect(await writer.saveDecisions("", "a", decisions)).toMatchObject({ etag });
  expect(written(kept.bag)).toMatchObject({ another: "y3", "civicreply.decisions": JSON.stringify([decision]) });
  expect(await bagged(JSON.stringify(others), 9).writer.saveDecisions("", "a", decisions)).toBe("stale");
});

test.each([
  [404, "gone"],
  [403, "forbidden"],
] as const)("a bag that cannot be read for %d is %s", async (status, refusal) => {
  expect(await bagged(null, 0, fault(status, "x")).writer.saveDecisions("", "a", decisions)).toBe(refusal);
});
