/** The same year, with the service that ships and a file behind it: what it refuses or forgets would be missing here. */
import { test } from "@jest/globals";
import fc from "fast-check";
import { proofRuns, proofSeed } from "../../support/proofRuns.ts";
import { beginLife } from "../../support/year/life.ts";
import { live, steps } from "../../support/year/liveYear.ts";
import { realService, type RealService } from "../../support/year/realService.ts";
import { makeTown } from "../../support/year/town.ts";
import { townPolicy } from "../../support/year/townRules.ts";
import { at } from "../../support/time.ts";

const lookBackDays = 300;

test(
  "the service that ships counts what the ledgers count",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000), steps(80), async (seed, all) => {
        let away = false;
        let now = () => at("Mon 2026-03-16 09:00");
        const real: RealService = await realService(
          lookBackDays,
          () => now(),
          () => away,
        );
        const [served, start] = [townPolicy(lookBackDays), now()];
        const town = await makeTown({ served, start, seed, service: () => real.service });
        now = town.clock.now;
        try {
          await live(
            beginLife(town, (is) => (away = is)),
            all,
            () => real.facts(),
          );
        } finally {
          await real.close();
        }
      }),
      { numRuns: proofRuns(3, 60), ...proofSeed(2028) },
    );
  },
  proofRuns(60_000, 1_800_000),
);
