/** GET /api/statistics: how well the promise was kept, for those who may see it. */
import { standingOf } from "../../domain/inquiry/derive.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import type { Instant } from "../../domain/time.ts";
import { coverageOf } from "../../domain/timeliness/coverage.ts";
import type { Coverage, Figures } from "../../domain/timeliness/statistics.ts";
import { teamStatistics } from "../../domain/timeliness/teamStatistics.ts";
import type { Sight } from "../identity/access.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

/** Standings of the departments asked for, as they are now: a hand-over moves an inquiry to the other's figures. */
async function standings(
  { store, policy }: AppParts,
  sight: Sight,
  department: string | null,
  now: Instant,
): Promise<readonly Standing[]> {
  const whole = department === null && sight.whole;
  const asked = department === null ? sight.departments : [department];
  const inquiries = await store.inquiriesNaming(whole ? null : asked);
  return [...inquiries.values()]
    .flatMap((facts) => standingOf(facts, policy.rules, now) ?? [])
    .filter((standing) => whole || (standing.department !== null && asked.includes(standing.department)));
}

async function coverage({ store, policy, inquiryKey }: AppParts, sight: Sight, figures: Figures): Promise<Coverage> {
  const { department, asOf, to } = figures;
  const asked = department === null ? sight.departments : [department];
  return coverageOf(await store.covered(), {
    policy: policy.rules.policy,
    departments: department === null && sight.whole ? null : asked,
    calendar: policy.rules.calendarOf(department),
    through: to,
    now: asOf,
    idOf: (address) => namedUnder(inquiryKey, address),
  });
}

export function statisticsHandler(parts: AppParts): Handler<RouteOf<"statistics">> {
  const { policy, sampleData } = parts;
  return async ({ query, caller: { sight }, reply }) => {
    const department = query.department ?? null;
    const now = parts.now();
    const seen = await standings(parts, sight, department, now);
    const weeks = query.period === "week" ? 1 : 4;
    const figures = teamStatistics(seen, { rules: policy.rules, department, now, weeks, sampleData });
    void reply.header("cache-control", "no-store");
    return { ...figures, coverage: await coverage(parts, sight, figures) };
  };
}
