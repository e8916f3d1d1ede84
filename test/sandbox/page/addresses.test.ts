import { expect, test } from "@jest/globals";
import { nameOf, parseAddresses } from "../../../src/sandbox/page/mail/addresses.ts";

test("a name in front of an address is taken with it, without its quotation marks", () => {
  expect(parseAddresses('"Amara Okafor" <amara@okafor.example>')).toEqual([
    { name: "Amara Okafor", address: "amara@okafor.example" },
  ]);
});

test("semicolons, commas and line ends part addresses", () => {
  const addresses = parseAddresses("a@homes.example; b@homes.example,c@homes.example\nd@homes.example");
  expect(addresses.map(({ address }) => address[0])).toEqual(["a", "b", "c", "d"]);
});

test("what holds no @ is no address", () => {
  expect(parseAddresses("Amara; ;")).toEqual([]);
});

test("an address without a name is shown as it is", () => {
  expect(nameOf({ name: "", address: "a@homes.example" })).toBe("a@homes.example");
  expect(nameOf(null)).toBe("");
});
