import { expect, test } from "@jest/globals";
import { filled } from "../../../src/domain/wording/filled.ts";

test("each name in braces is its value, wherever and however often it stands; one without a value stays visible", () => {
  const values = { file: "town.db", count: 0, sign: "$& {count}" };
  expect(filled("{file} and {file}: {count}", values)).toBe("town.db and town.db: 0");
  expect(filled("{sign}", values)).toBe("$& {count}");
  expect(filled("{unknown} {file}", values)).toBe("{unknown} town.db");
});
