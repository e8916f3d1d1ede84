import { expect, test } from "@jest/globals";
import { movedIn, movedOf, type MovedDates } from "../../../src/domain/timeliness/moved.ts";
import { at, day } from "../../support/time.ts";
import { rulesOf } from "../inquiry/office.ts";

const { calendar } = rulesOf();
const [first, second] = [at("Tue 2026-11-17 10:00"), at("Thu 2026-11-19 10:00")];
const moved = (recalculatedAt: typeof first, before: string | null, after: string | null, more = {}): MovedDates => ({
  ...{ at: recalculatedAt, department: "planning", channel: "email", count: 1 },
  dueBefore: before === null ? null : at(before),
  dueAfter: after === null ? null : at(after),
  ...more,
});
const week = { from: day("Mon 2026-11-09"), to: day("Sun 2026-11-15") };
const inWeek = (...all: readonly MovedDates[]) => movedIn(all, week, (when) => calendar.localDay(when));

test("a date counts in the period that it left, and in the one that it came to, once where both are the same", () => {
  expect(inWeek(moved(first, "Fri 2026-11-13 16:30", "Mon 2026-11-16 16:30"))).toEqual([{ at: first, count: 1 }]);
  expect(inWeek(moved(first, "Fri 2026-11-06 16:30", "Mon 2026-11-09 16:30"))).toEqual([{ at: first, count: 1 }]);
  expect(inWeek(moved(first, "Thu 2026-11-12 16:30", "Fri 2026-11-13 16:30"))).toEqual([{ at: first, count: 1 }]);
  expect(inWeek(moved(first, "Mon 2026-11-16 16:30", "Tue 2026-11-17 16:30"))).toEqual([]);
});

test("a date that was none before, or is none since, counts where it was or is", () => {
  expect(inWeek(moved(first, null, "Fri 2026-11-13 16:30"))).toEqual([{ at: first, count: 1 }]);
  expect(inWeek(moved(first, "Fri 2026-11-13 16:30", null))).toEqual([{ at: first, count: 1 }]);
});

test("each recalculation has its own number, the oldest first", () => {
  const all = [
    moved(second, "Fri 2026-11-13 16:30", "Mon 2026-11-16 16:30"),
    moved(first, "Thu 2026-11-12 16:30", "Fri 2026-11-13 16:30", { count: 2 }),
    moved(first, "Tue 2026-11-10 16:30", "Thu 2026-11-12 16:30"),
  ];
  expect(inWeek(...all)).toEqual([
    { at: first, count: 3 },
    { at: second, count: 1 },
  ]);
});

test("a part of the figures has the moves of its departments and its channel", () => {
  const mine = moved(first, null, null);
  const all = [mine, moved(first, null, null, { department: "" }), moved(first, null, null, { channel: "letter" })];
  expect(movedOf(all, { departments: ["planning"], channel: "email" })).toEqual([mine]);
  expect(movedOf(all, { departments: ["planning"], channel: null })).toHaveLength(2);
  expect(movedOf(all, { departments: [""], channel: null })).toHaveLength(1);
});
