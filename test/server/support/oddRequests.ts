/** Requests near to what the API document asks for, and far from it: for the fuzz test. */
import fc from "fast-check";
import type { JsonSchema, Operation } from "../../../src/server/openapi/openApi.ts";
import { people, type Who } from "./app.ts";
import { document } from "./documented.ts";
import { believed, believedBodies, oddBody } from "./oddBodies.ts";
import { fitting } from "./schemaSamples.ts";

export interface OddRequest {
  /** Such as "PUT /api/coverage"; null for an address that the document does not have. */
  readonly route: string | null;
  readonly method: string;
  readonly url: string;
  readonly who: Who | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer | undefined;
}

const oddPart = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{43}$/) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }).map(encodeURIComponent) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("%ZZ", "%00", "%E9", "%2F", "__proto__", "x".repeat(5_000), ":inquiry", "*"),
  },
);
const someDay = fc.constantFrom("2026-11-02", "2026-11-25", "2025-12-31", "2026-02-30", "2027-01-01", "0000-00-00");
const oddQuery = fc.oneof(
  fc
    .tuple(someDay, someDay, fc.constantFrom("", "&by=day", "&by=month&breakdown=department", "&by=never"))
    .map(([from, to, rest]) => `from=${from}&to=${to}${rest}`),
  fc.webQueryParameters(),
  fc.constantFrom(
    "department=",
    "department=planning&department=parks",
    "department[]=planning",
    "period=week",
    "period=%ZZ",
    "__proto__=1",
    "=&&=",
    "%",
    "department=planning",
    "?".repeat(3_000),
  ),
);

const oddHeaders = fc.record(
  {
    "accept-language": fc.constantFrom("fr", "fr-CA,fr;q=0.9", "*", "de", ",;q=", "x".repeat(500)),
    "content-encoding": fc.constantFrom("gzip", "br", "identity", "nonsense"),
    "if-none-match": fc.constantFrom("*", '"x"', "W/", ",,,", '"'.repeat(300)),
    origin: fc.constantFrom("https://addin.elmbend.example", "https://addin.elmbend.example/", "null", "elsewhere", ""),
    "access-control-request-method": fc.constantFrom("PUT", "nonsense"),
    expect: fc.constant("100-continue"),
  },
  { requiredKeys: [] },
);
const contentType = fc.oneof(
  { weight: 12, arbitrary: fc.constant("application/json") },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "application/json; charset=utf-16",
      "application/JSON;;",
      "application/problem+json",
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "nonsense",
      "a/b/c",
      "*/*",
      "",
    ),
  },
);
const oddAuthorization = fc.constantFrom(
  "Bearer",
  "Bearer a.b.c",
  "bearer  x",
  "Basic YTpi",
  `Bearer ${"x".repeat(3_000)}`,
  "Bearer e30.e30.",
  "Bearer eyJhbGciOiJub25lIn0.e30.",
);

/** A query that has the form the document gives it, as far as its parameters are there at all. */
function fittingQuery({ parameters = [] }: Operation): fc.Arbitrary<string> {
  const inQuery = parameters.filter((one) => one.in === "query");
  const model = Object.fromEntries(inQuery.map(({ name, schema }) => [name, fitting(schema).map(String)]));
  const requiredKeys = inQuery.filter(({ required }) => required).map(({ name }) => name);
  return fc.record(model, { requiredKeys }).map((query) => new URLSearchParams(query).toString());
}

/** The path's open parts, filled from the body where that names them, so that some of it is right. */
function filled(path: string, parts: readonly string[], payload: unknown): string {
  let next = 0;
  const { inquiry, id } = (payload ?? {}) as { readonly inquiry?: string; readonly id?: string };
  return path.replace(/\{(\w+)\}/g, (_whole, name) => (name === "inquiry" ? inquiry : id) ?? parts[next++] ?? "x");
}

function bodyOf(path: string, schema: JsonSchema): ReturnType<typeof oddBody> {
  const good = believedBodies[path];
  if (good === undefined) return oddBody(schema);
  return fc.oneof({ weight: 4, arbitrary: oddBody(schema) }, { weight: 1, arbitrary: fc.constant(good) });
}

function requestOf(path: string, method: string, operation: Operation): fc.Arbitrary<OddRequest> {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  return fc
    .record({
      body: schema === undefined ? fc.constant(undefined) : bodyOf(path, schema),
      good: fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...believed) },
      ),
      parts: fc.tuple(oddPart, oddPart),
      query: fc.oneof({ weight: 3, arbitrary: fittingQuery(operation) }, { weight: 2, arbitrary: oddQuery }),
      // Whoever may do most gets furthest.
      who: fc.oneof(fc.constantFrom<Who>(...(Object.keys(people) as Who[])), fc.constant<Who>("administrator")),
      headers: oddHeaders,
      type: contentType,
      authorization: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: oddAuthorization }),
    })
    .map(({ body, good, parts, query, who, headers, type, authorization }) => {
      const single = path.includes("{fact}");
      const payload = good && path.includes("facts") ? JSON.stringify(single ? good : { facts: [good] }) : body;
      return {
        route: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        url: `${filled(path, parts, good && single ? good : null)}?${query}`,
        who: authorization === null ? who : null,
        headers: {
          ...headers,
          ...(payload === undefined ? {} : { "content-type": type }),
          ...(authorization === null ? {} : { authorization }),
        },
        payload,
      };
    });
}

const elsewhere = fc.record<OddRequest>({
  route: fc.constant(null),
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE"),
  url: fc.oneof(
    fc.constantFrom(
      "/",
      "//",
      "/api",
      "/api/",
      "/api/facts/",
      "/API/ME",
      "/api/me/",
      "/.env",
      "/api/../health",
      "/api/%2e%2e/health",
      "*",
      ...Object.keys(document.paths),
    ),
    oddPart.map((part) => `/api/${part}`),
    oddQuery.map((query) => `/api/me?${query}`),
  ),
  who: fc.constantFrom(null, "employee", "administrator"),
  headers: oddHeaders,
  payload: fc.constantFrom(undefined, "{}"),
});

/** One request or some to every route of the document, the more the more it reads, and two to elsewhere. */
export const oddRequests: fc.Arbitrary<readonly OddRequest[]> = fc
  .tuple(
    ...Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const count = operation.requestBody !== undefined ? 5 : operation.parameters !== undefined ? 2 : 1;
        return fc.array(requestOf(path, method, operation), { minLength: count, maxLength: count });
      }),
    ),
    fc.array(elsewhere, { minLength: 2, maxLength: 2 }),
  )
  .map((requests) => requests.flat());

/** Bytes for a bare connection: a request with something else in it, or nothing like one. */
export const oddBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 500 }),
  fc
    .tuple(fc.constantFrom("GET /health", "POST /api/facts"), fc.nat(), fc.uint8Array({ maxLength: 20 }))
    .map(([start, nth, other]) => {
      const whole = `${start} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`;
      const place = nth % whole.length;
      return Buffer.concat([Buffer.from(whole.slice(0, place)), other, Buffer.from(whole.slice(place))]);
    }),
);
