import { expect, test } from "@jest/globals";
import { servedPolicyFrom } from "../../src/browser/servedPolicy.ts";
import { samplePolicy } from "../support/views.ts";

const policy = { ...samplePolicy, reasons: ["thanks"] };

const zone = { zone: "America/Edmonton", tzdata: "2026f", base: -420, transitions: [[1_772_960_400_000, -360]] };

test("a policy is taken with the offsets of its zone", () => {
  const read = servedPolicyFrom({ policy, zones: [zone] });
  expect(read.ok && read.value.zones).toEqual([zone]);
});

test.each([
  ["nothing", null],
  ["no offsets", { policy }],
  ["offsets of another zone", { policy, zones: [{ ...zone, zone: "America/Halifax" }] }],
  ["offsets without a base", { policy, zones: [{ ...zone, base: null }] }],
  ["a transition without an offset", { policy, zones: [{ ...zone, transitions: [[1_772_960_400_000]] }] }],
])("%s: the offsets are missing", (_, served) => {
  const read = servedPolicyFrom(served);
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(["zones"]);
});

test("a policy with a mistake is refused with the mistake's place", () => {
  const read = servedPolicyFrom({ policy: { ...policy, name: 1 }, zones: [zone] });
  expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(["name"]);
});
