import { expect, test } from "@jest/globals";
import { proposeClosures, usualChoices } from "../../../src/domain/calendar/holidays.ts";
import { importCalendar } from "../../../src/domain/calendar/icalendar.ts";
import { isOlderThanAYear } from "../../../src/domain/calendar/tzdataAge.ts";
import { exampleSettings } from "../../fixtures/calendar/examples.ts";
import { day } from "../../support/time.ts";

const datesOf = (year: number, choices = usualChoices): readonly string[] =>
  proposeClosures(year, choices).map(({ date }) => date);

test.each([2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032])(
  "the proposal for %d is the worked one, names and all",
  (year) => {
    const worked = exampleSettings["ab-muni"]!.closures.filter(({ date }) => date.startsWith(String(year)));
    expect(proposeClosures(year).map(({ date, name }) => ({ date, name }))).toEqual(worked);
  },
);

test("July 2 closes by law when July 1 is a Sunday, and by the employer's choice when it is a Saturday", () => {
  const ruleOf = (year: number, date: string) => proposeClosures(year).find((one) => one.date === date)?.rule;
  expect(ruleOf(2029, day("Mon 2029-07-02"))).toBe("substituteByLaw");
  expect(ruleOf(2028, day("Mon 2028-07-03"))).toBe("substitute");
});

test("Easter Monday follows Easter where it is chosen", () => {
  expect(datesOf(2027, { ...usualChoices, easterMonday: true })).toContain(day("Mon 2027-03-29"));
  expect(datesOf(2027)).not.toContain(day("Mon 2027-03-29"));
});

test("the Christmas closure fills the weekdays up to New Year, beside the substitutes", () => {
  const closed = datesOf(2027, { ...usualChoices, christmasClosure: true }).filter((date) => date > "2027-12-26");
  expect(closed).toEqual(["2027-12-27", "2027-12-28", "2027-12-29", "2027-12-30", "2027-12-31"]);
});

test("Remembrance Day on a weekend gives no weekday off where it does not move", () => {
  expect(datesOf(2028)).toContain(day("Mon 2028-11-13"));
  expect(datesOf(2028, { ...usualChoices, remembranceMoves: false })).not.toContain(day("Mon 2028-11-13"));
});

const ics = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "DTSTART;VALUE=DATE:20271227",
  "DTEND;VALUE=DATE:20271229",
  "SUMMARY:Christmas\\, observ",
  " ed",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "DTSTART:20270105T090000Z",
  "SUMMARY:Staff meeting",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "DTSTART;VALUE=DATE:20270701",
  "RRULE:FREQ=YEARLY",
  "SUMMARY:Canada Day",
  "BEGIN:VALARM",
  "SUMMARY:reminder",
  "END:VALARM",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

test("whole days of an iCalendar file are proposals, each day its own", () => {
  expect(importCalendar(ics).closures).toEqual([
    { date: day("Mon 2027-12-27"), name: "Christmas, observed", rule: "imported" },
    { date: day("Tue 2027-12-28"), name: "Christmas, observed", rule: "imported" },
  ]);
});

test("timed and repeating events are named as unread, never guessed at", () => {
  const { unread } = importCalendar(ics);
  expect(unread).toEqual([
    { name: "Staff meeting", why: "noWholeDay" },
    { name: "Canada Day", why: "repeats" },
  ]);
});

test("a tz database is old a year after its letter's month, and one without a name always", () => {
  expect(isOlderThanAYear("2026f", day("Tue 2027-06-01"))).toBe(false);
  expect(isOlderThanAYear("2026f", day("Sun 2027-06-06"))).toBe(true);
  expect(isOlderThanAYear("2025c", day("Sun 2026-11-22"))).toBe(true);
  expect(isOlderThanAYear("none", day("Sun 2026-11-22"))).toBe(true);
});
