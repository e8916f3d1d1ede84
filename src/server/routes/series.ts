/** GET /api/statistics/series: figures of every day, week or month of a span. */
import type * as z from "zod/mini";
import type { seriesQuestion } from "../../contract/series.ts";
import { daysBetween, isLocalDay } from "../../domain/calendar/localDay.ts";
import { functionOf } from "../../domain/policy/functions.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { periodsOf, seriesFigures, seriesOf, type Period } from "../../domain/timeliness/series.ts";
import { cohortSinceStated } from "../../domain/timeliness/stated.ts";
import { telling } from "../../domain/timeliness/told.ts";
import type { LocalDay } from "../../domain/time.ts";
import type { AppParts } from "../parts.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { SeriesQuestion } from "../store/factStore.ts";
import { departmentsAsked, departmentsSeen, isWhole, tellable } from "./departmentsAsked.ts";
import type { FiguresOf, Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

/** Ten years by day: more than anybody reads, and few enough to answer at once. */
const mostDays = 3660;

type Question = z.infer<typeof seriesQuestion>;

function spanOf({ from, to }: Question, today: LocalDay): Period | Refusal {
  if (!isLocalDay(from)) return { code: "noSuchDay", field: "from" };
  if (!isLocalDay(to)) return { code: "noSuchDay", field: "to" };
  if (from > to) return { code: "endsBeforeItBegins", field: "to" };
  if (from > today) return { code: "nothingYet", field: "from" };
  if (daysBetween(from, to) > mostDays) return { code: "spanTooLong", field: "to", values: { days: mostDays } };
  return { from, to };
}

/** What a breakdown calls each department; by channel it has no name for them. */
function breakdownBy(kind: Question["breakdown"], policy: Policy): SeriesQuestion["breakdown"] {
  if (kind === "department") return (department) => department;
  return kind === "function" ? (department) => functionOf(policy, department) : (kind ?? null);
}

export function seriesHandler(parts: AppParts): Handler<RouteOf<"series">> {
  const { policy, store, sampleData } = parts;
  return async ({ query, caller: { sight }, request, reply }) => {
    const { calendar, policy: city } = policy.rules;
    const now = parts.now();
    const today = calendar.localDay(now);
    const span = spanOf(query, today);
    if ("code" in span) return refuse(request, reply, span);
    const { by, channel = null, department = null, function: work = null } = query;
    const periods = periodsOf(span, by).filter(({ from }) => from <= today);
    const [from, to] = [periods[0]?.from ?? span.from, periods[periods.length - 1]?.to ?? span.to];
    const breakdown = breakdownBy(query.breakdown, city);
    const [departments, seen] = [departmentsAsked(query, sight, city), departmentsSeen(null, sight)];
    const asked = { departments, channel, breakdown, sight: seen, by, figures: seriesFigures(by), from, to };
    const statements = await store.statements({ from, to });
    const found = await store.series(asked, today, now);
    const isTold = telling(tellable(found.replies, { sight, policy: city, covered: await store.covered() }));
    void reply.header("cache-control", "no-store");
    return {
      ...{ department, function: work, channel, by, asOf: now, sampleData },
      series: found.parts.map(({ of, departments: own, stated, ...counts }) => {
        const part = { departments: own, channel: breakdown === "channel" ? of : channel };
        return {
          ...{ of, departments: own, whole: isWhole(partAsked(query, of), sight, city) },
          periods: seriesOf(counts, periods, today, (period) => isTold(part, period)).map((period) => ({
            ...period,
            ...cohortSinceStated(period, stated, statements, today),
          })),
        };
      }),
      recalculated: (await store.recalculations(from, to)).map(({ at, from: first, to: last }) => ({
        ...{ at, from: first, to: last },
      })),
    };
  };
}

/** As if a part of a breakdown had been asked for by itself. "" is nobody's to ask for: it may have others' departments. */
function partAsked({ department, function: work, breakdown }: Question, of: string | null): FiguresOf {
  if (of === null || of === "" || breakdown === "channel") return { department, function: work };
  return breakdown === "department" ? { department: of } : { department, function: of };
}
