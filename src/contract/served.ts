/** GET /api/policy: the policy document with the zone offsets it needs, under an ETag. */
import * as z from "zod/mini";
import type { Policy, ZoneTable } from "../domain/policy/policy.ts";

export const zoneTableSchema = z.object({
  zone: z.string(),
  tzdata: z.string(),
  base: z.number(),
  transitions: z.array(z.tuple([z.number(), z.number()])),
});

/** The document itself is read by the domain's `parsePolicy`. */
export const servedPolicySchema = z.object({ policy: z.unknown(), zones: z.array(zoneTableSchema) });

export interface ServedPolicy {
  readonly policy: Policy;
  /** One per zone that the policy's calendars name. */
  readonly zones: readonly ZoneTable[];
}
