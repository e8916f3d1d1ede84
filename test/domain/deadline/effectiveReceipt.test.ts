import { expect, test } from "@jest/globals";
import { dayZero, effectiveReceipt } from "../../../src/domain/deadline/effectiveReceipt.ts";
import { office, officeWith } from "../../support/office.ts";
import { at, day } from "../../support/time.ts";

test("a message received exactly at closing counts as received on the next business day", () => {
  expect(dayZero(office, "hours", at("Fri 2026-11-20 16:30"))).toBe(day("Mon 2026-11-23"));
});

test("a message received a millisecond before closing counts as received that instant", () => {
  const last = (at("Fri 2026-11-20 16:30") - 1) as ReturnType<typeof at>;
  expect(dayZero(office, "hours", last)).toBe(day("Fri 2026-11-20"));
  expect(effectiveReceipt(office, "hours", last).at).toBe(last);
});

test("a message received exactly at opening is inside, one before it counts from the opening", () => {
  const opening = at("Fri 2026-11-20 08:30");
  expect(effectiveReceipt(office, "hours", opening).at).toBe(opening);
  expect(effectiveReceipt(office, "hours", at("Fri 2026-11-20 00:00")).at).toBe(opening);
});

test("in a break a message counts from the next opening of that day, also exactly at the break's beginning", () => {
  const lunch = officeWith({
    special: {
      "2026-11-20": [
        ["08:30", "12:00"],
        ["13:00", "16:30"],
      ],
    },
  });
  expect(effectiveReceipt(lunch, "hours", at("Fri 2026-11-20 12:00")).at).toBe(at("Fri 2026-11-20 13:00"));
  expect(effectiveReceipt(lunch, "hours", at("Fri 2026-11-20 12:59")).at).toBe(at("Fri 2026-11-20 13:00"));
});

test("a closed day's message counts on the next business day by hours and by business day, and at once by calendar day", () => {
  const saturday = at("Sat 2026-11-21 10:00");
  expect(dayZero(office, "hours", saturday)).toBe(day("Mon 2026-11-23"));
  expect(dayZero(office, "businessDay", saturday)).toBe(day("Mon 2026-11-23"));
  expect(dayZero(office, "calendarDay", saturday)).toBe(day("Sat 2026-11-21"));
});

test("by business day an evening message counts as received the same day", () => {
  expect(dayZero(office, "businessDay", at("Fri 2026-11-20 23:59"))).toBe(day("Fri 2026-11-20"));
});
