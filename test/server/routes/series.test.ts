import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type * as z from "zod/mini";
import { seriesSchema } from "../../../src/contract/series.ts";
import { type TestApp, testApp, type Who } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { fact, inquiryId, received, replied, townWith } from "../support/town.ts";

type Series = z.infer<typeof seriesSchema>;
let service: TestApp;

const mailbox = (name: string) =>
  ({
    mailbox: inquiryId(name),
    kind: "personal",
    department: "planning",
    lookedThrough: testNow,
    watching: true,
  }) as const;

/** Now is Wednesday 2026-11-25, noon; two business days for e-mail, one for voice mail. */
beforeEach(async () => {
  service = await testApp();
  const off = { kind: "excluded", reason: "thanks", at: testNow, saidAt: testNow, by: "person" } as const;
  await service.store.add(
    [
      received("<met@elmbend.example>", "Fri 2026-11-13 10:00"),
      replied("<met@elmbend.example>", "Mon 2026-11-16 09:00"),
      received("<late@elmbend.example>", "Fri 2026-11-13 11:00"),
      replied("<late@elmbend.example>", "Wed 2026-11-18 09:00"),
      received("<silent@elmbend.example>", "Mon 2026-11-16 10:00"),
      received("<call@elmbend.example>", "Mon 2026-11-16 10:00", { channel: "voicemail", department: "parks" }),
      received("<off@elmbend.example>", "Tue 2026-11-17 10:00"),
      fact(inquiryId("<off@elmbend.example>"), off),
      received("<nobody@elmbend.example>", "Tue 2026-11-24 10:00", { department: null }),
    ],
    { at: testNow, policyVersion: "2026-1" },
  );
});

afterEach(() => service.close());

async function series(who: Who, query: string): Promise<Series> {
  const answer = await service.ask(who, { url: `/api/statistics/series?${query}` });
  expect(answer.statusCode).toBe(200);
  return seriesSchema.parse(answer.json());
}

test("each week has its own figures, each by the day that its name states, and the backlog at its end", async () => {
  const { series: all } = await series("reviewer", "from=2026-11-09&to=2026-11-25");
  const weeks = all[0]?.periods ?? [];
  expect(
    weeks.map(({ from, received: came, due, met, late, overdue, backlog, overdueAtEnd }) => [
      ...[from, came, due, met, late, overdue, backlog, overdueAtEnd],
    ]),
  ).toEqual([
    ["2026-11-09", 2, 0, 0, 0, 0, 2, 0],
    ["2026-11-16", 2, 4, 1, 1, 2, 2, 2],
    ["2026-11-23", 1, 0, 0, 0, 0, 3, 2],
  ]);
  expect(weeks[1]?.excluded).toEqual({ thanks: 1 });
});

test("a channel or a department has a series of its own; what belongs to none only reviewers see", async () => {
  const of = async (who: Who, query: string) =>
    (await series(who, `from=2026-11-16&to=2026-11-16&${query}`)).series.map((one) => [one.of, one.periods[0]?.due]);
  expect(await of("reviewer", "breakdown=channel")).toEqual([
    ["email", 3],
    ["voicemail", 1],
  ]);
  expect(await of("reviewer", "breakdown=department")).toEqual([
    ["", 0],
    ["parks", 1],
    ["planning", 3],
  ]);
  expect(await of("supervisor", "breakdown=department")).toEqual([["planning", 3]]);
  expect(await of("reviewer", "channel=voicemail")).toEqual([[null, 1]]);
});

test("how long replies took is told only of enough replies from enough mailboxes", async () => {
  const names = Array.from({ length: 5 }, (_, index) => `<quick-${index}@elmbend.example>`);
  await service.store.add(
    names.flatMap((name) => [received(name, "Mon 2026-11-16 10:00"), replied(name, "Mon 2026-11-16 11:00")]),
    { at: testNow, policyVersion: "2026-1" },
  );
  const median = async (query = "") =>
    (await series("supervisor", `from=2026-11-16&to=2026-11-16${query}`)).series[0]?.periods[0]?.medianMinutes;
  await service.store.cover(mailbox("one"), testNow);
  expect(await median()).toBeNull();
  await service.store.cover(mailbox("two"), testNow);
  expect(await median()).toBe(60);
  expect(await median("&by=day")).toBeNull();
  expect(await median("&channel=voicemail")).toBeNull();
});

test("a function has the sum of its departments; what has none, or belongs to none, is under no name", async () => {
  const parts = async (who: Who, query: string) =>
    (await series(who, `from=2026-11-16&to=2026-11-22&${query}`)).series.map(({ of, departments, whole, periods }) => [
      ...[of, departments, whole, periods[0]?.due],
    ]);
  expect(await parts("reviewer", "breakdown=function")).toEqual([
    ["", ["", "parks"], true, 1],
    ["permits", ["planning"], true, 3],
  ]);
  expect(await parts("reviewer", "function=permits")).toEqual([[null, ["planning"], true, 3]]);
  expect(await parts("reviewer", "function=permits&department=parks")).toEqual([[null, [], true, 0]]);
  expect(await parts("supervisor", "function=permits&breakdown=department")).toEqual([
    ["planning", ["planning"], true, 3],
  ]);
});

test("a supervisor of one of several departments that do the same work sees that part, and that it is one", async () => {
  const departments = {
    planning: { name: "Planning", function: "permits" },
    parks: { name: "Parks", function: "permits" },
  };
  const both = await testApp({ policy: townWith({ departments }) });
  const facts = [
    received("<one@elmbend.example>", "Mon 2026-11-16 10:00"),
    received("<two@elmbend.example>", "Mon 2026-11-16 10:00", { department: "parks" }),
  ];
  await both.store.add(facts, { at: testNow, policyVersion: "2026-1" });
  const parts = async (who: Who, query: string) => {
    const url = `/api/statistics/series?from=2026-11-16&to=2026-11-22&${query}`;
    const answer = seriesSchema.parse((await both.ask(who, { url })).json());
    return answer.series.map((one) => [one.of, one.departments, one.whole, one.periods[0]?.received]);
  };
  expect(await parts("supervisor", "function=permits")).toEqual([[null, ["planning"], false, 1]]);
  expect(await parts("supervisor", "breakdown=function")).toEqual([["permits", ["planning"], false, 1]]);
  expect(await parts("supervisor", "department=planning")).toEqual([[null, ["planning"], true, 1]]);
  expect(await parts("supervisor", "")).toEqual([[null, ["planning"], false, 1]]);
  expect(await parts("reviewer", "breakdown=function")).toEqual([["permits", ["parks", "planning"], true, 2]]);
  const looked = await both.ask("employee", { url: "/api/audit?department=parks" });
  expect(looked.json().entries).toMatchObject([{ deed: "looked", department: "" }]);
  await both.ask("reviewer", { url: "/api/statistics/series?from=2026-11-16&to=2026-11-22&function=permits" });
  const again = await both.ask("employee", { url: "/api/audit?department=parks" });
  expect(
    again
      .json()
      .entries.map(({ department }: { department: string }) => department)
      .sort(),
  ).toEqual(["", "parks"]);
  await both.close();
});

test("a median is not told of a department where the whole city's would tell the rest's by the difference", async () => {
  const quick = (index: number, department: string) => [
    received(`<quick-${department}-${index}@elmbend.example>`, "Mon 2026-11-16 10:00", { department }),
    replied(`<quick-${department}-${index}@elmbend.example>`, "Mon 2026-11-16 11:00"),
  ];
  const add = (facts: ReturnType<typeof quick>) => service.store.add(facts, { at: testNow, policyVersion: "2026-1" });
  for (const [name, department] of [
    ["one", "planning"],
    ["two", "planning"],
    ["three", "parks"],
    ["four", "parks"],
  ] as const)
    await service.store.cover({ ...mailbox(name), department }, testNow);
  await add([0, 1, 2, 3, 4].flatMap((index) => quick(index, "planning")));
  const told = async (who: Who, query: string) =>
    (await series(who, `from=2026-11-16&to=2026-11-16&${query}`)).series.map(
      ({ of, periods }) => [of, periods[0]?.medianMinutes !== null] as const,
    );
  expect(await told("reviewer", "function=permits")).toEqual([[null, true]]);
  await add(quick(0, "parks"));
  expect(await told("reviewer", "")).toEqual([[null, true]]);
  for (const query of ["department=planning", "function=permits", "channel=email&department=planning"])
    expect(await told("reviewer", query)).toEqual([[null, false]]);
  // Who sees planning alone has nothing to take it from.
  expect(await told("supervisor", "function=permits")).toEqual([[null, true]]);
  await add([1, 2, 3, 4].flatMap((index) => quick(index, "parks")));
  expect(await told("reviewer", "breakdown=function")).toEqual([
    ["", true],
    ["permits", true],
  ]);
});

test("nothing is told of days that are still to come", async () => {
  const { series: all } = await series("reviewer", "from=2026-11-24&to=2026-12-31&by=day");
  expect(all[0]?.periods.map(({ from }) => from)).toEqual(["2026-11-24", "2026-11-25"]);
});

test.each([
  ["from=2026-02-30&to=2026-03-01", "from", "There is no such day."],
  ["from=2026-11-25&to=2026-11-24", "to", "The last day lies before the first."],
  ["from=2026-11-26&to=2026-11-27", "from", "The first day lies in the future: there are no figures yet."],
  ["from=2026-11-24&to=2026-11-25&function=parking", "function", "The policy has no function “parking”."],
  ["from=2001-11-26&to=2026-11-25", "to", "Ask for at most 3660 days at a time."],
])("%s is refused in a sentence that names the field", async (query, field, detail) => {
  const answer = await service.ask("reviewer", { url: `/api/statistics/series?${query}` });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ field, detail });
});

test("a question about the past counts what nobody touched since: it passed its due date by itself", async () => {
  const { series: all } = await series("reviewer", "from=2026-11-17&to=2026-11-19&by=day&channel=email");
  expect(all[0]?.periods.map(({ overdueAtEnd }) => overdueAtEnd)).toEqual([1, 1, 1]);
});
