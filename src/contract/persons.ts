/**
 * Named figures, where the policy turns them on: GET /api/persons?department=ID&period=week|4weeks for those who may see
 * the department's figures, GET /api/me/figures for everyone's own, POST /api/persons/erasures.
 */
import * as z from "zod/mini";
import { cityId, day } from "./fields.ts";

const period = z._default(z.enum(["week", "4weeks"]), "4weeks");

export const personsQuestion = z.object({
  /** Absent: all that the caller may see. */
  department: z.optional(cityId),
  /** Whole weeks, up to last Sunday. */
  period,
});
export const ownFiguresQuestion = z.object({ period });

/** Of the days asked for, and from which day on the policy counts replies by person; null: it does not. */
const counted = { from: day, to: day, namedFrom: z.nullable(day) };

const figures = {
  replied: z.int().check(z.describe("Inquiries whose response time this person's reply met, by the day of the reply.")),
  inTime: z.int(),
  late: z.int().check(z.describe("Neither in time nor late is what has no response time.")),
};

export const personsSchema = z.object({
  ...counted,
  department: z.nullable(z.string()),
  /** A line for each person who replied. */
  persons: z.array(
    z.object({
      name: z.nullable(z.string()).check(z.describe("As the person's own sign-in gave it last.")),
      ...figures,
    }),
  ),
});
export type Persons = z.infer<typeof personsSchema>;

export const ownFiguresSchema = z.object({
  ...counted,
  /** The caller's own line, of all departments; null while named figures are off. */
  figures: z.nullable(z.object(figures)),
});
export type OwnFigures = z.infer<typeof ownFiguresSchema>;

export const personRequest = z.object({
  /** The directory's object id. */
  oid: z.string().check(z.minLength(1), z.maxLength(100)),
});
export const personErasedSchema = z.object({
  /** Inquiries that no longer say who answered. */
  inquiries: z.int(),
});
