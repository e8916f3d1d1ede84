/** GET /api/statistics/series: figures of every day, week or month of a span, for those who may see them. */
import * as z from "zod/mini";
import { cityId, day, moment, movedDates } from "./fields.ts";

export const seriesQuestion = z.object({
  /** Absent: all that the caller may see. */
  department: z.optional(cityId),
  /** Absent: all; else the sum of the departments that do this work, of which the caller counts those that they may see. */
  function: z.optional(cityId),
  /** Absent: all channels together. */
  channel: z.optional(cityId),
  from: day,
  /** Included. */
  to: day,
  by: z._default(z.enum(["day", "week", "month"]), "week"),
  /** A series for each channel, department or function; absent: one for all. */
  breakdown: z.optional(z.enum(["channel", "department", "function"])),
});

const count = z.int();
const minutes = z.nullable(z.int()).check(z.describe("Business minutes, by nearest rank; null below the minimum."));

/** What stays as it is once all that happened on its days is told. */
const cohort = {
  received: count.check(z.describe("By day of receipt, on the clock.")),
  due: count.check(z.describe("By due day; unanswered ones past due included, those not yet due left out.")),
  met: count,
  metByHolding: count,
  announced: z
    .object({ due: count, met: count })
    .check(z.describe("By the day announced for a high-volume period (AP-1077-23 §5.2), or the due day outside one.")),
  replied: count.check(z.describe("By day of the reply that met the response time.")),
  repliedAnotherWay: count,
  excluded: z.record(z.string(), count).check(z.describe("By day of receipt and reason.")),
  excludedAfterDue: count,
  promises: z.object({ made: count, kept: count, broken: count }).check(z.describe("By promised day.")),
  compliments: count,
};

const periodSchema = z.object({
  from: day,
  to: day,
  soFar: z
    .boolean()
    .check(
      z.describe(
        "True where it is not over, or where not every mailbox in scope was looked through its end, as far as is known.",
      ),
    ),
  ...cohort,
  late: count,
  overdue: count,
  medianMinutes: minutes,
  ninetiethMinutes: minutes,
  backlog: count.check(z.describe("Without a reply at the end of its last day (midnight, local), or now.")),
  overdueAtEnd: count,
  statedAt: z
    .nullable(moment)
    .check(
      z.describe(
        "When these figures were stated: at the end of the next business day after the last. Null: not yet, or not kept; whether they changed is unknown then.",
      ),
    ),
  was: z
    .nullable(z.object(cohort))
    .check(z.describe("The figures as stated, where facts told later changed one of them.")),
  moved: movedDates,
});

export const seriesSchema = z.object({
  department: z.nullable(cityId),
  function: z.nullable(cityId),
  channel: z.nullable(cityId),
  by: z.enum(["day", "week", "month"]),
  asOf: z.int(),
  series: z.array(
    z.object({
      /** Of which channel, department or function; "" for none; null without a breakdown. */
      of: z.nullable(z.string()),
      departments: z.array(z.string()).check(z.describe('Whose inquiries these are; "" for those of none.')),
      whole: z
        .boolean()
        .check(
          z.describe("False where there are departments whose figures the caller may not see: theirs are left out."),
        ),
      periods: z.array(periodSchema),
    }),
  ),
  /** What of these days was worked out again, by an administrator's order. */
  recalculated: z.array(z.object({ at: z.int(), from: day, to: day })),
  sampleData: z.boolean(),
});
