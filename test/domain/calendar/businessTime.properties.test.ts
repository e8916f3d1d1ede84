import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { businessCalendar } from "../../../src/domain/calendar/businessCalendar.ts";
import { instant, type Instant } from "../../../src/domain/time.ts";
import { anyInstant, anySettings, anyZone } from "../../support/calendars.ts";
import { oracle } from "../../support/oracle.ts";

const week = 7 * 86_400_000;
const span = fc.integer({ min: -week, max: week });

test("on random calendars business time agrees with a walk minute by minute, to the millisecond", () => {
  fc.assert(
    fc.property(anySettings, anyZone, anyInstant, span, (settings, zone, from, length) => {
      const to = instant(from + length);
      expect(businessCalendar(settings, zone).businessTime(from, to)).toBe(
        oracle(settings, zone).businessTime(from, to),
      );
    }),
    { numRuns: 200 },
  );
});

test("business time adds up at any instant between, and reversing it changes the sign alone", () => {
  fc.assert(
    fc.property(anySettings, anyZone, anyInstant, anyInstant, anyInstant, (settings, zone, a, b, c) => {
      const calendar = businessCalendar(settings, zone);
      const businessTime = (from: Instant, to: Instant): number => calendar.businessTime(from, to);
      expect(businessTime(a, b) + businessTime(b, c)).toBe(businessTime(a, c));
      expect(businessTime(a, b) + businessTime(b, a)).toBe(0);
    }),
  );
});
