import { expect, test } from "@jest/globals";
import { nearestName } from "../../src/server/nearestName.ts";

const known = ["PORT", "POLICY", "HOST", "TENANT"];

test.each([
  ["PROT", "PORT"],
  ["POTR", "PORT"],
  ["PORTS", "PORT"],
  ["POLIC", "POLICY"],
  ["TENNANT", "TENANT"],
])("%s was meant to be %s", (name, meant) => {
  expect(nearestName(name, known)).toBe(meant);
});

test("a name that is more than two letters away from all was not meant to be any", () => {
  expect(nearestName("COLOUR", known)).toBeNull();
  expect(nearestName("", known)).toBeNull();
});

test("the nearest of several comes first", () => {
  expect(nearestName("PORST", ["HOST", "PORT"])).toBe("PORT");
});
