/** GET /api/statistics: how well the promise was kept, for those who may see it. */
import { coverageOf } from "../../domain/timeliness/coverage.ts";
import type { Coverage, Figures } from "../../domain/timeliness/statistics.ts";
import {
  countedSince,
  figuresAsked,
  figuresFrom,
  type StatisticsQuestion,
} from "../../domain/timeliness/teamStatistics.ts";
import type { Sight } from "../identity/access.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import type { FactStore } from "../store/factStore.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

function countedFor(question: StatisticsQuestion, sight: Sight): Parameters<FactStore["counted"]> {
  const { department, now, rules } = question;
  const today = rules.calendar.localDay(now);
  const departments = department === null ? (sight.whole ? null : sight.departments) : [department];
  return [{ departments, figures: figuresAsked, from: countedSince(question), to: today }, today, now];
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
  const { policy, sampleData, store } = parts;
  return async ({ query, caller: { sight }, reply }) => {
    const weeks = query.period === "week" ? 1 : 4;
    const asked = { rules: policy.rules, department: query.department ?? null, now: parts.now(), weeks, sampleData };
    const figures = figuresFrom(await store.counted(...countedFor(asked, sight)), asked);
    void reply.header("cache-control", "no-store");
    return { ...figures, coverage: await coverage(parts, sight, figures) };
  };
}
