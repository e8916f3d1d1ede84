/** GET /api/statistics: how well the promise was kept, for those who may see it. */
import { addDays } from "../../domain/calendar/localDay.ts";
import { coverageOf, type KnownMailbox } from "../../domain/timeliness/coverage.ts";
import { movedIn } from "../../domain/timeliness/moved.ts";
import { periodsOf } from "../../domain/timeliness/series.ts";
import { shareSinceStated } from "../../domain/timeliness/stated.ts";
import type { Coverage, Figures, WeekFigures, WeekSinceStated } from "../../domain/timeliness/statistics.ts";
import {
  countedSince,
  figuresAsked,
  figuresFrom,
  type StatisticsQuestion,
  wholeWeeks,
} from "../../domain/timeliness/teamStatistics.ts";
import { tellingTogether } from "../../domain/timeliness/told.ts";
import type { Sight } from "../identity/access.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import type { FactStore } from "../store/factStore.ts";
import type { Handler } from "./route.ts";
import { departmentsSeen, tellable } from "./departmentsAsked.ts";
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
    const asked = { rules: policy.rules, department, now: parts.now(), weeks, sampleData };
    const isTold = await isMedianTold(store, asked, sight, covered);
    const stated = await statedWeeks(store, asked, sight);
    const figures = figuresFrom(await store.counted(...countedFor(asked, sight)), { ...asked, isTold });
    void reply.header("cache-control", "no-store");
    return { ...figures, weeks: figures.weeks.map(stated), coverage: coverage(parts, covered, sight, figures) };
  };
}

/** Neither the replies of the weeks asked for nor what wider questions have besides may be too few. */
async function isMedianTold(
  store: FactStore,
  { rules, department, now, weeks }: StatisticsQuestion,
  sight: Sight,
  covered: readonly KnownMailbox[],
): Promise<boolean> {
  const days = wholeWeeks(rules.calendar.localDay(now), weeks);
  const mondays = periodsOf(days, "week").map(({ from }) => from);
  const replies = await store.replies(departmentsSeen(null, sight), days, "week");
  const asked = tellable(replies, { sight, policy: rules.policy, covered });
  const departments = departmentsSeen(department, sight) ?? [...new Set(replies.map((one) => one.department))];
  return tellingTogether(asked, mondays)({ departments, channel: null });
}

/**
 * To be asked for before the figures of now: who adds facts meanwhile changes these.
 *
 * @returns what adds to a week what it was when it was stated, and how many of its dates were moved
 */
async function statedWeeks(
  store: FactStore,
  question: StatisticsQuestion,
  sight: Sight,
): Promise<(week: WeekFigures) => WeekSinceStated> {
  const [{ departments, from, to }] = countedFor(question, sight);
  const { calendar } = question.rules;
  const statements = await store.statements({ from, to });
  const counts = await store.counts({ departments, figures: ["due", "met"], from, to, stated: "week" });
  const moved = await store.movedDates(departments, { from, to: addDays(to, 6) });
  return (week) => {
    const days = { from: week.from, to: addDays(week.from, 6) };
    return {
      ...{ ...week, ...shareSinceStated(week, days, counts, statements) },
      moved: movedIn(moved, days, (at) => calendar.localDay(at)),
    };
  };
}
