import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { rulesOf } from "../../../src/domain/inquiry/rules.ts";
import { servedPolicy } from "../../../src/server/currentPolicy.ts";
import { libraries } from "../../../src/tools/bench/libraries.ts";
import { civicReply, precomputed } from "../../../src/tools/bench/ours.ts";
import { plainOffice } from "../../../src/tools/bench/plainOffice.ts";
import { plainDueAt, questions } from "../../../src/tools/bench/questions.ts";
import { at } from "../../support/time.ts";

const read = servedPolicy(JSON.parse(readFileSync("assets/policies/spruce-grove.json", "utf8")));
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const { policy, calendar } = rulesOf(read.value);
const office = plainOffice(policy.calendar, calendar.zone);
const asked = questions(office, 200);

test("the worked-out truth is the rule: Friday evening counts on Monday, two business days end on Wednesday", () => {
  expect(plainDueAt(office, at("Fri 2026-11-20 16:29"), 2)).toBe(at("Tue 2026-11-24 16:30"));
  expect(plainDueAt(office, at("Fri 2026-11-20 16:30"), 2)).toBe(at("Wed 2026-11-25 16:30"));
});

test("every contender that is told the policy's offsets answers every question rightly", () => {
  const told = [civicReply(calendar, policy.counting), precomputed(office, calendar), ...libraries(office)];
  for (const contender of told.filter(({ offsets }) => offsets === "policy")) {
    const answers = new Float64Array(asked.receivedAt.length);
    contender.answer(asked, answers);
    expect([contender.name, ...answers]).toEqual([contender.name, ...asked.truth]);
  }
});

test("a calendar with special hours or a break is refused, not measured wrongly", () => {
  const special = { ...policy.calendar, special: { "2026-12-24": [["08:30", "12:00"]] } } as const;
  const split = {
    mon: [
      ["08:30", "12:00"],
      ["13:00", "16:30"],
    ],
  } as const;
  expect(() => plainOffice(special, calendar.zone)).toThrow("special hours");
  expect(() => plainOffice({ ...policy.calendar, weekly: split }, calendar.zone)).toThrow("one stretch");
});
