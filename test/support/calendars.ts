/** Random but valid calendars, and a few real zones, for properties of the reply clock. */
import fc from "fast-check";
import type { CalendarSettings, CountingRules, OpenHours, Weekday, ZoneTable } from "../../src/domain/policy/policy.ts";
import type { Instant, LocalDay } from "../../src/domain/time.ts";
import { zoneTable } from "../../src/server/zoneTable.ts";

const weekdays: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
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

/** Any week with at least one open span, at any hour of day or night; lunch is a second span, Monday need not be open. */
export const anyWeek: fc.Arbitrary<CalendarSettings> = fc
  .tuple(fc.array(spans(0), { minLength: 7, maxLength: 7 }), spans(1), fc.integer({ min: 0, max: 6 }), fc.boolean())
  .map(([days, open, on, isPlain]) =>
    weekdays.map((weekday, index) => [weekday, index === on || (isPlain && days[index]?.length) ? open : days[index]]),
  )
  .chain((week) =>
    fc.record({
      timeZone: fc.constant("Etc/UTC"),
      weekly: fc.constant(Object.fromEntries(week) as CalendarSettings["weekly"]),
      closures: fc.uniqueArray(anyDay, { maxLength: 4 }).map((days) => days.map((date) => ({ date, name: "closed" }))),
      special: fc.constant({}),
      nominalDayMinutes: fc.integer({ min: 30, max: 600 }),
    }),
  );

export const anyCounting: fc.Arbitrary<CountingRules> = fc.record({
  receipt: fc.constantFrom("hours", "businessDay", "calendarDay"),
  count: fc.constantFrom("exclude", "include"),
  due: fc.constantFrom("close", "midnight", "sameTime", "minutes"),
  met: fc.constant(["answer"] as const),
});

/** Up to three spans a day in quarters of an hour, from midnight to midnight. */
function spans(least: number): fc.Arbitrary<OpenHours> {
  return fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2 * least, maxLength: 6 })
    .map((quarters) => pairs(quarters.sort((a, b) => a - b).map(timeOf)));
}

function pairs(times: readonly string[]): OpenHours {
  const found: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < times.length; i += 2) found.push([times[i]!, times[i + 1]!]);
  return found;
}

function timeOf(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, "0")}:${String((quarters % 4) * 15).padStart(2, "0")}`;
}
