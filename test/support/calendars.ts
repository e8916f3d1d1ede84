/** Random but valid calendars, and a few real zones, for properties of the reply clock. */
import fc from "fast-check";
import type { CalendarSettings, CountingRules, OpenHours, Weekday, ZoneTable } from "../../src/domain/policy/policy.ts";
import type { Instant, LocalDay } from "../../src/domain/time.ts";
import { zoneTable } from "../../src/server/zoneTable.ts";

const zones = [
  "America/Edmonton",
  "Pacific/Auckland",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Africa/Cairo",
  "Etc/UTC",
];

export function realZone(name: string): ZoneTable {
  const zone = zoneTable(name);
  if (!zone.ok) throw new Error(zone.problems[0]?.message);
  return zone.value;
}

export const anyZone: fc.Arbitrary<ZoneTable> = fc.constantFrom(...zones).map(realZone);

/** Hours away from night, where clocks change; nights and 24 hours have examples of their own. */
const quarter = fc.integer({ min: 16, max: 96 });
const openHours: fc.Arbitrary<OpenHours> = fc
  .uniqueArray(quarter, { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.sort((a, b) => a - b))
  .map((sorted) => pairs(sorted.map(timeOf)));
const dayHours = fc.oneof({ weight: 1, arbitrary: fc.constant<OpenHours>([]) }, { weight: 3, arbitrary: openHours });

/** Between 2026-02 and 2026-12, so that Alberta's last clock change and everyone else's lie inside. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2026, 1, 1), max: Date.UTC(2026, 10, 30) })
  .map((ms) => ms as Instant);
const anyDay = fc
  .integer({ min: 0, max: 330 })
  .map((n) => new Date(Date.UTC(2026, 0, 20 + n)).toISOString().slice(0, 10) as LocalDay);

export const anySettings: fc.Arbitrary<CalendarSettings> = fc
  .record({
    mon: openHours,
    tue: dayHours,
    wed: dayHours,
    thu: dayHours,
    fri: dayHours,
    sat: fc.constant<OpenHours>([]),
    sun: dayHours,
  } satisfies Record<Weekday, fc.Arbitrary<OpenHours>>)
  .chain((weekly) =>
    fc.record({
      timeZone: fc.constant("Etc/UTC"),
      weekly: fc.constant(weekly),
      closures: fc.uniqueArray(anyDay, { maxLength: 12 }).map((days) => days.map((date) => ({ date, name: "closed" }))),
      special: fc.dictionary(anyDay, dayHours, { maxKeys: 6 }),
      nominalDayMinutes: fc.integer({ min: 30, max: 600 }),
    }),
  );

export const anyCounting: fc.Arbitrary<CountingRules> = fc.record({
  receipt: fc.constantFrom("hours", "businessDay", "calendarDay"),
  count: fc.constantFrom("exclude", "include"),
  due: fc.constantFrom("close", "midnight", "sameTime", "minutes"),
  met: fc.constant(["answer"] as const),
});

function pairs(times: readonly string[]): OpenHours {
  const found: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < times.length; i += 2) found.push([times[i]!, times[i + 1]!]);
  return found;
}

function timeOf(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, "0")}:${String((quarters % 4) * 15).padStart(2, "0")}`;
}
