import { expect, test } from "@jest/globals";
import { businessCalendar } from "../../../src/domain/calendar/businessCalendar.ts";
import { addDays, daysBetween, isLocalDay, weekdayOf } from "../../../src/domain/calendar/localDay.ts";
import { alberta, office, officeSettings, officeWith } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";

test("Alberta's winter of 2026 is at UTC−6: 16:30 is 22:30 UTC, whatever an older machine says", () => {
  expect(new Date(office.closeOf(day("Mon 2026-12-07"))).toISOString()).toBe("2026-12-07T22:30:00.000Z");
  expect(new Date(office.closeOf(day("Mon 2026-01-05"))).toISOString()).toBe("2026-01-05T23:30:00.000Z");
});

test("a local day begins at local midnight, and its minutes are counted from there", () => {
  expect(office.localDay(at("Fri 2026-11-20 00:00"))).toBe(day("Fri 2026-11-20"));
  expect(office.localDay((at("Fri 2026-11-20 00:00") - 1) as ReturnType<typeof at>)).toBe(day("Thu 2026-11-19"));
  expect(office.localMinutes(at("Fri 2026-11-20 16:30:59"))).toBe(990);
  expect(office.instantAt(day("Fri 2026-11-20"), 990)).toBe(at("Fri 2026-11-20 16:30"));
});

test("special hours stand before a closure, a closure before the week", () => {
  const calendar = officeWith({
    closures: [
      { date: day("Thu 2026-12-24"), name: "Christmas Eve" },
      { date: day("Fri 2026-12-25"), name: "Christmas Day" },
    ],
    special: { "2026-12-24": [["08:30", "12:00"]], "2026-12-28": [] },
  });
  expect(calendar.closeOf(day("Thu 2026-12-24"))).toBe(at("Thu 2026-12-24 12:00"));
  expect([day("Fri 2026-12-25"), day("Mon 2026-12-28")].map((one) => calendar.isBusinessDay(one))).toEqual([
    false,
    false,
  ]);
});

test("business days are counted in both directions, over weekends and closures", () => {
  expect(office.addBusinessDays(day("Tue 2026-11-10"), 2)).toBe(day("Fri 2026-11-13"));
  expect(office.addBusinessDays(day("Thu 2026-11-12"), -2)).toBe(day("Mon 2026-11-09"));
  expect(office.previousBusinessDay(day("Mon 2026-11-23"))).toBe(day("Fri 2026-11-20"));
  expect(office.businessDaysBetween(day("Mon 2026-11-09"), day("Mon 2026-11-16"))).toBe(4);
  expect(office.businessDaysBetween(day("Mon 2026-11-16"), day("Mon 2026-11-09"))).toBe(-4);
  expect(office.businessDaysBetween(day("Sat 2026-11-14"), day("Sun 2026-11-15"))).toBe(0);
});

test("business time is half-open: the closing instant is outside, the opening inside", () => {
  expect(office.businessTime(at("Fri 2026-11-20 16:29"), at("Mon 2026-11-23 08:31"))).toBe(120_000);
  expect(office.businessTime(at("Fri 2026-11-20 16:30"), at("Mon 2026-11-23 08:30"))).toBe(0);
  expect(Object.is(office.businessTime(at("Mon 2026-11-23 08:30"), at("Fri 2026-11-20 16:30")), 0)).toBe(true);
});

test("asking a closed day for its hours is a bug, and a calendar never open is refused at once", () => {
  expect(() => office.openOf(day("Wed 2026-11-11"))).toThrow("2026-11-11 is not a business day");
  expect(() => businessCalendar({ ...officeSettings, weekly: {} }, alberta)).toThrow("no open weekday");
});

test("years far from ours count as well as near ones", () => {
  expect(office.nextBusinessDay(day("Sat 2101-01-01"))).toBe(day("Mon 2101-01-03"));
  expect(office.businessDaysBetween(day("Mon 1900-01-01"), day("Mon 1900-01-08"))).toBe(5);
});

test("only days that exist are days", () => {
  const written = ["2028-02-29", "2026-02-29", "2026-13-01", "2026-1-1", "2026-01-01T00:00:00Z", ""];
  expect(written.map(isLocalDay)).toEqual([true, false, false, false, false, false]);
});

test("days are added and compared over month, leap day and year's end", () => {
  expect(addDays(day("Mon 2028-02-28"), 2)).toBe(day("Wed 2028-03-01"));
  expect(daysBetween(day("Thu 2026-12-31"), day("Fri 2027-01-01"))).toBe(1);
  expect(weekdayOf(day("Sun 2026-11-22"))).toBe("sun");
});
