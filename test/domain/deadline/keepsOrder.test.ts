import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { businessCalendar } from "../../../src/domain/calendar/businessCalendar.ts";
import { dueDate } from "../../../src/domain/deadline/dueDate.ts";
import { orderBreak } from "../../../src/domain/deadline/keepsOrder.ts";
import type { CalendarSettings, CountingRules, ZoneTable } from "../../../src/domain/policy/policy.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { anyCounting, anyWeek, realZone } from "../../support/calendars.ts";
import { alberta, officeSettings, usual } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";

const zones = [
  "America/Edmonton",
  "America/St_Johns",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Europe/Paris",
  "Etc/UTC",
];
/** Two messages within days of each other, around a change of the zone's clocks where it has any. */
const zoneAndPair = fc
  .record({
    zone: fc.constantFrom(...zones).map(realZone),
    change: fc.nat(),
    first: fc.integer({ min: -4 * 1440, max: 4 * 1440 }),
    wait: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 5 * 1440 })),
  })
  .map(({ zone, change, first, wait }) => {
    const seconds = zone.transitions[change % Math.max(zone.transitions.length, 1)]?.[0] ?? 1_780_000_000;
    const earlier = instant((seconds + first * 60) * 1000);
    return { zone, earlier, later: instant(earlier + wait * 60_000) };
  });
const days = fc.integer({ min: 1, max: 6 });

test("wherever nothing is said against it, a later message is never due earlier: nights, lunches and clock changes included", () => {
  let promised = 0;
  fc.assert(
    fc.property(anyWeek, zoneAndPair, anyCounting, days, (settings, { zone, earlier, later }, counting, count) => {
      fc.pre(orderBreak(counting, settings, zone) === null);
      const calendar = businessCalendar(settings, zone);
      promised += 1;
      expect(dueDate(calendar, counting, count, earlier).dueAt).toBeLessThanOrEqual(
        dueDate(calendar, counting, count, later).dueAt,
      );
    }),
    { numRuns: 4000 },
  );
  expect(promised).toBe(4000);
});

test("one more promised day never brings the due date forward, under any rules", () => {
  fc.assert(
    fc.property(anyWeek, zoneAndPair, anyCounting, days, (settings, { zone, earlier }, counting, count) => {
      const calendar = businessCalendar(settings, zone);
      expect(dueDate(calendar, counting, count + 1, earlier).dueAt).toBeGreaterThanOrEqual(
        dueDate(calendar, counting, count, earlier).dueAt,
      );
    }),
    { numRuns: 4000 },
  );
});

describe("what is named as breaking the order does break it", () => {
  const weekday = [["08:30", "16:30"]] as const;
  const night = [["00:00", "24:00"]] as const;
  const every = (hours: typeof night): CalendarSettings["weekly"] => ({ sun: hours, mon: hours, tue: hours });
  const rules = (change: Partial<CountingRules>): CountingRules => ({ ...usual, due: "sameTime", ...change });
  const dueAt = (settings: CalendarSettings, zone: ZoneTable, counting: CountingRules, when: Instant): Instant =>
    dueDate(businessCalendar(settings, zone), counting, 1, when).dueAt;

  test.each([
    [
      "ownTimeOfDay",
      officeSettings,
      alberta,
      rules({ receipt: "calendarDay" }),
      [at("Sat 2026-11-21 15:00"), at("Sun 2026-11-22 09:00")],
    ],
    [
      "unequalOpenings",
      { ...officeSettings, weekly: { mon: weekday, tue: [["07:00", "16:30"]] as const } },
      alberta,
      rules({ receipt: "businessDay" }),
      [at("Sun 2026-11-22 12:00"), at("Mon 2026-11-23 06:00")],
    ],
    [
      "clocksGoBack",
      { ...officeSettings, closures: [], weekly: every(night) },
      realZone("America/New_York"),
      rules({ receipt: "hours" }),
      [at("Sun 2026-11-01 01:50", -240), at("Sun 2026-11-01 01:10", -300)],
    ],
    [
      "clocksGoBack",
      { ...officeSettings, weekly: { sat: weekday, sun: weekday, mon: weekday } },
      realZone("America/St_Johns"),
      rules({ receipt: "businessDay", due: "close" }),
      [at("Sun 2010-11-07 00:00:30", -150), at("Sat 2010-11-06 23:30", -210)],
    ],
  ] as const)("%s", (named, settings, zone, counting, [first, second]) => {
    expect(orderBreak(counting, settings, zone)).toBe(named);
    expect(first).toBeLessThan(second);
    expect(dueAt(settings, zone, counting, first)).toBeGreaterThan(dueAt(settings, zone, counting, second));
  });
});

test("with businessDay and sameTime the order holds where all days open at the same time", () => {
  const counting = { ...usual, receipt: "businessDay", due: "sameTime" } as const;
  expect(orderBreak(counting, officeSettings, alberta)).toBeNull();
  const late = { ...officeSettings, special: { [day("Thu 2026-12-24")]: [["10:00", "12:00"]] as const } };
  expect(orderBreak(counting, late, alberta)).toBe("unequalOpenings");
});
