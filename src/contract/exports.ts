/** Figures and inquiries as files: GET /api/statistics/series.csv, /api/inquiries.csv and /api/inquiries.ndjson. */
import * as z from "zod/mini";
import { cityId, day } from "./fields.ts";

export const inquiriesQuestion = z.object({
  /** Absent: all that the caller may see. */
  department: z.optional(cityId),
  /** Those of the departments that do this work. */
  function: z.optional(cityId),
  /** Days of receipt, both included; absent: since the first, to the last. */
  from: z.optional(day),
  to: z.optional(day),
});

/** Lines of text, streamed: docs/export.md explains the columns. */
export const exportedText = z.string();
