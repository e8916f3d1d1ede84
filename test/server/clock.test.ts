import { expect, test } from "@jest/globals";
import { shiftedClock } from "../../src/server/clock.ts";
import { at } from "../support/time.ts";

const noon = at("Mon 2026-11-23 12:00");

test("the sandbox's clock runs with the offset it was told last", () => {
  const clock = shiftedClock(() => noon);
  expect(clock.now()).toBe(noon);
  clock.receive({ type: "clock", offset: 3_600_000 });
  expect(clock.now()).toBe(at("Mon 2026-11-23 13:00"));
  clock.receive({ type: "clock", offset: 0 });
  expect(clock.now()).toBe(noon);
});

test("other messages leave the clock alone", () => {
  const clock = shiftedClock(() => noon);
  for (const message of [
    null,
    "clock",
    { type: "clock" },
    { type: "clock", offset: "1" },
    { type: "clock", offset: Infinity },
  ]) {
    clock.receive(message);
  }
  expect(clock.now()).toBe(noon);
});
