import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { parseStatistics } from "../../../src/contract/statistics.ts";
import { daysBetween } from "../../../src/domain/calendar/localDay.ts";
import type { TeamStatistics } from "../../../src/domain/timeliness/statistics.ts";
import { currentPolicy } from "../../../src/server/currentPolicy.ts";
import { type TestApp, testApp, type Who } from "../support/app.ts";
import { testNow } from "../support/issuer.ts";
import { fact, received, replied, townPolicy } from "../support/town.ts";

let service: TestApp;

/** Now is Wednesday 2026-11-25, noon; two business days for e-mail. */
beforeEach(async () => {
  service = await testApp();
  const person = { at: testNow, saidAt: testNow, by: "person" } as const;
  const moved = received("<moved@elmbend.example>", "Mon 2026-11-23 11:00", { department: "parks" });
  await service.store.add(
    [
      // due Tuesday: met
      received("<met@elmbend.example>", "Fri 2026-11-20 10:00"),
      replied("<met@elmbend.example>", "Mon 2026-11-23 09:00"),
      // due Tuesday: overdue
      received("<overdue@elmbend.example>", "Fri 2026-11-20 11:00"),
      // due today, in parks and handed over to planning
      moved,
      fact(moved.inquiry, { ...person, kind: "departmentSet", department: "planning" }),
      // parks: due today
      received("<parks@elmbend.example>", "Mon 2026-11-23 10:00", { department: "parks" }),
      // nobody's: due today
      received("<nobody@elmbend.example>", "Mon 2026-11-23 10:00", { department: null }),
      // a reply whose inquiry nobody has told of yet
      replied("<unheard@elmbend.example>", "Tue 2026-11-24 09:00"),
    ],
    { at: testNow, policyVersion: "2026-1" },
  );
});

afterEach(() => service.close());

async function figures(who: Who, query = ""): Promise<TeamStatistics> {
  const answer = await service.ask(who, { url: `/api/statistics${query}` });
  expect(answer.statusCode).toBe(200);
  const read = parseStatistics(answer.json());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

test("a supervisor sees the own department as it is now, hand-overs included", async () => {
  const planning = await figures("supervisor", "?department=planning");
  expect(planning).toMatchObject({
    department: "planning",
    open: 2,
    overdue: 1,
    dueToday: 1,
    replied: 1,
  });
});

test("without a department, a supervisor sees the own ones and nothing else", async () => {
  const { department, open } = await figures("supervisor");
  expect({ department, open }).toEqual({ department: null, open: 2 });
});

test("a reviewer sees everything, inquiries without a department included", async () => {
  expect((await figures("reviewer")).open).toBe(4);
  expect((await figures("reviewer", "?department=parks")).open).toBe(1);
});

test("the chart has nine weeks, this one last", async () => {
  const { weeks } = await figures("supervisor");
  expect(weeks).toHaveLength(9);
  expect(weeks.at(-1)?.from).toBe("2026-11-23");
});

test("the period is four weeks that end today, or one", async () => {
  const [week, four] = [await figures("supervisor", "?period=week"), await figures("supervisor")];
  expect(four.to).toBe(week.to);
  expect(daysBetween(four.from, week.from)).toBe(21);
});

test("a median is not told where it, or what wider figures have besides it, is of too few", async () => {
  const replies = (department: string, count: number) =>
    Array.from({ length: count }, (_, index) => `<${department}-${index}@elmbend.example>`).flatMap((name) => [
      received(name, "Mon 2026-11-16 10:00", { department }),
      replied(name, "Mon 2026-11-16 11:00"),
    ]);
  const taking = { at: testNow, policyVersion: "2026-1" };
  await service.store.add(replies("planning", 5), taking);
  const median = async (who: Who, query = "") => (await figures(who, query)).replyTimes.medianMinutes;
  const mailbox = (name: string, department: string) => ({
    ...({
      mailbox: name.padEnd(43, "A"),
      kind: "personal",
      department,
      lookedThrough: testNow,
      watching: true,
    } as const),
  });
  await service.store.cover(mailbox("one", "planning"), testNow);
  expect(await median("supervisor")).toBeNull();
  await service.store.cover(mailbox("two", "planning"), testNow);
  expect([await median("supervisor"), await median("reviewer", "?department=planning")]).toEqual([60, 60]);
  // One reply of parks: all less planning would be that one.
  await service.store.add(replies("parks", 1), taking);
  await service.store.cover(mailbox("three", "parks"), testNow);
  expect([await median("supervisor"), await median("reviewer", "?department=planning")]).toEqual([60, null]);
  expect([await median("reviewer"), await median("reviewer", "?department=parks")]).toEqual([60, null]);
});

test("invented data is marked where the service holds some", async () => {
  expect((await figures("reviewer")).sampleData).toBe(false);
  const sample = await testApp({ sampleData: true });
  expect((await sample.ask("reviewer", { url: "/api/statistics" })).json()).toMatchObject({ sampleData: true });
  await sample.close();
});

test("a department with its own calendar is counted on it, as the pane counts it", async () => {
  const weekends = { ...townPolicy.calendar, weekly: { sat: [["12:00", "20:00"]], sun: [["12:00", "20:00"]] } };
  const departments = { planning: { name: "Planning", calendar: weekends }, parks: { name: "Parks" } };
  const read = currentPolicy({ ...townPolicy, departments });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const rink = await testApp({ policy: read.value });
  const facts = [received("<friday@elmbend.example>", "Fri 2026-11-20 10:00")];
  await rink.store.add(facts, { at: testNow, policyVersion: "2026-1" });
  // Received on Saturday at noon: due on the second weekend day after it, which is Saturday the 28th.
  const answer = await rink.ask("reviewer", { url: "/api/statistics?department=planning" });
  expect(answer.json()).toMatchObject({ open: 1, overdue: 0, oldestOpenDays: 2 });
  const city = await rink.ask("reviewer", { url: "/api/statistics?department=parks" });
  expect(city.json()).toMatchObject({ open: 0 });
  await rink.close();
});

test.each([
  ["?department=space", 400],
  ["?department=", 400],
  ["?period=year", 400],
  ["?department=parks&department=planning", 400],
])("%s is refused with %i", async (query, status) => {
  expect((await service.ask("reviewer", { url: `/api/statistics${query}` })).statusCode).toBe(status);
});
