import { expect, test } from "@jest/globals";
import { explainDue } from "../../../src/domain/deadline/explain.ts";
import { standingOf } from "../../../src/domain/inquiry/derive.ts";
import { calendarSettings, missingZone, rulesOf, sharedCalendars } from "../../../src/domain/inquiry/rules.ts";
import { teamStatistics } from "../../../src/domain/timeliness/teamStatistics.ts";
import { alberta, officeSettings } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";
import { policy } from "../../fixtures/triage/fixture.ts";
import { received, receivedAt, replied, rulesOf as officeRules, said } from "./office.ts";

/** The rink works Saturday to Wednesday, until 8 p.m. */
const late = [["12:00", "20:00"]] as const;
const rinkDays = { ...officeSettings, weekly: { sat: late, sun: late, mon: late, tue: late, wed: late }, closures: [] };
const departments = { planning: { name: "Planning" }, rink: { name: "Rink", calendar: rinkDays } };
const rules = officeRules({ departments });
const atRink = received(receivedAt, "email", { department: "rink" });
const now = at("Sun 2026-11-22 19:00");

test("a department's own calendar says its due dates, the city's those of all others", () => {
  expect(standingOf([received()], rules, now)?.due?.dueAt).toBe(at("Tue 2026-11-24 16:30"));
  // Friday is no day of the rink's: received on Saturday, due on the second day after it.
  expect(standingOf([atRink], rules, now)?.due?.dueAt).toBe(at("Mon 2026-11-23 20:00"));
});

test("handed over to a department with another calendar an inquiry keeps its date", () => {
  const handedOver = [received(), said({ kind: "departmentSet", department: "rink" }, receivedAt)];
  expect(standingOf(handedOver, rules, now)).toMatchObject({
    department: "rink",
    datedBy: "planning",
    due: { dueAt: at("Tue 2026-11-24 16:30") },
  });
});

test("the explanation by the department's calendar gives the very same date", () => {
  const calendar = rules.calendarOf("rink");
  const asked = { policy: rules.policy, calendar, channel: "email", department: "rink", receivedAt } as const;
  const explained = explainDue({ ...asked, timeSource: "exchange" });
  expect(explained?.due).toEqual(standingOf([atRink], rules, now)?.due);
  expect(explained?.days.map(({ day: of, number }) => [of, number])).toEqual([
    [day("Fri 2026-11-20"), null],
    [day("Sat 2026-11-21"), 0],
    [day("Sun 2026-11-22"), 1],
    [day("Mon 2026-11-23"), 2],
  ]);
});

test("due soon is by the department's business days: its Sunday is the day before Monday", () => {
  expect(standingOf([atRink], rules, now)?.state).toBe("dueSoon");
  expect(standingOf([received()], rules, now)?.state).toBe("onTrack");
});

test("figures count business time and business days by the calendar of the inquiry's department", () => {
  const answers = Array.from({ length: 5 }, (_, index) => at(`Sun 2026-11-22 14:0${index}`));
  const met = answers.map((answer) => standingOf([atRink, replied(answer)], rules, now)!);
  const open = standingOf([atRink], rules, now)!;
  for (const department of ["rink", null]) {
    const question = { rules, department, weeks: 4, sampleData: false };
    expect(teamStatistics([open], { ...question, now }).oldestOpenDays).toBe(2);
    // A day of eight hours on Saturday, and two hours and two minutes on Sunday: 602, within 1.6 %.
    const weekAfter = teamStatistics(met, { ...question, now: at("Mon 2026-11-23 12:00") });
    expect(weekAfter.replyTimes.medianMinutes).toBe(599);
  }
});

test.each([null, "planning", "nobody", "constructor"])("department %s goes by the city's calendar", (department) => {
  expect(rules.calendarOf(department)).toBe(rules.calendar);
});

test("a department in another zone needs that zone's offsets: without them it is said which are missing", () => {
  const elsewhere = { ...rinkDays, timeZone: "America/Regina" };
  const there = { ...policy, departments: { rink: { name: "Rink", calendar: elsewhere } } };
  expect(Object.keys(calendarSettings(there))).toEqual(["calendar", "departments.rink.calendar"]);
  expect(missingZone({ policy: there, zones: [alberta] })).toBe("America/Regina");
  expect(() => rulesOf({ policy: there, zones: [alberta] })).toThrow("no offsets for America/Regina");
  const regina = { zone: "America/Regina", tzdata: "2026f", base: -360, transitions: [] };
  expect(missingZone({ policy: there, zones: [alberta, regina] })).toBeNull();
  expect(rulesOf({ policy: there, zones: [alberta, regina] }).calendarOf("rink").zone).toBe(regina);
});

test("versions of a policy that differ in other things share their calendars, others have their own", () => {
  const made = sharedCalendars();
  const of = (changes: Partial<typeof policy>) =>
    rulesOf({ policy: { ...policy, calendar: officeSettings, ...changes }, zones: [alberta] }, made).calendar;
  const first = of({});
  expect(of({ version: "next" })).toBe(first);
  expect(of({ calendar: rinkDays })).not.toBe(first);
  expect(of({ calendar: rinkDays }).localDay(now)).toBe(day("Sun 2026-11-22"));
});
