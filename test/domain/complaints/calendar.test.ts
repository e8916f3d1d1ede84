/**
 * What users of other reply clocks complained of, as rules of ours: holidays, hours and zones.
 * The numbers are those of the research on peers, §3.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { businessCalendar } from "../../../src/domain/calendar/businessCalendar.ts";
import { importCalendar } from "../../../src/domain/calendar/icalendar.ts";
import { dueDate } from "../../../src/domain/deadline/dueDate.ts";
import { orderBreak } from "../../../src/domain/deadline/keepsOrder.ts";
import { confirmationNotice } from "../../../src/domain/policy/confirmation.ts";
import type { OpenHours } from "../../../src/domain/policy/policy.ts";
import { dayMs, instant, isoOf } from "../../../src/domain/time.ts";
import { civicreply } from "../../cli/run.ts";
import { file } from "../../cli/policies.ts";
import { anyCounting, anyInstant, anyWeek, anyZone, realZone } from "../../support/calendars.ts";
import { office, officeSettings, officeWith, usual } from "../../support/office.ts";
import { oracle } from "../../support/oracle.ts";
import { at, day } from "../../support/time.ts";

const event = (date: string, name: string): string =>
  `BEGIN:VEVENT\nDTSTART;VALUE=DATE:${date}\nSUMMARY:${name}\nEND:VEVENT\n`;
const feed = (...events: readonly string[]): string => `BEGIN:VCALENDAR\n${events.join("")}END:VCALENDAR\n`;
const allDay: OpenHours = [["00:00", "24:00"]];
const everyDay = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };

describe("complaint 1: observances in a holiday feed pushed deadlines out", () => {
  const observances = feed(
    event("20261123", "St Martin observed"),
    event("20261124", "Daylight Saving Time begins"),
    event("20261225", "Christmas Day"),
  );

  test("an imported holiday is a proposal and closes nothing", () => {
    const { closures } = importCalendar(observances);
    expect(closures.map(({ date, rule }) => [date, rule])).toEqual([
      ["2026-11-23", "imported"],
      ["2026-11-24", "imported"],
      ["2026-12-25", "imported"],
    ]);
  });

  test("importing a feed with “Daylight Saving Time begins” changes no due date", async () => {
    const ask = () => civicreply(["due", "--received", "2026-11-20 12:00"]);
    const policy = "assets/policies/spruce-grove.json";
    const [before, document] = [await ask(), readFileSync(policy, "utf8")];
    const imported = await civicreply(["holidays", "2026", "--ics", file(observances)]);
    expect(imported.output).toContain(
      "3 closures proposed for 2026. Nothing closes the office until it stands in the policy.",
    );
    expect((await ask()).output).toBe(before.output);
    expect(readFileSync(policy, "utf8")).toBe(document);
  });

  test("only what an administrator wrote into the policy closes the office", () => {
    const { closures } = importCalendar(observances);
    const confirmed = closures.filter(({ name }) => name === "Christmas Day");
    const calendar = officeWith({ closures: confirmed });
    expect(["Tue 2026-11-24", "Fri 2026-12-25"].map((one) => calendar.isBusinessDay(day(one)))).toEqual([true, false]);
  });
});

describe("complaint 2: holidays of a feed landed a day early in a western zone", () => {
  const packed = createRequire(import.meta.url).resolve("moment-timezone/data/packed/latest.json");
  const { zones } = JSON.parse(readFileSync(packed, "utf8")) as { readonly zones: readonly string[] };
  const names = zones.map((zone) => zone.slice(0, zone.indexOf("|")));

  test("an all-day event of December 25 closes exactly that local day, in every zone of the world", () => {
    const { closures } = importCalendar(feed(event("20261225", "Christmas Day")));
    const offsets = new Set<number>();
    for (const name of names) {
      const calendar = businessCalendar(
        { ...officeSettings, timeZone: name, weekly: everyDay, closures },
        realZone(name),
      );
      const begins = calendar.instantAt(day("Fri 2026-12-25"), 0);
      const ends = calendar.instantAt(day("Sat 2026-12-26"), 0);
      offsets.add((Date.UTC(2026, 11, 25) - begins) / 3_600_000);
      const isOpen = (from: number): boolean => calendar.businessTime(instant(from), instant(from + 1)) === 1;
      expect([name, isOpen(begins - 1), isOpen(begins), isOpen(ends - 1), isOpen(ends)]).toEqual([
        ...[name, true, false],
        ...[false, true],
      ]);
    }
    expect([Math.min(...offsets), Math.max(...offsets)]).toEqual([-12, 14]);
    expect(names.length).toBeGreaterThan(300);
  });
});

describe("complaint 4: nobody entered next year's holidays, and the reminder came on January 1", () => {
  const settings = { ...officeSettings, confirmedThrough: day("Thu 2026-12-31") };

  test("the warning comes from 60 days before the last confirmed day on, and does not end with it", () => {
    const warned = ["Sat 2026-10-31", "Sun 2026-11-01", "Thu 2026-12-31", "Fri 2027-01-01"].map(
      (today) => confirmationNotice(settings, day(today))?.daysLeft ?? null,
    );
    expect(warned).toEqual([null, 60, 0, -1]);
  });

  test("a due date beyond it is provisional, one on it is not", () => {
    const due = (received: string) => dueDate(businessCalendar(settings, office.zone), usual, 2, at(received));
    expect(due("Tue 2026-12-29 10:00")).toMatchObject({ dueDay: "2026-12-31", provisional: false });
    expect(due("Wed 2026-12-30 10:00")).toMatchObject({ dueDay: "2027-01-01", provisional: true });
  });
});

describe("complaint 5: business minutes of past mail were counted with today's offset", () => {
  const hours = [["08:30", "16:30"]] as const;
  const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
  const inZone = (name: string) =>
    businessCalendar({ ...officeSettings, timeZone: name, weekly: week, closures: [] }, realZone(name));

  test.each([
    ["America/New_York", "Fri 2026-03-06 12:00", -300, "2026-03-10T20:30:00Z"],
    ["America/New_York", "Fri 2026-10-30 12:00", -240, "2026-11-03T21:30:00Z"],
    ["Pacific/Auckland", "Fri 2026-04-03 12:00", 780, "2026-04-07T04:30:00Z"],
    ["Pacific/Auckland", "Fri 2026-09-25 12:00", 720, "2026-09-29T03:30:00Z"],
  ] as const)(
    "over a change of clocks in %s a message of %s is due at closing time by the clock on the wall",
    (zone, received, offset, dueAt) => {
      expect(isoOf(dueDate(inZone(zone), usual, 2, at(received, offset)).dueAt)).toBe(dueAt);
    },
  );

  test.each([
    ["America/New_York", at("Fri 2026-03-06 12:00", -300), at("Tue 2026-03-10 09:30", -240)],
    ["America/New_York", at("Fri 2026-10-30 12:00", -240), at("Tue 2026-11-03 09:30", -300)],
    ["Pacific/Auckland", at("Fri 2026-04-03 12:00", 780), at("Tue 2026-04-07 09:30", 720)],
    ["Pacific/Auckland", at("Fri 2026-09-25 12:00", 720), at("Tue 2026-09-29 09:30", 780)],
  ] as const)(
    "in %s the office hours between two days are the same over the change as in any other week",
    (zone, from, to) => {
      expect(inZone(zone).businessTime(from, to)).toBe((4.5 + 8 + 1) * 3_600_000);
    },
  );
});

describe("complaint 6: “00:00 to 23:59” was closed for a minute each night", () => {
  const open = businessCalendar({ ...officeSettings, weekly: everyDay, closures: [] }, office.zone);

  test("hours to 24:00 lose no minute, so a night's business time is its whole length", () => {
    expect(open.businessTime(at("Mon 2026-11-23 23:30"), at("Tue 2026-11-24 00:30"))).toBe(3_600_000);
    expect(open.businessTime(at("Mon 2026-11-23 00:00"), at("Mon 2026-11-30 00:00"))).toBe(7 * dayMs);
  });

  test("hours are half-open: of two spans that meet, no instant belongs to both or to none", () => {
    const noon = officeWith({
      special: {
        "2026-11-23": [
          ["08:00", "12:00"],
          ["12:00", "16:00"],
        ],
      },
    });
    expect(noon.businessTime(at("Mon 2026-11-23 11:59"), at("Mon 2026-11-23 12:01"))).toBe(120_000);
    expect(noon.businessTime(at("Mon 2026-11-23 16:00"), at("Mon 2026-11-23 17:00"))).toBe(0);
  });
});

describe("complaint 7: lunch entered as a holiday, or a week without Monday, gave absurd due dates", () => {
  const days = fc.integer({ min: 1, max: 4 });

  test("for any week with an open span the due date agrees with a walk minute by minute", () => {
    fc.assert(
      fc.property(anyWeek, anyCounting, days, anyInstant, (settings, counting, count, receivedAt) => {
        const zone = realZone("America/Edmonton");
        const { dueAt } = dueDate(businessCalendar(settings, zone), counting, count, receivedAt);
        expect(isoOf(dueAt)).toBe(isoOf(instant(oracle(settings, zone).dueAt(counting, count, receivedAt))));
      }),
      { numRuns: 150 },
    );
  });

  test("and later mail, or more days, is never due earlier", () => {
    fc.assert(
      fc.property(
        anyWeek,
        anyZone,
        anyCounting,
        days,
        anyInstant,
        anyInstant,
        (settings, zone, counting, count, a, b) => {
          fc.pre(orderBreak(counting, settings, zone) === null);
          const calendar = businessCalendar(settings, zone);
          const due = (received: number, n: number): number => dueDate(calendar, counting, n, instant(received)).dueAt;
          expect(due(Math.min(a, b), count)).toBeLessThanOrEqual(due(Math.max(a, b), count));
          expect(due(a, count)).toBeLessThanOrEqual(due(a, count + 1));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
