import { expect, test } from "@jest/globals";
import type { OpenHours } from "../../../src/domain/policy/policy.ts";
import { hoursInWords, weekInWords } from "../../../src/domain/wording/officeHours.ts";

const usual: OpenHours = [["08:30", "16:30"]];
const short: OpenHours = [["08:30", "12:00"]];
const broken: OpenHours = [
  ["08:30", "12:00"],
  ["13:00", "24:00"],
];

test("a plain week is one run of days", () => {
  const week = { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: [] };
  expect(weekInWords(week, "en")).toBe("Monday to Friday, 8:30 a.m. to 4:30 p.m.");
  expect(weekInWords(week, "fr")).toBe("du lundi au vendredi, de 8 h 30 à 16 h 30");
});

test("days with other hours, and days after a closed one, are told apart", () => {
  const week = { mon: usual, tue: usual, thu: usual, fri: short };
  expect(weekInWords(week, "en")).toBe(
    "Monday to Tuesday, 8:30 a.m. to 4:30 p.m., and Thursday, 8:30 a.m. to 4:30 p.m., and Friday, 8:30 a.m. to noon",
  );
  expect(weekInWords({ fri: short }, "fr")).toBe("le vendredi, de 8 h 30 à midi");
});

test("a break and midnight have their words", () => {
  expect(hoursInWords(broken, "en")).toBe("8:30 a.m. to noon and 1:00 p.m. to midnight");
  expect(hoursInWords(broken, "fr")).toBe("de 8 h 30 à midi et de 13 h à minuit");
});
