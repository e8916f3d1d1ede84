import { expect, test } from "@jest/globals";
import {
  dayInWords,
  durationInWords,
  languageOf,
  monthDay,
  monthInWords,
  shortDay,
  timeInWords,
} from "../../../src/domain/wording/dates.ts";
import { day } from "../../support/time.ts";

test("a day is said with weekday, month and date, in English and French", () => {
  expect(dayInWords(day("Tue 2026-11-24"), "en")).toBe("Tuesday, November 24");
  expect(dayInWords(day("Tue 2026-11-24"), "fr")).toBe("mardi 24 novembre");
});

test("the year is said only when it is another one than today's", () => {
  expect(dayInWords(day("Mon 2027-01-04"), "en", day("Tue 2026-12-29"))).toBe("Monday, January 4, 2027");
  expect(dayInWords(day("Mon 2027-01-04"), "fr", day("Tue 2026-12-29"))).toBe("lundi 4 janvier 2027");
  expect(dayInWords(day("Mon 2027-01-04"), "en", day("Fri 2027-01-01"))).toBe("Monday, January 4");
});

test("the first of a month is “1er” in French", () => {
  expect(dayInWords(day("Tue 2026-12-01"), "fr")).toBe("mardi 1er décembre");
  expect(shortDay(day("Tue 2026-12-01"), "fr")).toBe("mar. 1er déc.");
});

test("a short day keeps its weekday", () => {
  expect(shortDay(day("Tue 2026-11-24"), "en")).toBe("Tue, Nov 24");
  expect(shortDay(day("Tue 2026-11-24"), "fr")).toBe("mar. 24 nov.");
});

test("on an axis a day is its month and date alone", () => {
  expect(monthDay(day("Tue 2026-11-24"), "en")).toBe("Nov 24");
  expect(monthDay(day("Tue 2026-11-24"), "fr")).toBe("24 nov.");
  expect(monthDay(day("Tue 2026-12-01"), "fr")).toBe("1er déc.");
});

test("a month is said with its year", () => {
  expect(monthInWords(day("Sun 2026-11-01"), "en")).toBe("November 2026");
  expect(monthInWords(day("Sat 2026-08-01"), "fr")).toBe("août 2026");
});

test.each([
  [990, "4:30 p.m.", "16 h 30"],
  [510, "8:30 a.m.", "8 h 30"],
  [545, "9:05 a.m.", "9 h 05"],
  [780, "1:00 p.m.", "13 h"],
  [750, "12:30 p.m.", "12 h 30"],
  [30, "12:30 a.m.", "0 h 30"],
  [720, "noon", "midi"],
  [0, "midnight", "minuit"],
  [1440, "midnight", "minuit"],
])("%d minutes after midnight are %s and %s", (minutes, english, french) => {
  expect(timeInWords(minutes, "en")).toBe(english);
  expect(timeInWords(minutes, "fr")).toBe(french);
});

test("a duration is said in hours and whole minutes, truncated", () => {
  expect(durationInWords(18_600_000, "en")).toBe("5 h 10 min");
  expect(durationInWords(7_200_000, "en")).toBe("2 h");
  expect(durationInWords(59_999, "fr")).toBe("moins de 1 min");
  expect(durationInWords(0, "en")).toBe("0 min");
  expect(durationInWords(-3_660_000, "en")).toBe("−1 h 1 min");
});

test("a language tag that is not French speaks English", () => {
  expect(["fr", "fr-CA", "FR-ca", "en-CA", "de", "fro"].map(languageOf)).toEqual(["fr", "fr", "fr", "en", "en", "en"]);
});
