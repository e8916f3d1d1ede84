/**
 * POST /api/facts: facts go in, an answer per fact comes back. PUT /api/facts/INQUIRY/FACT: a single one, under its own
 * name. A repeated fact is answered as taken.
 */
import * as z from "zod/mini";
import type { Fact } from "../domain/inquiry/fact.ts";
import type { Result } from "../domain/time.ts";
import { cityId, day, hash, moment, unreadFact } from "./fields.ts";
import { parseWith } from "./parse.ts";

export const maxFactsPerBatch = 500;

const said = { id: hash, inquiry: hash, at: moment, saidAt: moment, by: z.enum(["rule", "person"]) };

const anyFact = z.discriminatedUnion("kind", [
  z.strictObject({
    ...said,
    kind: z.literal("received"),
    channel: cityId,
    department: z.nullable(cityId),
    mailboxKind: z.enum(["personal", "shared"]),
    timeSource: z.enum(["exchange", "header", "created", "person"]),
  }),
  z.strictObject({
    ...said,
    kind: z.literal("replied"),
    replyKind: z.enum(["acknowledgement", "holding", "part", "answer", "unknown"]),
    way: z.enum(["email", "phone", "inPerson", "portal", "letter", "other"]),
    seenIn: z.enum(["sentItems", "send", "person"]),
    promisedDay: z.optional(day),
  }),
  z.strictObject({ ...said, kind: z.literal("excluded"), reason: cityId }),
  z.strictObject({ ...said, kind: z.literal("included") }),
  z.strictObject({ ...said, kind: z.literal("channelSet"), channel: cityId }),
  z.strictObject({ ...said, kind: z.literal("departmentSet"), department: cityId }),
  z.strictObject({ ...said, kind: z.literal("receivedSet"), receivedAt: moment }),
  z.strictObject({ ...said, kind: z.literal("returned"), reply: hash }),
  z.strictObject({ ...said, kind: z.literal("retracted"), fact: hash }),
  z.strictObject({ ...said, kind: z.literal("claimed"), until: moment }),
  z.strictObject({ ...said, kind: z.literal("compliment") }),
]);
export const factSchema = anyFact as unknown as z.ZodMiniType<Fact>;

/** The address of a single fact. */
export const factPlaceSchema = z.object({ inquiry: hash, fact: hash });

/** The envelope alone: each fact is parsed by itself, so that a refused one refuses only itself. */
export const factBatchSchema = z.strictObject({
  facts: z.array(unreadFact).check(z.maxLength(maxFactsPerBatch), z.minLength(1)),
  /** Beside the facts, which say of nobody who did what: it changes none of their names. */
  own: z.optional(
    z
      .array(z.boolean())
      .check(
        z.maxLength(maxFactsPerBatch),
        z.describe(
          "Whether each of these facts, in their order, tells of a reply that the caller sent: heeded only where the policy turns named figures on.",
        ),
      ),
  ),
});

export function parseFact(value: unknown): Result<Fact> {
  return parseWith(factSchema, value);
}

export const factAnswerSchema = z.discriminatedUnion("taken", [
  z.object({ id: z.string(), inquiry: z.string(), taken: z.literal(true) }),
  z.object({
    id: z.string(),
    inquiry: z.string(),
    taken: z.literal(false),
    problem: z.object({ field: z.string(), message: z.string() }),
  }),
]);
/** In the order of the request; `id` and `inquiry` as they were sent ("" when unreadable). */
export const factAnswersSchema = z.object({ answers: z.array(factAnswerSchema) });
export type FactAnswer = z.infer<typeof factAnswerSchema>;
export type FactAnswers = z.infer<typeof factAnswersSchema>;
