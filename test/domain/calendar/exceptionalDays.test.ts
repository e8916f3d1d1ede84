import { expect, test } from "@jest/globals";
import { exceptionalDays } from "../../../src/domain/calendar/exceptionalDays.ts";
import type { CalendarSettings } from "../../../src/domain/policy/policy.ts";
import { officeSettings } from "../../support/office.ts";
import { day } from "../../support/time.ts";

const settings: CalendarSettings = {
  ...officeSettings,
  closures: [
    { date: day("Fri 2027-01-01"), name: "New Year's Day" },
    { date: day("Fri 2026-12-25"), name: "Christmas Day" },
    { date: day("Sat 2026-12-26"), name: "Boxing Day" },
    { date: day("Wed 2026-11-11"), name: "Remembrance Day" },
  ],
  special: { "2026-12-24": [["08:30", "12:00"]], "2026-12-05": [["10:00", "14:00"]] },
};

test("closures ahead come in the order of their days, those past the confirmed ones as provisional", () => {
  const found = exceptionalDays(settings, day("Fri 2026-12-25"), 9);
  expect(found.map(({ day, name, provisional }) => [day, name, provisional])).toEqual([
    ["2026-12-25", "Christmas Day", false],
    ["2027-01-01", "New Year's Day", true],
  ]);
});

test("a closure on a day that is closed anyway is left out, and today's is still ahead", () => {
  expect(exceptionalDays(settings, day("Wed 2026-11-11"), 9).map(({ day }) => day)).toEqual([
    "2026-11-11",
    "2026-12-05",
    "2026-12-24",
    "2026-12-25",
    "2027-01-01",
  ]);
});

test("other hours on a day are told with them, also where the office is usually closed", () => {
  const [saturday, eve] = exceptionalDays(settings, day("Tue 2026-12-01"), 2);
  expect(saturday).toMatchObject({ day: "2026-12-05", hours: [["10:00", "14:00"]], name: null });
  expect(eve).toMatchObject({ day: "2026-12-24", hours: [["08:30", "12:00"]] });
});

test("no more than asked for are told", () => {
  expect(exceptionalDays(settings, day("Sun 2026-11-01"), 1)).toHaveLength(1);
});
