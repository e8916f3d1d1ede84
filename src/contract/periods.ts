/** High-volume periods (AP-1077-23 §5.2): dated, authorised, and said in public. */
import * as z from "zod/mini";
import { cityId, day } from "./fields.ts";

const sentence = z.string().check(z.minLength(3), z.maxLength(300));

const period = {
  from: day.check(z.describe("Its first day: messages received from then on have longer response times.")),
  /** Included. */
  to: day,
  authority: sentence.check(z.describe("Who permitted it, such as “City Manager”: it is published.")),
  reason: sentence.check(z.describe("Why, in a sentence for customers: it is published.")),
  responseDays: z.record(cityId, z.int().check(z.minimum(1), z.maximum(100))),
};

export const periodPlace = z.object({ period: cityId });
export const periodRequest = z.object(period);
export const periodsSchema = z.object({
  periods: z.array(
    z.object({
      id: cityId,
      ...period,
      /** True where it stands in the policy's document, and is changed there alone. */
      written: z.boolean(),
    }),
  ),
});
export const periodSetSchema = z.object({
  /** Due dates of open inquiries that moved with it. */
  moved: z.int(),
});
