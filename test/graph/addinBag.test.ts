import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Observation } from "../../src/domain/inquiry/fact.ts";
import { decisionsIn, withDecisions } from "../../src/graph/addinBag.ts";
import { instant } from "../../src/domain/time.ts";

const decision = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((at): Observation => ({
  kind: "excluded",
  reason: "thanks",
  at: instant(at),
  saidAt: instant(at),
  by: "person",
}));
const others = fc.dictionary(
  fc.constantFrom("civicreply.stamp", "civicreply.held", "x"),
  fc.string({ maxLength: 600, unit: "binary" }),
);

test("the other properties stay as they were, the latest decisions that fit go in, and all keep to 2,500 characters", () => {
  fc.assert(
    fc.property(others, fc.array(decision, { maxLength: 60 }), (before, decisions) => {
      fc.pre(JSON.stringify(before).length <= 2_400);
      const after = withDecisions(JSON.stringify(before), decisions);
      const { "civicreply.decisions": ours, ...rest } = JSON.parse(after) as Record<string, string>;
      expect(ours).toBeDefined();
      expect(rest).toEqual(before);
      expect(after.length).toBeLessThanOrEqual(2_500);
      const kept = decisionsIn(after);
      expect(kept).toEqual(decisions.slice(decisions.length - kept.length));
      if (decisions.length <= 3 && JSON.stringify(before).length < 1_000) expect(kept).toHaveLength(decisions.length);
    }),
  );
});

test.each(["", "{", "[1]", "null"])("a bag that cannot be read (%j) is begun anew", (bag) => {
  expect(JSON.parse(withDecisions(bag, []))).toEqual({ "civicreply.decisions": "[]" });
});
