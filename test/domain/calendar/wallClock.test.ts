import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readingsOf } from "../../../src/domain/calendar/wallClock.ts";
import { anyInstant } from "../../support/calendars.ts";
import { office } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";

test("a usual time of day is one instant", () => {
  expect(readingsOf(office, day("Mon 2026-11-23"), 910)).toEqual([at("Mon 2026-11-23 15:10")]);
});

test("a time that the clocks skipped is no instant: in Alberta 2:30 a.m. on March 8, 2026", () => {
  expect(readingsOf(office, day("Sun 2026-03-08"), 150)).toEqual([]);
  expect(readingsOf(office, day("Sun 2026-03-08"), 180)).toEqual([at("Sun 2026-03-08 03:00")]);
});

test("a time that came twice is two instants, the earlier one first: in Alberta 1:30 a.m. on November 2, 2025", () => {
  expect(readingsOf(office, day("Sun 2025-11-02"), 90)).toEqual([
    at("Sun 2025-11-02 01:30", -360),
    at("Sun 2025-11-02 01:30", -420),
  ]);
});

test("what the clock shows at an instant leads back to that instant, and the first reading is the calendar's own", () => {
  fc.assert(
    fc.property(anyInstant, (moment) => {
      const minute = Math.floor(moment / 60_000) * 60_000;
      const [shownDay, shownMinutes] = [office.localDay(moment), office.localMinutes(moment)];
      const readings = readingsOf(office, shownDay, shownMinutes);
      expect(readings).toContain(minute);
      expect(readings[0]).toBe(office.instantAt(shownDay, shownMinutes));
    }),
  );
});
