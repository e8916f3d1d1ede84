/** The contract's schemas under their names in the API document, as JSON Schema 2020-12. */
import * as z from "zod/mini";
import { coverageSchema } from "../../contract/coverage.ts";
import { departmentsSchema } from "../../contract/departments.ts";
import { factAnswersSchema, factBatchSchema, factSchema } from "../../contract/facts.ts";
import { unreadFact } from "../../contract/fields.ts";
import { healthSchema } from "../../contract/health.ts";
import { meSchema } from "../../contract/me.ts";
import { problemSchema } from "../../contract/problem.ts";
import { servedPolicySchema } from "../../contract/served.ts";
import { statesRequestSchema, statesSchema } from "../../contract/states.ts";
import { statisticsSchema } from "../../contract/statistics.ts";
import type { Schema } from "../routes/route.ts";
import type { JsonSchema } from "./openApi.ts";

const named = {
  Fact: factSchema,
  FactBatch: factBatchSchema,
  FactAnswers: factAnswersSchema,
  Coverage: coverageSchema,
  Departments: departmentsSchema,
  Health: healthSchema,
  InquiryFacts: statesSchema,
  InquiryIds: statesRequestSchema,
  Me: meSchema,
  Policy: servedPolicySchema,
  Problem: problemSchema,
  Statistics: statisticsSchema,
} as const;

const names: ReadonlyMap<Schema, string> = new Map(
  Object.entries(named).map(([name, schema]) => [schema as unknown as Schema, name]),
);

function reference(name: keyof typeof named): string {
  return `#/components/schemas/${name}`;
}

/** Each fact is read by itself, as soon as its message was read: the document says as what. */
function asRead({ zodSchema, jsonSchema }: { readonly zodSchema: unknown; readonly jsonSchema: object }): void {
  if (zodSchema === unreadFact) Object.assign(jsonSchema, { $ref: reference("Fact") });
}

/** What a schema takes in, without `$schema` and `$id`, which the whole document says for all. */
function bare(converted: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(converted).filter(([keyword]) => keyword !== "$schema" && keyword !== "$id"),
  );
}

/** A named schema by reference, any other one in full. */
export function jsonSchemaOf(schema: Schema): JsonSchema {
  const name = names.get(schema);
  if (name !== undefined) return { $ref: reference(name as keyof typeof named) };
  return bare(z.toJSONSchema(schema, { io: "input", override: asRead }));
}

/** All named schemas; one that holds another refers to it. */
export function componentSchemas(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const uri = (id: string): string => reference(id as keyof typeof named);
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri, override: asRead });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]));
}
