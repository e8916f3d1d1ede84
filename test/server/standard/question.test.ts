import { describe, expect, test } from "@jest/globals";
import { type Asked, askedIn, type QuestionRead, readQuestion } from "../../../src/server/standard/question.ts";
import { at, day } from "../../support/time.ts";
import { publishing } from "./support/publishing.ts";

const today = day("Wed 2026-11-25");

function read(asked: Partial<Asked>, changes: Readonly<Record<string, unknown>> = {}): QuestionRead {
  const whole = { channel: "email", department: "", day: "2026-11-23", time: "15:10", ...asked };
  return readQuestion(whole, publishing(changes).rules, today, "en");
}

function problemsOf(asked: Partial<Asked>, changes: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const found = read(asked, changes);
  return found.ok ? [] : found.problems.map(({ field, message }) => `${field}: ${message}`);
}

describe("what was asked", () => {
  test("is nothing where no part of a question is in the address", () => {
    expect(askedIn({ language: "fr", utm_source: "mail" })).toBeNull();
    expect(askedIn(null)).toBeNull();
  });

  test("is day and time as the form sends them, or both as one", () => {
    const asked = { channel: "email", department: "", day: "2026-11-23", time: "15:10" };
    expect(askedIn({ channel: "email", day: "2026-11-23", time: "15:10" })).toEqual(asked);
    expect(askedIn({ channel: "email", on: "2026-11-23T15:10" })).toEqual(asked);
  });

  test("is cut where it is longer than anything that can be answered, and left out where it is said twice", () => {
    expect(askedIn({ channel: "x".repeat(9000), day: ["2026-11-23", "2026-11-24"] })).toEqual({
      channel: "x".repeat(64),
      department: "",
      day: "",
      time: "",
    });
  });
});

test("local day and time are the city's, never the machine's: in Alberta at UTC−6, winter 2026 included", () => {
  const found = read({ day: "2026-12-01", time: "15:10" });
  expect(found).toMatchObject({
    ok: true,
    question: { receivedAt: at("Tue 2026-12-01 15:10"), channel: "email", department: null, timeSource: "person" },
    note: null,
  });
});

test("without a channel plain mail is meant", () => {
  expect(read({ channel: "" })).toMatchObject({ ok: true, question: { channel: "email" } });
});

test("a department's own calendar says what its local time is", () => {
  const rink = { name: "Rink", calendar: { timeZone: "America/St_Johns", weekly: { sat: [["10:00", "14:00"]] } } };
  const found = read({ department: "rink" }, { departments: { rink } });
  expect(found).toMatchObject({ ok: true, question: { receivedAt: at("Mon 2026-11-23 15:10", -210) } });
});

test("all that is wrong is said at once, each with its field and what to do", () => {
  expect(problemsOf({ channel: "fax", department: "moon", day: "yesterday", time: "3 pm" })).toEqual([
    "channel: Choose how you reached us: E-mail, Voice mail, Counter.",
    "department: Choose one of the departments listed.",
    "day: Write the day as year, month and day, such as 2026-11-23.",
    "time: Write the time as hours and minutes from 00:00 to 23:59, such as 15:10.",
  ]);
});

test.each(["constructor", "__proto__", "toString"])("the inherited name %s is no channel and no department", (name) => {
  expect(problemsOf({ channel: name, department: name })).toHaveLength(2);
});

test("a day that does not exist, and a midnight that belongs to the next day, are said", () => {
  expect(problemsOf({ day: "2026-02-30" })).toEqual(["day: There is no such day. Check the month and the date."]);
  expect(problemsOf({ time: "24:00" })).toHaveLength(1);
});

test("a time that the clocks skipped is said to be none", () => {
  expect(problemsOf({ day: "2026-03-08", time: "02:30" })).toEqual([
    "time: There is no 2:30 a.m. on Sunday, March 8: the clocks are set forward then. Choose a later time.",
  ]);
});

test("a time that came twice is answered for the first, and says so", () => {
  const winter = { date: "2025-12-25", name: "Christmas Day" };
  const calendar = { timeZone: "America/Edmonton", weekly: { mon: [["08:30", "16:30"]] }, closures: [winter] };
  expect(read({ day: "2025-11-02", time: "01:30" }, { calendar })).toMatchObject({
    ok: true,
    question: { receivedAt: at("Sun 2025-11-02 01:30", -360) },
    note: "The clocks were set back and showed 1:30 a.m. twice; this is for the first time.",
  });
});

test("days before the calendar's first year and after the last year of the zone's offsets are said to be out of reach", () => {
  const reach =
    "day: Dates can be worked out for days from Thursday, January 1, 2026 through Thursday, December 31, 2037. Choose one of these.";
  expect(problemsOf({ day: "2025-12-31" })).toEqual([reach]);
  expect(problemsOf({ day: "2038-01-01" })).toEqual([reach]);
  expect(problemsOf({ day: "2026-01-01" })).toEqual([]);
  expect(problemsOf({ day: "2037-12-31" })).toEqual([]);
});

test("a calendar without closures reaches as far back as the zone's offsets", () => {
  const calendar = { timeZone: "America/Edmonton", weekly: { mon: [["08:30", "16:30"]] } };
  expect(problemsOf({ day: "2000-01-01" }, { calendar })).toEqual([]);
  expect(problemsOf({ day: "1999-12-31" }, { calendar })).toHaveLength(1);
});
