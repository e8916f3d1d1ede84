import { expect, test } from "@jest/globals";
import type { CountingRules } from "../../../src/domain/policy/policy.ts";
import { offHoursSentence } from "../../../src/domain/wording/offHours.ts";
import { dayLine, ruleSentence } from "../../../src/domain/wording/why.ts";
import { usual } from "../../support/office.ts";
import { day } from "../../support/time.ts";

test("the default rule reads as the one sentence for people", () => {
  expect(ruleSentence({ counting: usual, responseDays: 2 }, "en")).toBe(
    "A message that arrives outside office hours counts as received at the next opening; the day it is received is not counted; the reply is due by closing time on the second business day after.",
  );
  expect(ruleSentence({ counting: usual, responseDays: 1 }, "fr")).toContain("du premier jour ouvrable suivant.");
});

test("every combination of rules has a sentence of its own, in both languages", () => {
  const sentences = new Set<string>();
  for (const receipt of ["hours", "businessDay", "calendarDay"] as const)
    for (const count of ["exclude", "include"] as const)
      for (const due of ["close", "midnight", "sameTime"] as const)
        for (const language of ["en", "fr"] as const)
          sentences.add(ruleSentence({ counting: { ...usual, receipt, count, due }, responseDays: 12 }, language));
  expect(sentences.size).toBe(36);
  expect([...sentences].filter((sentence) => /undefined|\[object/.test(sentence))).toEqual([]);
});

test("a day's line says its number, its closure's name, or why it is skipped", () => {
  const line = (
    date: string,
    number: number | null,
    skipped: "weekend" | "closure" | "beforeReceipt" | null,
    name: string | null,
  ) => dayLine({ day: day(date), number, skipped, name }, 2, "en");
  expect(line("Tue 2026-11-24", 1, null, null)).toBe("Tue, Nov 24 – business day 1 of 2");
  expect(line("Sun 2026-11-22", null, "weekend", null)).toBe("Sun, Nov 22 – weekend");
  expect(line("Wed 2026-11-11", null, "closure", "Remembrance Day")).toBe("Wed, Nov 11 – Remembrance Day");
  expect(line("Fri 2026-11-20", null, "beforeReceipt", null)).toBe("Fri, Nov 20 – arrived after closing");
  expect(line("Wed 2026-11-25", null, "weekend", null)).toBe("Wed, Nov 25 – office closed");
});

const offHours = (changes: Partial<CountingRules>): string => offHoursSentence({ ...usual, ...changes }, "en");

test("what a rule does to evening and weekend mail is worked out by the due date's own function", () => {
  expect(offHours({})).toContain(
    "Friday noon is due on Tuesday, one of Friday evening on Wednesday and one of Saturday on Wednesday",
  );
  expect(offHours({ receipt: "businessDay" })).toContain("Friday evening on Tuesday and one of Saturday on Wednesday");
  expect(offHours({ receipt: "calendarDay" })).toContain("Friday evening on Tuesday and one of Saturday on Tuesday");
});

test("what a rule does to evening mail follows the city's own week where it is given", () => {
  const late = [["08:30", "21:00"]] as const;
  const week = { weekly: { mon: late, tue: late, wed: late, thu: late, fri: late }, nominalDayMinutes: 750 };
  expect(offHoursSentence(usual, "en", week)).toContain("Friday evening on Tuesday and one of Saturday on Wednesday");
});
