/** Figures and inquiries as files, with the rights and the hiding of the answers that they are made of. */
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import { columnNames } from "../../../src/server/export/inquiryRow.ts";
import { seriesColumnNames } from "../../../src/server/export/seriesRow.ts";
import { type TestApp, testApp, type Who } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { day } from "../../support/time.ts";
import { fact, inquiryId, received, replied, townWith } from "../support/town.ts";

let service: TestApp;
const planning = [
  received("<met@elmbend.example>", "Fri 2026-11-13 10:00"),
  replied("<met@elmbend.example>", "Mon 2026-11-16 09:00"),
  received("<silent@elmbend.example>", "Mon 2026-11-16 10:00"),
];
const parks = [received("<call@elmbend.example>", "Mon 2026-11-16 10:00", { department: "parks" })];
const nobody = [received("<nobody@elmbend.example>", "Tue 2026-11-24 10:00", { department: null })];

const add = (facts: readonly Fact[]) => service.store.add(facts, { at: testNow, policyVersion: "2026-1" });
const cover = (name: string, department = "planning") =>
  service.store.cover(
    { mailbox: inquiryId(name), kind: "personal", department, lookedThrough: testNow, watching: true },
    testNow,
  );

/** Now is Wednesday 2026-11-25, noon; two business days for e-mail. */
beforeEach(async () => {
  service = await testApp();
  await add([...planning, ...parks, ...nobody]);
});

afterEach(() => service.close());

type Row = Readonly<Record<string, string>>;

function rowsOf(csv: string): readonly Row[] {
  const [head = "", ...lines] = csv.trimEnd().split("\r\n");
  const cells = (line: string) => line.split(",").map((cell) => cell.replaceAll('"', "").replace(/^'/, ""));
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, n) => [names[n] ?? "", cell])));
}

async function csv(who: Who, url: string): Promise<readonly Row[]> {
  const answer = await service.ask(who, { url });
  expect(answer.statusCode).toBe(200);
  return rowsOf(answer.body);
}

async function objects(who: Who, query = ""): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { body } = await service.ask(who, { url: `/api/inquiries.ndjson${query}` });
  return body
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

const namesOf = (rows: readonly { readonly [name: string]: unknown }[]) => rows.map(({ inquiry }) => inquiry).sort();
const named = (...some: readonly string[]) => some.map((name) => inquiryId(`<${name}@elmbend.example>`)).sort();

test.each([
  ["/api/statistics/series.csv?from=2026-11-16&to=2026-11-25", "text/csv; charset=utf-8", "series.csv"],
  ["/api/inquiries.csv", "text/csv; charset=utf-8", "inquiries.csv"],
  ["/api/inquiries.ndjson", "application/x-ndjson; charset=utf-8", "inquiries.ndjson"],
])("%s is a file that nothing on the way keeps", async (url, type, name) => {
  const { headers } = await service.ask("reviewer", { url });
  expect(headers).toMatchObject({
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  });
});

test("the series as a table says what the series says, period by period", async () => {
  const query = "from=2026-11-09&to=2026-11-25&breakdown=department";
  const { series } = (await service.ask("reviewer", { url: `/api/statistics/series?${query}` })).json();
  const rows = await csv("reviewer", `/api/statistics/series.csv?${query}`);
  expect(rows).toHaveLength(9);
  expect(rows.map(({ of, from, due, met, overdue, backlog }) => [of, from, due, met, overdue, backlog])).toEqual(
    series.flatMap(({ of, periods }: (typeof series)[number]) =>
      periods.map((one: (typeof series)[number]) => [
        ...[of, one.from, String(one.due), String(one.met), String(one.overdue), String(one.backlog)],
      ]),
    ),
  );
  expect(rows[0]).toMatchObject({ by: "week", departments: "", whole: "true", function: "", statedAt: "", wasDue: "" });
});

test("a week that was stated and changed has both, and reasons have their counts", async () => {
  const off = { kind: "excluded", reason: "thanks", at: testNow, saidAt: testNow, by: "person" } as const;
  await service.store.state(day("Sun 2026-11-15"), testNow);
  await service.store.state(day("Sun 2026-11-22"), testNow);
  await add([fact(inquiryId("<silent@elmbend.example>"), off)]);
  const [row] = await csv("supervisor", "/api/statistics/series.csv?from=2026-11-16&to=2026-11-22");
  expect(row).toMatchObject({
    ...{ received: "0", due: "1", met: "1", excluded: "1", excludedReasons: "thanks=1", excludedAfterDue: "1" },
    ...{ statedAt: "2026-11-25T18:00:00Z", wasReceived: "1", wasDue: "2", wasMet: "1", wasExcluded: "0" },
  });
});

test("so far stands at a period that is not over, and at one that not every mailbox was looked through", async () => {
  await service.close();
  service = await testApp({ policy: townWith({ departments: { planning: { name: "Planning" } } }) });
  const soFar = async () =>
    (await csv("supervisor", "/api/statistics/series.csv?from=2026-11-09&to=2026-11-25")).map((row) => row["soFar"]);
  expect(await soFar()).toEqual(["true", "true", "true"]);
  await cover("one");
  expect(await soFar()).toEqual(["false", "false", "true"]);
  const behind = { mailbox: inquiryId("two"), kind: "personal", department: "planning", watching: true } as const;
  await service.store.cover({ ...behind, lookedThrough: (testNow - 8 * 86_400_000) as never }, testNow);
  expect(await soFar()).toEqual(["false", "true", "true"]);
});

test("a supervisor's file has their own departments alone; a reviewer's has all, those of none included", async () => {
  for (const rows of [await csv("supervisor", "/api/inquiries.csv"), await objects("supervisor")])
    expect(namesOf(rows)).toEqual(named("met", "silent"));
  for (const who of ["reviewer", "administrator"] as const) {
    expect(namesOf(await csv(who, "/api/inquiries.csv"))).toEqual(named("met", "silent", "call", "nobody"));
    expect(namesOf(await objects(who, "?department=parks"))).toEqual(named("call"));
    expect(namesOf(await objects(who, "?function=permits"))).toEqual(named("met", "silent"));
  }
});

test("days of receipt, both included, say which inquiries", async () => {
  expect(namesOf(await objects("reviewer", "?from=2026-11-14&to=2026-11-16"))).toEqual(named("silent", "call"));
  expect(namesOf(await objects("reviewer", "?to=2026-11-13"))).toEqual(named("met"));
  expect(namesOf(await objects("reviewer", "?from=2026-11-24"))).toEqual(named("nobody"));
  expect(await objects("reviewer", "?from=2026-11-25")).toEqual([]);
});

test.each([
  ["from=2026-02-30", "from", "There is no such day."],
  ["from=2026-11-02&to=2026-11-01", "to", "The last day lies before the first."],
  ["function=parking", "function", "The policy has no function “parking”."],
])("%s is refused in a sentence that names the field", async (query, field, detail) => {
  const answer = await service.ask("reviewer", { url: `/api/inquiries.csv?${query}` });
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { field, detail }]);
});

test("how long a reply took is left empty where the figures would not tell it; whether it was in time is not", async () => {
  const row = async () => {
    const rows = await objects("supervisor");
    return rows.find(({ inquiry }) => inquiry === inquiryId("<met@elmbend.example>"));
  };
  const hidden = { metAt: null, replyMinutes: null, closedAt: null, outcome: "repliedOnTime", metBy: "answer" };
  expect(await row()).toMatchObject(hidden);
  const names = [0, 1, 2, 3].map((n) => `<quick-${n}@elmbend.example>`);
  await add(names.flatMap((one) => [received(one, "Tue 2026-11-17 10:00"), replied(one, "Tue 2026-11-17 11:00")]));
  await cover("one");
  expect(await row()).toMatchObject(hidden);
  await cover("two");
  const told = { metAt: "2026-11-16T15:00:00Z", replyMinutes: 420, closedAt: "2026-11-16T15:00:00Z" };
  expect(await row()).toMatchObject(told);
  // One reply by another channel is told of no more than its own figures would tell.
  await add([
    received("<phone@elmbend.example>", "Tue 2026-11-17 10:00", { channel: "voicemail" }),
    replied("<phone@elmbend.example>", "Tue 2026-11-17 11:00"),
  ]);
  const phone = (await objects("supervisor")).find(({ channel }) => channel === "voicemail");
  expect(phone).toMatchObject({ replyMinutes: null, outcome: "repliedOnTime" });
});

test("every inquiry comes, however many there are, and names that a spreadsheet would calculate are no formulas", async () => {
  const many = Array.from({ length: 1_200 }, (_, n) => received(`<many-${n}@elmbend.example>`, "Tue 2026-11-24 10:00"));
  await add(many);
  const { body } = await service.ask("supervisor", { url: "/api/inquiries.csv" });
  expect(rowsOf(body)).toHaveLength(1_202);
  expect(new Set(namesOf(await objects("supervisor"))).size).toBe(1_202);
  expect(body).not.toMatch(/(^|,)"[=+\-@]/m);
  expect(body).toContain(`\r\n"'-`);
});

test("who exported which inquiries is there for everyone to see, and so is that they looked", async () => {
  await service.ask("supervisor", { url: "/api/inquiries.csv?from=2026-11-02" });
  const { entries } = (await service.ask("employee", { url: "/api/audit" })).json();
  expect(entries).toContainEqual(
    expect.objectContaining({ deed: "exported", details: { file: "inquiries.csv", from: "2026-11-02" } }),
  );
  const own = (await service.ask("employee", { url: "/api/audit?department=planning" })).json().entries;
  expect(own).toContainEqual(expect.objectContaining({ deed: "looked", department: "planning" }));
});

test("docs/export.md explains every column", async () => {
  const documented = await readFile("docs/export.md", "utf8");
  for (const name of [...columnNames, ...seriesColumnNames.filter((one) => !one.startsWith("was"))])
    expect(documented).toContain(`| \`${name}\` `);
});
