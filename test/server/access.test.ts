/** Who may what: every route of the table × everyone who might ask. */
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { type RouteName, routes } from "../../src/server/routes/table.ts";
import { people, type TestApp, testApp } from "./support/app.ts";
import { expectDocumented } from "./support/documented.ts";
import { type Claims, testNow } from "./support/issuer.ts";
import { inquiryId, received } from "./support/town.ts";

// Real databases, on a machine that may be busy.
jest.setTimeout(30_000);

/** Null: no token at all. "Another's" supervisor leads parks; where a department is named below, it is planning. */
const askers: readonly (readonly [string, Claims | null])[] = [
  ["no token", null],
  ["expired", { ...people.administrator, exp: Math.floor(testNow / 1000) - 3600 }],
  ["wrong audience", { ...people.administrator, aud: "6f1c0c52-0000-4000-8000-0000000000bb" }],
  ["wrong tenant", { ...people.administrator, tid: "6f1c0c52-0000-4000-8000-000000000002" }],
  ["employee", people.employee],
  ["another's supervisor", people.parksSupervisor],
  ["supervisor", people.supervisor],
  ["reviewer", people.reviewer],
  ["administrator", people.administrator],
];

const fact = received("<matrix@elmbend.example>");
const report = { mailbox: "M".repeat(43), kind: "personal", name: null, department: null };

const span = "from=2026-11-02&to=2026-11-25";

interface Request {
  /** The row's address when absent. */
  readonly url?: string;
  readonly payload?: object;
}

/** Requests of each route, right in form, with the status for each of the askers above in their order. */
const expected: Readonly<Record<RouteName, readonly (readonly [Request, string])[]>> = {
  health: [[{}, "200 200 200 200 200 200 200 200 200"]],
  healthAtRoot: [[{}, "200 200 200 200 200 200 200 200 200"]],
  ready: [[{}, "200 200 200 200 200 200 200 200 200"]],
  readyAtRoot: [[{}, "200 200 200 200 200 200 200 200 200"]],
  metrics: [[{}, "404 404 404 404 404 404 404 404 404"]],
  openApi: [[{}, "200 200 200 200 200 200 200 200 200"]],
  docs: [[{}, "200 200 200 200 200 200 200 200 200"]],
  me: [[{}, "401 401 401 401 200 200 200 200 200"]],
  ownFigures: [[{}, "401 401 401 401 200 200 200 200 200"]],
  policy: [[{}, "401 401 401 401 200 200 200 200 200"]],
  policyVersions: [[{}, "401 401 401 401 200 200 200 200 200"]],
  departments: [[{}, "401 401 401 401 200 200 200 200 200"]],
  addFacts: [[{ payload: { facts: [fact] } }, "401 401 401 401 200 200 200 200 200"]],
  putFact: [[{ url: `/api/facts/${fact.inquiry}/${fact.id}`, payload: fact }, "401 401 401 401 204 204 204 204 204"]],
  inquiries: [[{ payload: { inquiries: [inquiryId("<x@elmbend.example>")] } }, "401 401 401 401 200 200 200 200 200"]],
  coverage: [
    [{ payload: { ...report, lookedThrough: testNow, watching: true } }, "401 401 401 401 204 204 204 204 204"],
  ],
  statistics: [
    [{}, "401 401 401 401 403 200 200 200 200"],
    [{ url: "/api/statistics?department=planning" }, "401 401 401 401 403 403 200 200 200"],
  ],
  persons: [
    [{}, "401 401 401 401 403 200 200 200 200"],
    [{ url: "/api/persons?department=planning" }, "401 401 401 401 403 403 200 200 200"],
  ],
  periods: [[{}, "401 401 401 401 200 200 200 200 200"]],
  setPeriod: [
    [
      {
        url: "/api/periods/storm",
        payload: {
          ...{ from: "2026-11-24", to: "2026-11-30", authority: "City Manager", reason: "Snow" },
          responseDays: { email: 4 },
        },
      },
      "401 401 401 401 403 403 403 403 200",
    ],
  ],
  audit: [[{}, "401 401 401 401 200 200 200 200 200"]],
  recalculate: [[{ payload: { from: "2026-11-02", to: "2026-11-03" } }, "401 401 401 401 403 403 403 403 200"]],
  close: [
    [{ payload: { mailbox: "planning@elmbend.example", from: "2026-11-24" } }, "401 401 401 401 403 403 403 403 200"],
  ],
  findInquiry: [[{ payload: { messageId: "<x@elmbend.example>" } }, "401 401 401 401 403 403 403 403 200"]],
  erase: [[{ payload: { messageId: "<x@elmbend.example>" } }, "401 401 401 401 403 403 403 403 200"]],
  erasePerson: [[{ payload: { oid: "somebody" } }, "401 401 401 401 403 403 403 403 200"]],
  series: [
    [{ url: `/api/statistics/series?${span}` }, "401 401 401 401 403 200 200 200 200"],
    [{ url: `/api/statistics/series?${span}&department=planning` }, "401 401 401 401 403 403 200 200 200"],
    [{ url: `/api/statistics/series?${span}&function=permits` }, "401 401 401 401 403 403 200 200 200"],
    [{ url: `/api/statistics/series?${span}&breakdown=function` }, "401 401 401 401 403 200 200 200 200"],
    [{ url: `/api/statistics/series?${span}&function=parking` }, "401 401 401 401 403 400 400 400 400"],
  ],
  seriesCsv: [
    [{ url: `/api/statistics/series.csv?${span}` }, "401 401 401 401 403 200 200 200 200"],
    [{ url: `/api/statistics/series.csv?${span}&department=planning` }, "401 401 401 401 403 403 200 200 200"],
  ],
  inquiriesCsv: [
    [{}, "401 401 401 401 403 200 200 200 200"],
    [{ url: "/api/inquiries.csv?department=planning" }, "401 401 401 401 403 403 200 200 200"],
  ],
  inquiriesNdjson: [
    [{}, "401 401 401 401 403 200 200 200 200"],
    [{ url: "/api/inquiries.ndjson?function=permits" }, "401 401 401 401 403 403 200 200 200"],
  ],
};

let service: TestApp;

beforeAll(async () => {
  service = await testApp();
});

afterAll(() => service.close());

test("no route of the table is without a row here, and no row without a route", () => {
  expect(Object.keys(expected).sort()).toEqual(Object.keys(routes).sort());
});

const cells = (Object.entries(expected) as [RouteName, (typeof expected)[RouteName]][]).flatMap(([name, requests]) =>
  requests.flatMap(([request, statuses]) =>
    askers.map(([asker, claims], n) => {
      const { method, address } = routes[name];
      const whole = { method, url: address as string, ...request };
      return [`${method} ${whole.url}`, asker, Number(statuses.split(" ")[n]), whole, claims] as const;
    }),
  ),
);

test.each(cells)("%s · %s · %i", async (_route, _asker, status, request, claims) => {
  const authorization = claims === null ? {} : { authorization: `Bearer ${await service.issuer.token(claims)}` };
  const answer = await service.app.inject({ ...request, headers: authorization });
  expect(answer.statusCode).toBe(status);
  expectDocumented(request.method, request.url, answer);
});
