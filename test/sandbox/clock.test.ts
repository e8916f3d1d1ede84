import { expect, test } from "@jest/globals";
import { businessCalendar } from "../../src/domain/calendar/businessCalendar.ts";
import { mailDate, minutesOf, SandboxClock } from "../../src/sandbox/clock.ts";
import { at } from "../support/time.ts";
import { policy } from "./running.ts";

const { policy: document, zones } = await policy();
const calendar = businessCalendar(document.calendar, zones[0]!);
const clockAt = (text: string): SandboxClock => new SandboxClock(calendar, 0, () => at(text));

test("tomorrow is the next calendar day at nine, the city's own time, also on a Friday night", () => {
  const clock = clockAt("Fri 2026-11-20 23:59");
  expect(clock.set({ to: "tomorrow" })).toBe(true);
  expect(clock.now()).toBe(at("Sat 2026-11-21 09:00"));
  clock.set({ to: "tomorrow" });
  expect(clock.now()).toBe(at("Sun 2026-11-22 09:00"));
});

test.each([
  ["on a business day before closing, today's closing", "Fri 2026-11-20 10:00", "Fri 2026-11-20 16:30"],
  ["exactly at closing, the next one", "Fri 2026-11-20 16:30", "Mon 2026-11-23 16:30"],
  ["on a weekend, Monday's", "Sat 2026-11-21 12:00", "Mon 2026-11-23 16:30"],
  ["a holiday is passed over", "Tue 2026-11-10 17:00", "Thu 2026-11-12 16:30"],
])("the next due time is %s", (_rule, from, to) => {
  const clock = clockAt(from);
  clock.set({ to: "nextDue" });
  expect(clock.now()).toBe(at(to));
});

test("now puts it back, and every change is told", () => {
  const clock = clockAt("Fri 2026-11-20 10:00");
  const heard: number[] = [];
  clock.onChange((offset) => heard.push(offset));
  clock.set({ at: at("Fri 2026-11-20 11:00") });
  clock.set({ to: "now" });
  expect(heard).toEqual([3_600_000, 0]);
});

test("what is no moment of this century is refused and changes nothing", () => {
  const clock = clockAt("Fri 2026-11-20 10:00");
  for (const bad of [NaN, Infinity, -1, Date.UTC(2200, 0, 1)]) expect(clock.set({ at: bad })).toBe(false);
  expect(clock.offset).toBe(0);
});

test("mail dates carry the zone's own offset, which Alberta no longer changes", () => {
  expect(mailDate(calendar, at("Fri 2026-11-20 16:30"))).toBe("Fri, 20 Nov 2026 16:30:00 -0600");
  expect(mailDate(calendar, at("Wed 2026-02-18 09:05", -420))).toBe("Wed, 18 Feb 2026 09:05:00 -0700");
});

test("local times of seed files are read, nonsense is not", () => {
  expect([minutesOf("9:05"), minutesOf("23:59"), minutesOf("24:00"), minutesOf("x")]).toEqual([545, 1439, null, null]);
});
