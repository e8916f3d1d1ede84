/** What administrators do with what is kept, and who did and saw what. */
import * as z from "zod/mini";
import type { Result } from "../domain/time.ts";
import { cityId, day, hash, moment } from "./fields.ts";
import { parseWith } from "./parse.ts";

export const recalculationRequest = z.object({ from: day, to: day });
export const recalculationSchema = z.object({
  /** Due dates that it moved; both values stay. */
  moved: z.int(),
});

export const closureRequest = z.object({
  /** A shared mailbox as the policy's departments name it, lower case; the only one of its department. */
  mailbox: z.string().check(z.minLength(3), z.maxLength(320)),
  /** What arrived before this day leaves the clock, as of its beginning in the city's zone. */
  from: day,
});
export const closureSchema = z.object({
  /** Inquiries that left the clock now. */
  closed: z.int(),
});

/** Angle brackets and all, as a mail client shows it: it is made into the inquiry's id here, and not kept. */
export const messageIdRequest = z.object({
  messageId: z.string().check(z.minLength(3), z.maxLength(998), z.regex(/^<[^<>\s]+>$/, "must be like <id@host>")),
});
export const foundSchema = z.object({ inquiry: hash, facts: z.int() });
export const erasedSchema = z.object({ facts: z.int() });

export const auditQuestion = z.object({
  /** Absent: of the whole city. */
  department: z.optional(cityId),
});
const auditEntry = {
  at: moment,
  /** A person's name as the directory has it; null: the service itself. */
  by: z.nullable(z.string()),
  /** "" for the whole city. */
  department: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
};
export const deeds = [
  "looked",
  "personsLooked",
  "exported",
  "recalculated",
  "closed",
  "erased",
  "personErased",
  "searched",
  "purged",
  "policyChanged",
  "periodSet",
] as const;
export type Deed = (typeof deeds)[number];
export const auditSchema = z.object({ entries: z.array(z.object({ ...auditEntry, deed: z.enum(deeds) })) });

/** As the pane reads it: a newer service may know deeds that have no words here, and none of them may be hidden. */
const entryRead = z.object({ ...auditEntry, deed: z.string() });
export type AuditEntry = z.infer<typeof entryRead>;

export function parseAudit(value: unknown): Result<{ readonly entries: readonly AuditEntry[] }> {
  return parseWith(z.object({ entries: z.array(entryRead) }), value);
}
