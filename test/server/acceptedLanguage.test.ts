import { expect, test } from "@jest/globals";
import { acceptedLanguage } from "../../src/server/acceptedLanguage.ts";

test.each([
  [undefined, "en"],
  ["", "en"],
  ["fr-CA,fr;q=0.9,en;q=0.8", "fr"],
  ["en-CA, fr;q=0.9", "en"],
  ["de, es;q=0.9, fr;q=0.3", "fr"],
  ["en;q=0.4, fr;q=0.8", "fr"],
  ["fr;q=0, en", "en"],
  ["de, *;q=0.5", "en"],
  ["frisian, fro", "en"],
  ["FR", "fr"],
  [";;,,q=1", "en"],
] as const)("of %p the language that we speak and that is liked best is %s", (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});
