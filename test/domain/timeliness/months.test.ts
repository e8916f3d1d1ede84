import { expect, test } from "@jest/globals";
import { pastMonths } from "../../../src/domain/timeliness/months.ts";
import { day } from "../../support/time.ts";

test("the months that are over end with the one before this month, oldest first", () => {
  expect(pastMonths(day("Wed 2026-11-25"), 2)).toEqual([
    { from: day("Tue 2026-09-01"), to: day("Wed 2026-09-30") },
    { from: day("Thu 2026-10-01"), to: day("Sat 2026-10-31") },
  ]);
});

test("on the first of March the last one is February, leap days included", () => {
  expect(pastMonths(day("Wed 2028-03-01"), 1)).toEqual([{ from: day("Tue 2028-02-01"), to: day("Tue 2028-02-29") }]);
});

test("twelve months reach a year back", () => {
  const months = pastMonths(day("Fri 2027-01-01"), 12);
  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ from: day("Thu 2026-01-01"), to: day("Sat 2026-01-31") });
});
