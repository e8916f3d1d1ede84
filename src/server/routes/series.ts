/** GET /api/statistics/series and series.csv: figures of every day, week or month of a span. */
import type * as z from "zod/mini";
import type { seriesQuestion, seriesSchema } from "../../contract/series.ts";
import { daysBetween, isLocalDay } from "../../domain/calendar/localDay.ts";
import { functionOf } from "../../domain/policy/functions.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { fullySeen, type KnownMailbox } from "../../domain/timeliness/coverage.ts";
import { movedIn, movedOf } from "../../domain/timeliness/moved.ts";
import { periodsOf, seriesFigures, seriesOf, type Period } from "../../domain/timeliness/series.ts";
import { cohortSinceStated } from "../../domain/timeliness/stated.ts";
import { telling } from "../../domain/timeliness/told.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import { seriesCsv } from "../export/seriesRow.ts";
import type { Sight } from "../identity/access.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { SeriesQuestion } from "../store/factStore.ts";
import { departmentsAsked, departmentsSeen, isWhole, tellable } from "./departmentsAsked.ts";
import { sendFile } from "./file.ts";
import type { FiguresOf, Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

/** Ten years by day: more than anybody reads, and few enough to answer at once. */
const mostDays = 3660;

type Question = z.infer<typeof seriesQuestion>;
type Series = z.infer<typeof seriesSchema>;

export function seriesHandler(parts: AppParts): Handler<RouteOf<"series">> {
  return async ({ query, caller, request, reply }) => {
    const answer = await seriesFor(parts, query, caller.sight);
    if ("code" in answer) return refuse(request, reply, answer);
    void reply.header("cache-control", "no-store");
    return answer;
  };
}

/** The same as a table: a row for each period of each part. */
export function seriesCsvHandler(parts: AppParts): Handler<RouteOf<"seriesCsv">> {
  return async ({ query, caller, request, reply }) => {
    const answer = await seriesFor(parts, query, caller.sight);
    if ("code" in answer) return refuse(request, reply, answer);
    return sendFile(reply, { name: "series.csv", media: "text/csv" }, seriesCsv(answer));
  };
}

async function seriesFor(parts: AppParts, query: Question, sight: Sight): Promise<Series | Refusal> {
  const { policy, store, sampleData } = parts;
  const { calendar, policy: city } = policy.rules;
  const now = parts.now();
  const today = calendar.localDay(now);
  const span = spanOf(query, today);
  if ("code" in span) return span;
  const { by, channel = null, department = null, function: work = null } = query;
  const periods = periodsOf(span, by).filter(({ from }) => from <= today);
  const [from, to] = [periods[0]?.from ?? span.from, periods[periods.length - 1]?.to ?? span.to];
  const breakdown = breakdownBy(query.breakdown, city);
  const [departments, seen] = [departmentsAsked(query, sight, city), departmentsSeen(null, sight)];
  const asked = { departments, channel, breakdown, sight: seen, by, figures: seriesFigures(by), from, to };
  const statements = await store.statements({ from, to });
  const found = await store.series(asked, today, now);
  const covered = await store.covered();
  const isTold = telling(tellable(found.replies, { sight, policy: city, covered }));
  const recalculations = await store.recalculations(from, to);
  const moved = await store.movedDates(departments, { from, to });
  const dayOf = (at: Instant): LocalDay => calendar.localDay(at);
  return {
    ...{ department, function: work, channel, by, asOf: now, sampleData },
    series: found.parts.map(({ of, departments: own, stated, ...counts }) => {
      const part = { departments: own, channel: breakdown === "channel" ? of : channel };
      const mine = movedOf(moved, part);
      const isSeen = seenOf(parts, covered, departmentsAsked(partAsked(query, of), sight, city));
      return {
        ...{ of, departments: [...own], whole: isWhole(partAsked(query, of), sight, city) },
        periods: seriesOf(counts, periods, today, (period) => isTold(part, period)).map((period) => ({
          ...period,
          soFar: period.to >= today || !isSeen(period.to),
          ...cohortSinceStated(period, stated, statements, today),
          moved: [...movedIn(mine, period, dayOf)],
        })),
      };
    }),
    recalculated: recalculations.map(({ at, from: first, to: last }) => ({ ...{ at, from: first, to: last } })),
  };
}

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

/** As if a part of a breakdown had been asked for by itself. "" is nobody's to ask for: it may have others' departments. */
function partAsked({ department, function: work, breakdown }: Question, of: string | null): FiguresOf {
  if (of === null || of === "" || breakdown === "channel") return { department, function: work };
  return breakdown === "department" ? { department: of } : { department, function: of };
}

/** Whether every mailbox of these departments was looked through the end of a period. */
function seenOf(
  { policy, inquiryKey, now }: AppParts,
  covered: readonly KnownMailbox[],
  departments: readonly string[] | null,
): (through: LocalDay) => boolean {
  const { calendar, policy: city } = policy.rules;
  const idOf = (address: string): string => namedUnder(inquiryKey, address);
  return fullySeen(covered, { policy: city, departments, calendar, now: now(), idOf });
}
