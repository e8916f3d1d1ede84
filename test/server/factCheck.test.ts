import { expect, test } from "@jest/globals";
import type { Observation } from "../../src/domain/inquiry/fact.ts";
import { factProblem } from "../../src/server/factCheck.ts";
import { at } from "../support/time.ts";
import { fact, inquiryId, town } from "./support/town.ts";

const now = at("Wed 2026-11-25 12:00");
const { policy } = town().rules;
const excluded = (reason: string, by: Observation["by"]) =>
  factProblem(fact(inquiryId("<a@mail.example>"), { kind: "excluded", reason, at: now, saidAt: now, by }), policy, now);

test.each(["counts-from", "before-joining", "before-look-back", "junk", "reminder"])(
  "a rule may take an inquiry off the clock as %s, whatever reasons the city offers to people",
  (reason) => {
    expect(excluded(reason, "rule")).toBeNull();
  },
);

test("people give the city's own reasons alone", () => {
  expect(excluded("thanks", "person")).toBeNull();
  expect(excluded("junk", "person")).toMatchObject({ field: "reason" });
});
