/**
 * A year of mail, panes and failures: whatever happens, the ledger is what a fresh look makes of the mailbox, the marks
 * are what it asks for, and the service counts the same. Headers are read inside the policy's look-back window alone, so
 * what they decide of older mail a fresh look cannot know: the year's policy looks back a year, a smaller property compares
 * inside the usual window.
 */
import { test } from "@jest/globals";
import fc from "fast-check";
import { proofRuns } from "../../support/proofRuns.ts";
import { lived } from "../../support/year/livedYear.ts";
import { steps } from "../../support/year/liveYear.ts";
import { townPolicy } from "../../support/year/townRules.ts";

test(
  "after a year of anything, a fresh look, the marks and the service agree with the ledger",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.option(fc.nat(1_000), { nil: null }), steps(60), (seed, all) =>
        lived(seed, townPolicy(300), all),
      ),
      {
        numRuns: proofRuns(25, 2_000),
      },
    );
  },
  proofRuns(120_000, 3_600_000),
);
