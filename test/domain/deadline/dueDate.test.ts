import { expect, test } from "@jest/globals";
import { businessCalendar } from "../../../src/domain/calendar/businessCalendar.ts";
import { dueDate } from "../../../src/domain/deadline/dueDate.ts";
import type { CountingRules, OpenHours, ZoneTable } from "../../../src/domain/policy/policy.ts";
import type { Instant } from "../../../src/domain/time.ts";
import { realZone } from "../../support/calendars.ts";
import { alberta, office, officeSettings, officeWith, usual } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";

const by = (changes: Partial<CountingRules>): CountingRules => ({ ...usual, ...changes });
const dueAt = (counting: CountingRules, days: number, received: Instant): Instant =>
  dueDate(office, counting, days, received).dueAt;

test("two business days: Friday noon's message is due by Tuesday's close, Friday evening's by Wednesday's", () => {
  expect(dueAt(usual, 2, at("Fri 2026-11-20 12:00"))).toBe(at("Tue 2026-11-24 16:30"));
  expect(dueAt(usual, 2, at("Fri 2026-11-20 16:30"))).toBe(at("Wed 2026-11-25 16:30"));
});

test("a closure is not counted: Monday's message before Remembrance Day is due on Thursday", () => {
  expect(dueDate(office, usual, 2, at("Mon 2026-11-09 09:00")).dueDay).toBe(day("Thu 2026-11-12"));
});

test("the first day counts where the policy says so", () => {
  expect(dueAt(by({ count: "include" }), 2, at("Fri 2026-11-20 12:00"))).toBe(at("Mon 2026-11-23 16:30"));
  expect(dueAt(by({ count: "include", receipt: "calendarDay" }), 1, at("Sat 2026-11-21 12:00"))).toBe(
    at("Mon 2026-11-23 16:30"),
  );
});

test("by midnight, the due day is the day that ends, not the one that begins", () => {
  const due = dueDate(office, by({ due: "midnight" }), 2, at("Fri 2026-11-20 12:00"));
  expect(due).toMatchObject({ dueAt: at("Wed 2026-11-25 00:00"), dueDay: day("Tue 2026-11-24") });
});

test("at the same time of day, held inside the due day's hours: a half day ends it, a break moves it to its end", () => {
  const half = officeWith({
    special: {
      "2026-11-24": [["08:30", "10:00"]],
      "2026-11-25": [
        ["08:30", "10:00"],
        ["14:00", "16:30"],
      ],
    },
  });
  const sameTime = by({ due: "sameTime" });
  expect(dueDate(office, sameTime, 2, at("Fri 2026-11-20 12:34:56")).dueAt).toBe(at("Tue 2026-11-24 12:34:56"));
  expect(dueDate(half, sameTime, 2, at("Fri 2026-11-20 12:34:56")).dueAt).toBe(at("Tue 2026-11-24 10:00"));
  expect(dueDate(half, sameTime, 3, at("Fri 2026-11-20 12:34:56")).dueAt).toBe(at("Wed 2026-11-25 14:00"));
});

test("in minutes, time that runs out exactly at closing is due at that closing, never at the next opening", () => {
  const minutes = by({ due: "minutes" });
  expect(dueAt(minutes, 1, at("Fri 2026-11-20 08:30"))).toBe(at("Fri 2026-11-20 16:30"));
  expect(dueAt(minutes, 1, at("Fri 2026-11-20 08:31"))).toBe(at("Mon 2026-11-23 08:31"));
});

test("a date past the last confirmed day is provisional, that day itself is not, and without one all are", () => {
  const confirmed = officeWith({ confirmedThrough: day("Tue 2026-11-24") });
  expect(dueDate(confirmed, usual, 2, at("Fri 2026-11-20 12:00")).provisional).toBe(false);
  expect(dueDate(confirmed, usual, 3, at("Fri 2026-11-20 12:00")).provisional).toBe(true);
  const never = Object.fromEntries(Object.entries(officeSettings).filter(([name]) => name !== "confirmedThrough"));
  expect(
    dueDate(businessCalendar(never as typeof officeSettings, alberta), usual, 1, at("Fri 2026-11-20 12:00"))
      .provisional,
  ).toBe(true);
});

const allDay: OpenHours = [["00:00", "24:00"]];
const roundTheClock = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };

test("an office open day and night has no after hours: a reply is due at midnight at the end of the second day", () => {
  const calendar = officeWith({ weekly: roundTheClock, closures: [] });
  const due = dueDate(calendar, usual, 2, at("Fri 2026-11-20 23:59"));
  expect(due).toMatchObject({ dueAt: at("Mon 2026-11-23 00:00"), dueDay: day("Sun 2026-11-22") });
});

test("a day and night office works 23 hours on the day the clock goes forward, 25 when it goes back", () => {
  const calendar = officeWith(
    { weekly: roundTheClock, closures: [], timeZone: "America/New_York" },
    realZone("America/New_York"),
  );
  const hours = (from: string, to: string): number =>
    calendar.businessTime(calendar.instantAt(day(from), 0), calendar.instantAt(day(to), 0)) / 3_600_000;
  expect(hours("Sun 2026-03-08", "Mon 2026-03-09")).toBe(23);
  expect(hours("Sun 2026-11-01", "Mon 2026-11-02")).toBe(25);
});

const night: OpenHours = [
  ["00:00", "06:00"],
  ["22:00", "24:00"],
];

test("a night office's evening runs into the morning: its last closing is midnight", () => {
  const calendar = officeWith({ weekly: { mon: night, tue: night, wed: night }, closures: [] });
  expect(dueDate(calendar, usual, 1, at("Mon 2026-11-23 23:00")).dueAt).toBe(at("Wed 2026-11-25 00:00"));
  expect(calendar.businessTime(at("Mon 2026-11-23 21:00"), at("Tue 2026-11-24 07:00"))).toBe(8 * 3_600_000);
});

test("an opening that the clock skips moves forward by what was skipped; one that repeats is the first", () => {
  const hours: OpenHours = [["02:30", "05:00"]];
  const everyNight = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
  const open = (zone: ZoneTable, date: string): string => {
    const calendar = officeWith({ weekly: everyNight, closures: [] }, zone);
    return new Date(calendar.openOf(day(date))).toISOString();
  };
  expect(open(realZone("America/New_York"), "Sun 2026-03-08")).toBe("2026-03-08T07:30:00.000Z");
  expect(open(realZone("Europe/Berlin"), "Sun 2026-10-25")).toBe("2026-10-25T00:30:00.000Z");
});

test("a segment that lies wholly in a skipped hour holds no time, and hangs no count of minutes", () => {
  const hours: OpenHours = [["02:00", "03:00"]];
  const calendar = officeWith(
    { weekly: { sun: hours }, closures: [], nominalDayMinutes: 60 },
    realZone("America/New_York"),
  );
  expect(calendar.businessTime(at("Sun 2026-03-08 00:00", 0), at("Mon 2026-03-09 00:00", 0))).toBe(0);
  const due = dueDate(calendar, by({ due: "minutes" }), 1, at("Sat 2026-03-07 12:00", 0));
  expect(due.dueDay).toBe(day("Sun 2026-03-15"));
});

test("a day that a zone skipped altogether is no business day: Apia went from December 29 to 31 in 2011", () => {
  const calendar = officeWith({}, realZone("Pacific/Apia"));
  expect(calendar.isBusinessDay(day("Fri 2011-12-30"))).toBe(false);
  expect(calendar.nextBusinessDay(day("Thu 2011-12-29"))).toBe(day("Mon 2012-01-02"));
});

test("an office open one day a year still has a due date, and a very long promise an end", () => {
  const closedAllBut = (year: number): readonly { date: ReturnType<typeof day>; name: string }[] =>
    Array.from({ length: 52 }, (_, week) => new Date(Date.UTC(year, 0, 5 + 7 * week)).toISOString().slice(0, 10))
      .filter((date) => !date.endsWith("-06-01"))
      .map((date) => ({ date: date as ReturnType<typeof day>, name: "closed" }));
  const rare = officeWith({ weekly: { mon: [["09:00", "10:00"]] }, closures: closedAllBut(2026) });
  expect(rare.nextBusinessDay(day("Mon 2026-01-05"))).toBe(day("Mon 2026-06-01"));
  expect(dueDate(rare, usual, 1, at("Mon 2026-01-05 09:00")).dueDay).toBe(day("Mon 2027-01-04"));
  expect(dueDate(office, usual, 1000, at("Mon 2026-01-05 09:00")).dueDay > "2029-10").toBe(true);
});

test("days that are no whole number from one on are a bug of the caller", () => {
  expect(() => dueDate(office, usual, 0, at("Fri 2026-11-20 12:00"))).toThrow(RangeError);
  expect(() => dueDate(office, usual, 1.5, at("Fri 2026-11-20 12:00"))).toThrow(RangeError);
});
