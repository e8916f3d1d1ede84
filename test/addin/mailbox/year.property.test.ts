/**
 * A year of mail, panes and failures: whatever happens, the ledger is what a fresh look makes of the mailbox, the marks
 * are what it asks for, and the service counts the same. Headers are read inside the policy's look-back window alone, so
 * what they decide of older mail a fresh look cannot know: the year's policy looks back a year, a smaller property compares
 * inside the usual window.
 */
import { test } from "@jest/globals";
import fc from "fast-check";
import { proofRuns, proofSeed } from "../../support/proofRuns.ts";
import { lived } from "../../support/year/livedYear.ts";
import { steps } from "../../support/year/liveYear.ts";
import { townPolicy } from "../../support/year/townRules.ts";

/** Of the disorder in Graph's deltas; null: none. */
const seeds = fc.option(fc.nat(1_000), { nil: null });
const [years, windows] = [proofRuns(60, 1_000), proofRuns(20, 300)];
const longest = proofRuns(60, 100);

test(
  `after anything, a fresh look, the marks and the service agree with the ledger (${years} years)`,
  () =>
    fc.assert(
      fc.asyncProperty(seeds, steps(longest), (seed, all) => lived(seed, townPolicy(300), all)),
      { numRuns: years, ...proofSeed(2026) },
    ),
  proofRuns(120_000, 3_600_000),
);

test(
  `inside the usual look-back window, a fresh look agrees with the ledger (${windows} years)`,
  () =>
    fc.assert(
      fc.asyncProperty(seeds, steps(60), (seed, all) => lived(seed, townPolicy(), all, "window")),
      {
        numRuns: windows,
        ...proofSeed(2027),
      },
    ),
  proofRuns(60_000, 3_600_000),
);
