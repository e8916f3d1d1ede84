/** A plain office in Alberta, 8:30 a.m. to 4:30 p.m. on weekdays, for tests of the reply clock. */
import { businessCalendar, type BusinessCalendar } from "../../src/domain/calendar/businessCalendar.ts";
import type { CalendarSettings, CountingRules, ZoneTable } from "../../src/domain/policy/policy.ts";
import { day } from "./time.ts";

const weekday = [["08:30", "16:30"]] as const;

/** Alberta's last clock changes: UTC−6 for good from 2026-03-08. */
export const alberta: ZoneTable = {
  zone: "America/Edmonton",
  tzdata: "2026f",
  base: -360,
  transitions: [
    [Date.UTC(2025, 10, 2, 8) / 1000, -420],
    [Date.UTC(2026, 2, 8, 9) / 1000, -360],
  ],
};

export const officeSettings: CalendarSettings = {
  timeZone: "America/Edmonton",
  weekly: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
  closures: [{ date: day("Wed 2026-11-11"), name: "Remembrance Day" }],
  special: {},
  nominalDayMinutes: 480,
  confirmedThrough: day("Thu 2026-12-31"),
};

export const office: BusinessCalendar = businessCalendar(officeSettings, alberta);

/** The default for a policy that says "two business days" (calendar/README §3). */
export const usual: CountingRules = {
  receipt: "hours",
  count: "exclude",
  due: "close",
  met: ["holding", "part", "answer"],
};

export function officeWith(changes: Partial<CalendarSettings>, zone: ZoneTable = alberta): BusinessCalendar {
  return businessCalendar({ ...officeSettings, ...changes }, zone);
}
