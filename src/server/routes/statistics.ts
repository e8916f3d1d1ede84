/** GET /api/statistics: how well the promise was kept, for those who may see it. */
import { addDays } from "../../domain/calendar/localDay.ts";
import { contributing, coverageOf, type KnownMailbox } from "../../domain/timeliness/coverage.ts";
import { minimumMailboxes } from "../../domain/timeliness/minimum.ts";
import { shareSinceStated } from "../../domain/timeliness/stated.ts";
import type { Coverage, Figures, WeekFigures, WeekSinceStated } from "../../domain/timeliness/statistics.ts";
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
import { departmentsSeen } from "./departmentsAsked.ts";
import type { RouteOf } from "./table.ts";

function countedFor(question: StatisticsQuestion, sight: Sight): Parameters<FactStore["counted"]> {
  const { department, now, rules } = question;
  const today = rules.calendar.localDay(now);
  const departments = departmentsSeen(department, sight);
  return [{ departments, figures: figuresAsked, from: countedSince(question), to: today }, today, now];
}

function coverage(
  { policy, inquiryKey }: AppParts,
  covered: readonly KnownMailbox[],
  sight: Sight,
  { department, asOf, to }: Figures,
): Coverage {
  return coverageOf(covered, {
    policy: policy.rules.policy,
    departments: departmentsSeen(department, sight),
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
    const department = query.department ?? null;
    const covered = await store.covered();
    const mailboxes = contributing(covered, departmentsSeen(department, sight));
    const tooFewMailboxes = mailboxes < minimumMailboxes(policy.rules.policy);
    const asked = { rules: policy.rules, department, now: parts.now(), weeks, sampleData, tooFewMailboxes };
    const stated = await statedWeeks(store, asked, sight);
    const figures = figuresFrom(await store.counted(...countedFor(asked, sight)), asked);
    void reply.header("cache-control", "no-store");
    return { ...figures, weeks: figures.weeks.map(stated), coverage: coverage(parts, covered, sight, figures) };
  };
}

/** To be asked for before the figures of now: who adds facts meanwhile changes these. @returns what adds it to a week */
async function statedWeeks(
  store: FactStore,
  question: StatisticsQuestion,
  sight: Sight,
): Promise<(week: WeekFigures) => WeekSinceStated> {
  const [{ departments, from, to }] = countedFor(question, sight);
  const statements = await store.statements({ from, to });
  const counts = await store.counts({ departments, figures: ["due", "met"], from, to, stated: "week" });
  return (week) => {
    const days = { from: week.from, to: addDays(week.from, 6) };
    return { ...week, ...shareSinceStated(week, days, counts, statements) };
  };
}
