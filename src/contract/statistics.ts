/** GET /api/statistics?department=ID&period=week|4weeks: a department's figures, for those who may see them. */
import * as z from "zod/mini";
import type { TeamStatistics } from "../domain/timeliness/statistics.ts";
import type { Result } from "../domain/time.ts";
import { movedDates } from "./fields.ts";
import { parseWith } from "./parse.ts";

export const statisticsQuestion = z.object({
  /** Absent: all that the caller may see. */
  department: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  /** How long a period the compliance figure covers; it ends today. */
  period: z._default(z.enum(["week", "4weeks"]), "4weeks"),
});

const share = { met: z.number(), due: z.number() };

export const statisticsSchema = z.object({
  department: z.nullable(z.string()),
  asOf: z.number(),
  from: z.string(),
  to: z.string(),
  compliance: z.object(share),
  before: z.object(share),
  replied: z.number(),
  replyTimes: z.object({
    from: z.string().check(z.describe("The Monday of the first whole week.")),
    to: z.string().check(z.describe("The last Sunday.")),
    replied: z.number(),
    medianMinutes: z.nullable(z.number()).check(z.describe("Business minutes; null where it would tell of persons.")),
  }),
  open: z.number(),
  dueToday: z.number(),
  overdue: z.number(),
  oldestOpenDays: z.nullable(z.number()),
  excluded: z.number(),
  excludedReasons: z.record(z.string(), z.number()),
  excludedAfterDue: z.number(),
  channels: z.array(
    z.object({ ...share, channel: z.string(), open: z.number(), dueToday: z.number(), overdue: z.number() }),
  ),
  weeks: z.array(
    z.object({
      ...share,
      from: z.string(),
      statedAt: z.nullable(z.number()).check(z.describe("When the week was stated; null: not yet, or not kept.")),
      was: z.nullable(z.object(share)).check(z.describe("As stated, where that is not what it is now.")),
      moved: movedDates,
    }),
  ),
  sampleData: z.boolean(),
  coverage: z.object({
    known: z.number(),
    seen: z.number(),
    stopped: z.number(),
    unseen: z.array(z.object({ name: z.string(), lookedThrough: z.nullable(z.number()) })),
  }),
});

export function parseStatistics(value: unknown): Result<TeamStatistics> {
  return parseWith(statisticsSchema as unknown as z.ZodMiniType<TeamStatistics>, value);
}
