/** The city's months worked out from every fact in the store. */
import { standingOf } from "../../domain/inquiry/derive.ts";
import type { Rules } from "../../domain/inquiry/rules.ts";
import { coverageOf } from "../../domain/timeliness/coverage.ts";
import { shareOf } from "../../domain/timeliness/teamStatistics.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { FactStore } from "../store/factStore.ts";
import type { MonthsOf } from "./figures.ts";

/** @param inquiryKey under which mailboxes are named, base64url */
export function monthsFromFacts(store: FactStore, rules: Rules, inquiryKey: string): MonthsOf {
  return async (months, at) => {
    const [inquiries, covered] = await Promise.all([store.inquiriesNaming(null), store.covered()]);
    const standings = [...inquiries.values()].flatMap((facts) => standingOf(facts, rules, at) ?? []);
    return months.map((month) => {
      const { known, seen } = coverageOf(covered, {
        policy: rules.policy,
        departments: null,
        calendar: rules.calendar,
        through: month.to,
        now: at,
        idOf: (address) => namedUnder(inquiryKey, address),
      });
      return { ...month, ...shareOf(standings, month), known, seen };
    });
  };
}
