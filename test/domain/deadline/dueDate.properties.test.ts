import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { businessCalendar } from "../../../src/domain/calendar/businessCalendar.ts";
import { dueDate } from "../../../src/domain/deadline/dueDate.ts";
import { orderBreak } from "../../../src/domain/deadline/keepsOrder.ts";
import { instant, isoOf } from "../../../src/domain/time.ts";
import { anyCounting, anyInstant, anySettings, anyZone } from "../../support/calendars.ts";
import { oracle } from "../../support/oracle.ts";

const days = fc.integer({ min: 1, max: 6 });

test("on random calendars every due date agrees with a walk minute by minute", () => {
  fc.assert(
    fc.property(anySettings, anyZone, anyCounting, days, anyInstant, (settings, zone, counting, count, receivedAt) => {
      const { dueAt } = dueDate(businessCalendar(settings, zone), counting, count, receivedAt);
      expect(isoOf(dueAt)).toBe(isoOf(instant(oracle(settings, zone).dueAt(counting, count, receivedAt))));
    }),
    { numRuns: 300 },
  );
});

test("a later message is never due earlier", () => {
  fc.assert(
    fc.property(
      anySettings,
      anyZone,
      anyCounting,
      days,
      anyInstant,
      anyInstant,
      (settings, zone, counting, count, a, b) => {
        fc.pre(orderBreak(counting, settings, zone) === null);
        const calendar = businessCalendar(settings, zone);
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(dueDate(calendar, counting, count, first).dueAt).toBeLessThanOrEqual(
          dueDate(calendar, counting, count, second).dueAt,
        );
      },
    ),
    { numRuns: 3000 },
  );
});

test("one more promised day never brings the due date forward, and it stays on a business day", () => {
  fc.assert(
    fc.property(anySettings, anyZone, anyCounting, days, anyInstant, (settings, zone, counting, count, receivedAt) => {
      const calendar = businessCalendar(settings, zone);
      const due = dueDate(calendar, counting, count, receivedAt);
      expect(dueDate(calendar, counting, count + 1, receivedAt).dueAt).toBeGreaterThan(due.dueAt);
      expect(calendar.isBusinessDay(due.dueDay)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
