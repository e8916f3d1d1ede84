import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { pino } from "pino";
import type { Instant } from "../../../src/domain/time.ts";
import { type MonthsOf, publishedFigures } from "../../../src/server/standard/figures.ts";
import { monthsFromCounts } from "../../../src/server/standard/monthsFromCounts.ts";
import { namedUnder } from "../../../src/server/identity/inquiryKey.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { planningMailbox, received, replied } from "../support/town.ts";
import { at, day } from "../../support/time.ts";
import { publishing } from "./support/publishing.ts";

// Real databases, on a machine that may be busy.
jest.setTimeout(30_000);

const key = "A".repeat(43);
const october = { from: day("Thu 2026-10-01"), to: day("Sat 2026-10-31") };
const september = { from: day("Tue 2026-09-01"), to: day("Wed 2026-09-30") };
const taking = { at: testNow, policyVersion: "2026-1" };
let service: TestApp;

beforeAll(async () => {
  service = await testApp({ policy: publishing() });
  const facts = [
    ...[1, 2, 3].flatMap((n) => [
      received(`<${n}@x>`, "Mon 2026-10-05 10:00"),
      replied(`<${n}@x>`, "Tue 2026-10-06 10:00"),
    ]),
    // Late, never answered, of another department, and received in October but due in November.
    received("<late@x>", "Mon 2026-10-05 10:00"),
    replied("<late@x>", "Fri 2026-10-09 10:00"),
    received("<open@x>", "Mon 2026-10-05 10:00"),
    received("<clerk@x>", "Mon 2026-10-05 10:00", { department: "clerk" }),
    received("<later@x>", "Fri 2026-10-30 10:00"),
    received("<few@x>", "Mon 2026-09-14 10:00"),
    replied("<few@x>", "Tue 2026-09-15 10:00"),
  ];
  await service.store.add(facts, taking);
});

afterAll(() => service.close());

function figuresFrom(monthsOf: MonthsOf, now: () => Instant = () => testNow, changes = {}) {
  const { rules } = publishing(changes);
  return publishedFigures({ rules, monthsOf, now, log: pino({ level: "silent" }), sampleData: false });
}

test("a month counts the whole city's inquiries that fell due in it, by the published standard, unanswered ones included", async () => {
  const months = await monthsFromCounts(service.store, publishing().rules, key)([september, october], testNow);
  expect(months.map(({ from, met, due }) => [from, met, due])).toEqual([
    ["2026-09-01", 1, 1],
    ["2026-10-01", 3, 6],
  ]);
});

test("a month says how many mailboxes were looked through to its end", async () => {
  const months = monthsFromCounts(service.store, publishing().rules, key);
  const seen = async (): Promise<readonly number[]> =>
    (await months([september, october], testNow)).map((one) => one.seen);
  expect(await seen()).toEqual([0, 0]);
  const said = { mailbox: namedUnder(key, planningMailbox), kind: "shared", department: "planning" } as const;
  await service.store.cover({ ...said, lookedThrough: at("Thu 2026-10-15 12:00"), watching: true }, testNow);
  expect(await seen()).toEqual([1, 0]);
});

test("nothing is shown of a month with fewer inquiries than the policy's minimum", async () => {
  const figures = await figuresFrom(monthsFromCounts(service.store, publishing().rules, key))();
  expect(figures).toMatchObject({ minimum: 3 });
  expect(figures?.months?.slice(-2)).toMatchObject([
    { month: "2026-09", met: null, due: null },
    { month: "2026-10", met: 3, due: 6 },
  ]);
});

test("a month that changed since it was stated says what it was and when, unless that was of too few", async () => {
  const stating = await testApp({ policy: publishing() });
  const asked = [1, 2, 3].map((n) => received(`<asked-${n}@x>`, "Mon 2026-10-05 10:00"));
  await stating.store.add([...asked, received("<first@x>", "Mon 2026-09-14 10:00")], taking);
  const stated = at("Mon 2026-11-02 16:31");
  await stating.store.state(september.to, at("Thu 2026-10-01 16:31"));
  await stating.store.state(day("Sun 2026-11-01"), stated);
  const figures = async () => {
    const all = await figuresFrom(monthsFromCounts(stating.store, publishing().rules, key))();
    return all?.months?.slice(-2).map(({ month, due, was }) => ({ month, due, was }));
  };
  expect((await figures())?.map(({ was }) => was)).toEqual([null, null]);
  const more = ["<second@x>", "<third@x>"].map((name) => received(name, "Mon 2026-09-14 10:00"));
  await stating.store.add([...more, replied("<asked-1@x>", "Tue 2026-10-06 10:00")], taking);
  expect(await figures()).toEqual([
    { month: "2026-09", due: 3, was: null },
    { month: "2026-10", due: 3, was: { met: 0, due: 3, on: "2026-11-02" } },
  ]);
  const page = await stating.ask(null, { url: "/standard?language=en" });
  expect(page.body).toContain("Was 0\u00a0% (0 of 3) on Nov\u00a02");
  expect(page.body).toContain("What was told later changed the figure.");
  await stating.close();
});

test("twelve whole months are shown, and none from before the city counts", async () => {
  const asked: string[][] = [];
  const monthsOf: MonthsOf = (months) => {
    asked.push(months.map(({ from }) => from));
    return Promise.resolve([]);
  };
  await figuresFrom(monthsOf)();
  await figuresFrom(monthsOf, undefined, { countsFrom: "2026-09-30" })();
  expect(asked.map((months) => [months.length, months[0]])).toEqual([
    [12, "2025-11-01"],
    [2, "2026-09-01"],
  ]);
});

test("nothing is read where the policy does not publish figures, which is so unless it says otherwise", async () => {
  const monthsOf: MonthsOf = () => Promise.reject(new Error("read all the same"));
  expect(await figuresFrom(monthsOf, undefined, { privacy: undefined })()).toBeNull();
  expect(await figuresFrom(monthsOf, undefined, { privacy: { publishFigures: false } })()).toBeNull();
});

test("however many ask, the facts are read once in ten minutes", async () => {
  let reads = 0;
  let now = testNow;
  const monthsOf: MonthsOf = () => {
    reads += 1;
    return Promise.resolve([]);
  };
  const figures = figuresFrom(monthsOf, () => now);
  await Promise.all([figures(), figures(), figures()]);
  now = (testNow + 599_999) as Instant;
  await figures();
  expect(reads).toBe(1);
  now = (testNow + 600_000) as Instant;
  await figures();
  expect(reads).toBe(2);
});

test("figures that cannot be read are told as such, and read again for the next caller", async () => {
  let works = false;
  const monthsOf: MonthsOf = () => (works ? Promise.resolve([]) : Promise.reject(new Error("gone")));
  const figures = figuresFrom(monthsOf);
  expect(await figures()).toMatchObject({ months: null });
  works = true;
  expect(await figures()).toMatchObject({ months: [] });
});
