/** PUT /api/coverage: how far a mailbox has been looked through, and whether it still is. Answered with 204. */
import * as z from "zod/mini";
import type { MailboxSaid } from "../domain/timeliness/coverage.ts";
import { cityId, hash, moment } from "./fields.ts";

export interface CoverageReport extends MailboxSaid {
  /** A shared mailbox's address, lower case, as the policy's departments name it; null for a person's own. */
  readonly name: string | null;
}

const said = {
  mailbox: hash,
  department: z.nullable(cityId),
  lookedThrough: z.nullable(moment),
  watching: z.boolean(),
};

/** Strict: no address of a person's own mailbox can be said here. */
const anyReport = z.discriminatedUnion("kind", [
  z.strictObject({ ...said, kind: z.literal("personal"), name: z.null() }),
  z.strictObject({ ...said, kind: z.literal("shared"), name: z.string().check(z.maxLength(320)) }),
]);
export const coverageSchema = anyReport as unknown as z.ZodMiniType<CoverageReport>;
