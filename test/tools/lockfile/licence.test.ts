import { expect, test } from "@jest/globals";
import { isLicensed } from "../../../src/tools/lockfile/licence.ts";

const allowed = new Set(["MIT", "ISC", "Zlib"]);

test.each([
  "MIT",
  "(MIT)",
  "MIT AND ISC",
  "(MIT AND Zlib)",
  "GPL-3.0-only OR MIT",
  "(MIT OR CC0-1.0)",
  "(GPL-3.0-only OR MIT) AND Zlib",
  "GPL-3.0-only AND Zlib OR MIT",
  "MIT OR GPL-3.0-only AND Zlib",
])("%s lets us use a package", (expression) => {
  expect(isLicensed(expression, allowed)).toBe(true);
});

test.each([
  "GPL-3.0-only",
  "mit",
  "MIT AND GPL-3.0-only",
  "(MIT OR ISC) AND GPL-3.0-only",
  "MIT WITH Some-exception",
  "SEE LICENSE IN LICENSE.md",
  "UNLICENSED",
  "",
  "()",
  "(MIT",
  "MIT)",
  "MIT OR",
  "AND",
  "MIT MIT",
])("“%s” does not, or is no such expression", (expression) => {
  expect(isLicensed(expression, allowed)).toBe(false);
});
