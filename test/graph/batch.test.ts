import { expect, test } from "@jest/globals";
import { batching, fault, scriptedGraph, type BatchedItem } from "../support/scriptedGraph.ts";

const items = (count: number, mailbox = "") =>
  Array.from({ length: count }, (_, at) => ({ mailbox, path: `/me/messages/${at}` }));
const sizes = (asked: readonly { readonly body: unknown }[]) =>
  asked.map(({ body }) => (body as { requests: readonly unknown[] }).requests.length);
const echo = ({ url }: BatchedItem) => ({ body: { url } });

test("answers come in the order asked, whatever the order of Graph's, twenty a request", async () => {
  const { request, asked } = scriptedGraph(batching(echo));
  const answers = await request.batch(items(45));
  expect(answers.map(({ body }) => (body as { url: string }).url)).toEqual(items(45).map(({ path }) => path));
  expect(sizes(asked)).toEqual([20, 20, 5]);
  expect(asked[0]).toMatchObject({ method: "POST", path: "/$batch" });
});

test("every item asks for immutable ids; a change carries its body and the etag it is for", async () => {
  const { request, asked } = scriptedGraph(batching(echo));
  const patch = { body: { categories: ["x"] }, etag: 'W/"1"' };
  await request.batch([
    { mailbox: "", path: "/a", prefer: "odata.maxpagesize=5" },
    { mailbox: "", path: "/b", patch },
  ]);
  expect(asked[0]!.body).toEqual({
    requests: [
      { id: "0", method: "GET", url: "/a", headers: { Prefer: 'odata.maxpagesize=5, IdType="ImmutableId"' } },
      {
        ...{ id: "1", method: "PATCH", url: "/b", body: { categories: ["x"] } },
        headers: { Prefer: 'IdType="ImmutableId"', "Content-Type": "application/json", "If-Match": 'W/"1"' },
      },
    ],
  });
  expect(await request.batch([])).toEqual([]);
});

test("items that were throttled are sent again alone, after the longest wait, four at a time from then on", async () => {
  const { request, asked, waits } = scriptedGraph(
    batching(({ url }, round) => {
      const late = Number(url.split("/").pop()) >= 4 && round === 1;
      return late
        ? fault(429, "ApplicationThrottled", { "retry-after": url.endsWith("7") ? "9" : "2" })
        : { body: url };
    }),
  );
  const answers = await request.batch(items(20));
  expect(answers.map(({ body }) => body)).toEqual(items(20).map(({ path }) => path));
  expect(waits[0]).toBe(9_000);
  expect(sizes(asked)).toEqual([20, 4, 4, 4, 4]);
  await request.batch(items(8));
  expect(sizes(asked).slice(5)).toEqual([4, 4]);
});

test("an item that is refused for good spoils no other, and one that stays throttled is given up after four tries", async () => {
  const { request, asked } = scriptedGraph(
    batching(({ url }) => {
      if (url.endsWith("/1")) return fault(404, "ErrorItemNotFound");
      return url.endsWith("/2") ? fault(503, "serviceNotAvailable") : { body: url };
    }),
  );
  expect((await request.batch(items(4))).map(({ status }) => status)).toEqual([200, 404, 503, 200]);
  expect(sizes(asked)).toEqual([4, 1, 1, 1]);
});

test("items whose token ran out meanwhile are sent once more with a new one", async () => {
  const { request, tokens } = scriptedGraph(
    batching(({ url }, round) => (round === 1 && url.endsWith("/1") ? fault(401, "x") : { body: url })),
  );
  expect((await request.batch(items(3))).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(tokens.map(([force]) => force)).toEqual([false, true]);
});

test("an item that got no answer at all is asked for again", async () => {
  const { request } = scriptedGraph(({ body }, count) => {
    const { requests } = body as { requests: readonly BatchedItem[] };
    const responses = requests.map(({ id }) => ({ id, status: 200, body: count }));
    return { body: { responses: count === 1 ? responses.slice(1) : responses } };
  });
  expect((await request.batch(items(3))).map(({ body }) => body)).toEqual([2, 1, 1]);
});

test.each([
  [400, "unexpected"],
  [401, "signInNeeded"],
  [429, "throttled"],
])("a batch that is refused as a whole with %d is %s", async (status, code) => {
  const { request } = scriptedGraph(() => fault(status, "x"));
  await expect(request.batch(items(2))).rejects.toMatchObject({ code });
});

test("a batch answered without answers is unexpected", async () => {
  const { request } = scriptedGraph(() => ({ body: "<html>" }));
  await expect(request.batch(items(2))).rejects.toMatchObject({ code: "unexpected" });
});

test("a batch counts as the four requests that the service runs of it", async () => {
  let running = 0;
  let most = 0;
  const { request } = scriptedGraph(async (asked, count) => {
    const weight = asked.method === "POST" ? 4 : 1;
    running += weight;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= weight;
    return asked.method === "POST" ? batching(echo)(asked, count) : { body: {} };
  });
  await Promise.all([
    request.batch(items(20)),
    request.get("", "https://graph.example/v1.0/me"),
    request.batch(items(20)),
  ]);
  expect(most).toBe(4);
});
