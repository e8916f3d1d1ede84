import { expect, test } from "@jest/globals";
import { answerTime, clockTime } from "../../src/taskpane/message/answerTime.ts";
import { instant } from "../../src/domain/time.ts";
import { at } from "../support/time.ts";
import { sampleCalendar } from "../support/views.ts";

const receivedAt = instant(at("Fri 2026-11-20 10:12") + 40_000);
const now = at("Mon 2026-11-23 09:30");

test("a day and a time are read in the city’s zone", () => {
  expect(answerTime({ day: "2026-11-20", time: "14:05" }, sampleCalendar, receivedAt, now)).toEqual({
    ok: true,
    at: at("Fri 2026-11-20 14:05"),
  });
});

test("within the minute of receipt, the answer is at the receipt: people enter no seconds", () => {
  expect(answerTime({ day: "2026-11-20", time: "10:12" }, sampleCalendar, receivedAt, now)).toEqual({
    ok: true,
    at: receivedAt,
  });
});

test("a minute before receipt, and a minute from now, are refused", () => {
  expect(answerTime({ day: "2026-11-20", time: "10:11" }, sampleCalendar, receivedAt, now)).toEqual({
    ok: false,
    why: "tooEarly",
  });
  expect(answerTime({ day: "2026-11-23", time: "09:31" }, sampleCalendar, receivedAt, now)).toEqual({
    ok: false,
    why: "toCome",
  });
});

test("what is no day or no time is incomplete", () => {
  for (const entered of [
    { day: "", time: "10:00" },
    { day: "2026-02-30", time: "10:00" },
    { day: "2026-11-20", time: "" },
  ])
    expect(answerTime(entered, sampleCalendar, receivedAt, now)).toEqual({ ok: false, why: "incomplete" });
});

test("minutes since midnight become a clock time with two digits each", () => {
  expect([0, 65, 1439].map(clockTime)).toEqual(["00:00", "01:05", "23:59"]);
});
