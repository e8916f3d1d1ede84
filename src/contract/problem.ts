/** RFC 9457 problem details, as every refusal of the service comes. */
import * as z from "zod/mini";

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  /** The field at fault, where there is one. */
  field: z.optional(z.string()),
});
export type ProblemDetails = z.infer<typeof problemSchema>;
