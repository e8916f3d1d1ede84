/** GET /api/statistics/series: figures of every day, week or month of a span. */
import type * as z from "zod/mini";
import type { seriesQuestion } from "../../contract/series.ts";
import { daysBetween, isLocalDay } from "../../domain/calendar/localDay.ts";
import { contributing } from "../../domain/timeliness/coverage.ts";
import { minimumGroup, minimumMailboxes } from "../../domain/timeliness/minimum.ts";
import { periodsOf, seriesFigures, seriesOf, type Period } from "../../domain/timeliness/series.ts";
import { cohortSinceStated } from "../../domain/timeliness/stated.ts";
import type { LocalDay } from "../../domain/time.ts";
import type { Sight } from "../identity/access.ts";
import type { AppParts } from "../parts.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Handler } from "./route.ts";
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

/** Departments whose counts are asked for; null: all, those of none included. */
export function departmentsAsked(department: string | null, sight: Sight): readonly string[] | null {
  if (department !== null) return [department];
  return sight.whole ? null : sight.departments;
}

export function seriesHandler(parts: AppParts): Handler<RouteOf<"series">> {
  const { policy, store, sampleData } = parts;
  return async ({ query, caller: { sight }, request, reply }) => {
    const { calendar, policy: city } = policy.rules;
    const now = parts.now();
    const today = calendar.localDay(now);
    const span = spanOf(query, today);
    if ("code" in span) return refuse(request, reply, span);
    const { by, channel = null, department = null, breakdown = null } = query;
    const periods = periodsOf(span, by).filter(({ from }) => from <= today);
    const [from, to] = [periods[0]?.from ?? span.from, periods[periods.length - 1]?.to ?? span.to];
    const departments = departmentsAsked(department, sight);
    const asked = { departments, channel, breakdown, by, figures: seriesFigures(by), from, to };
    const mailboxes = contributing(await store.covered(), departments);
    const minimum = { replies: minimumGroup(city), tooFewMailboxes: mailboxes < minimumMailboxes(city) };
    const statements = await store.statements({ from, to });
    const found = await store.series(asked, today, now);
    void reply.header("cache-control", "no-store");
    return {
      ...{ department, channel, by, asOf: now, sampleData },
      series: found.map(({ of, stated, ...counts }) => ({
        of,
        periods: seriesOf(counts, periods, today, minimum).map((period) => ({
          ...period,
          ...cohortSinceStated(period, stated, statements, today),
        })),
      })),
      recalculated: (await store.recalculations(from, to)).map(({ at, from: first, to: last }) => ({
        ...{ at, from: first, to: last },
      })),
    };
  };
}
