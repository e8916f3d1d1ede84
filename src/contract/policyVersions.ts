/** GET /api/policy/versions: which versions of the policy were in force, and from when; each inquiry goes by one of them. */
import * as z from "zod/mini";
import { moment } from "./fields.ts";

export const policyVersionsSchema = z.object({
  versions: z.array(
    z.object({
      number: z.int(),
      /** The document's own. */
      version: z.string(),
      /** Null for the first: it was always in force. */
      from: z.nullable(moment),
      /** Version of the time zone database by which it was read. */
      tzdata: z.string(),
    }),
  ),
});
