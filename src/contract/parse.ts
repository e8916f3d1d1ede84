/** Reads a message of the contract: the value, or every problem with its place. */
import type * as z from "zod/mini";
import type { Problem, Result } from "../domain/time.ts";

export function parseWith<T>(schema: z.ZodMiniType<T>, value: unknown): Result<T> {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data, warnings: [] };
  const problems: Problem[] = read.error.issues.map((issue) => ({
    path: issue.path.map(String).join("."),
    message: issue.message,
    severity: "error",
  }));
  return { ok: false, problems };
}
