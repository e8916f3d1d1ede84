import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { groupedBy } from "../../src/domain/grouped.ts";

test("each item stands once, under its own key, in the order in which it came; so do the keys", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30)), (items) => {
      const keyOf = (item: number) => item % 4;
      const groups = groupedBy(items, keyOf);
      expect([...groups.keys()]).toEqual([...new Set(items.map(keyOf))]);
      for (const [key, some] of groups) expect(some).toEqual(items.filter((item) => keyOf(item) === key));
    }),
  );
});
