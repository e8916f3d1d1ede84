import { expect, test } from "@jest/globals";
import { OutsideError } from "../../src/addin/ports.ts";
import { bodyOf } from "../../src/graph/answer.ts";
import { graphRequest } from "../../src/graph/graphRequest.ts";
import { base, fault, scriptedGraph, type Answered } from "../support/scriptedGraph.ts";

const address = `${base}/me/messages`;
const claims = '{"access_token":{"nbf":{"essential":true}}}';
const challenge = { "WWW-Authenticate": `Bearer realm="", claims="${Buffer.from(claims).toString("base64")}"` };

test("a request carries its token, asks for immutable ids and is not answered from a cache", async () => {
  const { request, asked } = scriptedGraph(() => ({ body: { id: "me" } }));
  expect(await request.get("", address, "odata.maxpagesize=7")).toMatchObject({ status: 200, body: { id: "me" } });
  expect(asked).toEqual([
    {
      method: "GET",
      path: "/me/messages",
      headers: { Authorization: "Bearer token-1", Prefer: 'odata.maxpagesize=7, IdType="ImmutableId"' },
      body: undefined,
    },
  ]);
});

test("after a 401 one new token is forced, and only one", async () => {
  const { request, tokens } = scriptedGraph((_, count) => (count === 1 ? fault(401, "Invalid") : { body: {} }));
  expect(await request.get("", address)).toMatchObject({ status: 200 });
  expect(tokens.map(([force]) => force)).toEqual([false, true]);
  const refused = scriptedGraph(() => fault(401, "InvalidAuthenticationToken"));
  expect(await refused.request.get("", address)).toMatchObject({ status: 401 });
  expect(refused.tokens.map(([force]) => force)).toEqual([false, true]);
});

test("the new token is asked for with the claims that Graph challenged for, and later tries keep it", async () => {
  const answers: Answered[] = [fault(401, "x", challenge), fault(503, "x"), { body: {} }];
  const { request, tokens } = scriptedGraph((_, count) => answers[count - 1]!);
  await request.get("", address);
  expect(tokens).toEqual([
    [false, undefined],
    [true, claims],
    [false, undefined],
  ]);
});

test.each([429, 500, 502, 503, 504])(
  "a %d passes: it is asked again, four times in all, ever later",
  async (status) => {
    const { request, asked, waits } = scriptedGraph(() => fault(status, "UnknownError"));
    expect(await request.get("", address)).toMatchObject({ status });
    expect(asked).toHaveLength(4);
    expect(waits).toEqual([750, 1_500, 3_000]);
    const { request: other, waits: kept } = scriptedGraph((_, count) => (count < 3 ? fault(status, "x") : { body: 1 }));
    expect(await other.get("", address)).toMatchObject({ status: 200 });
    expect(kept).toHaveLength(2);
  },
);

test("Graph's own wait is kept to; one of more than a minute is not waited for", async () => {
  const { request, waits } = scriptedGraph((_, count) =>
    count === 1 ? fault(429, "x", { "Retry-After": "3" }) : { body: {} },
  );
  await request.get("", address);
  expect(waits).toEqual([3_000]);
  const long = scriptedGraph(() => fault(429, "x", { "Retry-After": "61" }));
  expect(await long.request.get("", address)).toMatchObject({ status: 429 });
  expect(long.asked).toHaveLength(1);
});

test.each([400, 403, 404, 409, 410, 412])("a %d is an answer, given once", async (status) => {
  const { request, asked } = scriptedGraph(() => fault(status, "x"));
  expect(await request.get("", address)).toMatchObject({ status });
  expect(asked).toHaveLength(1);
});

test("a network that is not there is offline; what the browser says about it, an address perhaps, is not passed on", async () => {
  const { request } = scriptedGraph(() => {
    throw new TypeError("failed: /users/planning@pinewood.example");
  });
  await expect(request.get("", address)).rejects.toMatchObject({
    code: "offline",
    message: "Graph could not be reached: TypeError",
  });
});

test("no answer for half a minute is offline, and the request is stopped", async () => {
  const { request, waits } = scriptedGraph(() => "never");
  await expect(request.get("", address)).rejects.toMatchObject({ code: "offline" });
  expect(waits).toEqual([30_000]);
  let signal: AbortSignal | null | undefined;
  const { site } = scriptedGraph(() => "never");
  const own = graphRequest({
    ...site,
    limitMs: 5,
    fetch: (_, init) => {
      signal = init?.signal;
      return new Promise(() => undefined);
    },
  });
  await expect(own.get("", address)).rejects.toMatchObject({ code: "offline" });
  expect(signal?.aborted).toBe(true);
});

test("a body that never ends is offline too", async () => {
  const { site } = scriptedGraph(() => "never");
  const body = () => new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"value":')) });
  const request = graphRequest({ ...site, fetch: () => Promise.resolve(new Response(body())) });
  await expect(request.get("", address)).rejects.toMatchObject({ code: "offline" });
});

test.each(["", "<html>Bad gateway</html>", "null", "[]", '{"error":"text"}', '{"error":{"code":7}}'])(
  "an error whose body is %j is still that error",
  async (body) => {
    const { request } = scriptedGraph(() => ({ status: 403, body }));
    const answer = await request.get("", address);
    expect(() => bodyOf(answer)).toThrow(expect.objectContaining({ code: "forbidden", message: "Graph answered 403" }));
  },
);

test("an error names Graph's codes, the inner one too, and never its sentence: that may name a person", async () => {
  const error = { code: "ErrorAccessDenied", message: "ada@mail.example", innererror: { code: "ada@mail.example x" } };
  const { request } = scriptedGraph(() => ({ status: 403, body: { error } }));
  const answer = await request.get("", address);
  expect(() => bodyOf(answer)).toThrow("Graph answered 403 erroraccessdenied");
});

test("a token that is not to be had is the sign-in's own refusal", async () => {
  const { site } = scriptedGraph(() => ({ body: {} }));
  const token = () => Promise.reject(new OutsideError("signInNeeded", "no"));
  await expect(graphRequest({ ...site, token }).get("", address)).rejects.toMatchObject({ code: "signInNeeded" });
});

test("a link to anywhere but Graph is not followed: the token stays at home", async () => {
  const { request, asked, tokens } = scriptedGraph(() => ({ body: {} }));
  await expect(request.get("", "https://elsewhere.example/v1.0/me")).rejects.toMatchObject({ code: "unexpected" });
  expect([...asked, ...tokens]).toEqual([]);
});

test("at most four requests are under way for one mailbox, another mailbox's beside them", async () => {
  const running = { me: 0, shared: 0 };
  let most = 0;
  let both = 0;
  const { request } = scriptedGraph(async ({ path }) => {
    const whose = path.startsWith("/me") ? "me" : "shared";
    running[whose] += 1;
    most = Math.max(most, running[whose]);
    both = Math.max(both, running.me + running.shared);
    await new Promise(setImmediate);
    running[whose] -= 1;
    return { body: {} };
  });
  const mine = Array.from({ length: 12 }, () => request.get("", address));
  const shared = Array.from({ length: 12 }, () => request.get("p@pinewood.example", `${base}/users/p/messages`));
  await Promise.all([...mine, ...shared]);
  expect([most, both]).toEqual([4, 8]);
});

test("a list goes on through an empty page, and an answer without a list is unexpected", async () => {
  const { request } = scriptedGraph(({ path }) => {
    if (path === "/x") return { body: { value: [1], "@odata.nextLink": `${base}/y?page=2` } };
    if (path === "/y?page=2") return { body: { value: [], "@odata.nextLink": `${base}/y?page=3` } };
    return { body: { value: [2] } };
  });
  expect(await request.list("/x")).toEqual([1, 2]);
  await expect(scriptedGraph(() => ({ body: "<html>" })).request.list("/x")).rejects.toMatchObject({
    code: "unexpected",
  });
});

test.each([
  [401, "signInNeeded"],
  [403, "forbidden"],
  [404, "gone"],
  [410, "resync"],
  [429, "throttled"],
  [503, "throttled"],
  [400, "unexpected"],
])("status %d of a list is %s", async (status, code) => {
  const { request } = scriptedGraph(() => fault(status, "x"));
  await expect(request.list("/x")).rejects.toMatchObject({ name: "OutsideError", code });
});
