/** The city's months, from the daily counts. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import { coverageOf } from "../../domain/timeliness/coverage.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { FactStore } from "../store/factStore.ts";
import type { MonthsOf } from "./figures.ts";

/** @param inquiryKey under which mailboxes are named, base64url */
export function monthsFromCounts(store: FactStore, rules: Rules, inquiryKey: string): MonthsOf {
  return async (months, at) => {
    const covered = await store.covered();
    return Promise.all(
      months.map(async (month) => {
        const counts = await store.counts({ departments: null, figures: ["due", "met"], ...month, byDay: false });
        const sumOf = (wanted: string): number =>
          counts.reduce((sum, { figure, count }) => (figure === wanted ? sum + count : sum), 0);
        const { known, seen } = coverageOf(covered, {
          policy: rules.policy,
          departments: null,
          calendar: rules.calendar,
          through: month.to,
          now: at,
          idOf: (address) => namedUnder(inquiryKey, address),
        });
        return { ...month, met: sumOf("met"), due: sumOf("due"), known, seen };
      }),
    );
  };
}
