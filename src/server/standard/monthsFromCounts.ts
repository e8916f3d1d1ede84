/** The city's months, from the daily counts. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import { addDays } from "../../domain/calendar/localDay.ts";
import { coverageOf } from "../../domain/timeliness/coverage.ts";
import { cohortOf } from "../../domain/timeliness/series.ts";
import { shareSinceStated } from "../../domain/timeliness/stated.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { FactStore } from "../store/factStore.ts";
import type { MonthsOf } from "./figures.ts";

/** @param inquiryKey under which mailboxes are named, base64url */
export function monthsFromCounts(store: FactStore, rules: Rules, inquiryKey: string): MonthsOf {
  return async (months, at) => {
    const covered = await store.covered();
    return Promise.all(
      months.map(async (month) => {
        const asked = { departments: null, figures: ["due", "met"], ...month } as const;
        // First what was stated: who adds facts meanwhile changes what is.
        const statements = await store.statements(month);
        const stated = await store.counts({ ...asked, stated: "month" });
        const { met, due } = cohortOf(await store.counts(asked), addDays(month.to, 1));
        const { known, seen } = coverageOf(covered, {
          policy: rules.policy,
          departments: null,
          calendar: rules.calendar,
          through: month.to,
          now: at,
          idOf: (address) => namedUnder(inquiryKey, address),
        });
        const since = shareSinceStated({ met, due }, month, stated, statements);
        return { ...month, met, due, ...since, known, seen };
      }),
    );
  };
}
