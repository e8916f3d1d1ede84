/** From a JSON Schema of the API document: values that fit it, and values that break one of its rules each. */
import fc from "fast-check";
import { patterns } from "../../../src/contract/fields.ts";
import type { JsonSchema } from "../../../src/server/openapi/openApi.ts";
import { document } from "./documented.ts";

export interface Violation {
  /** What is broken, for the test's name. */
  readonly what: string;
  /** Where, as the service says it: "facts.0.at"; "" for the whole. */
  readonly field: string;
  readonly value: unknown;
}

/** The schema itself, its reference followed. */
export function resolved(schema: JsonSchema): JsonSchema {
  const reference = schema["$ref"];
  if (typeof reference !== "string") return schema;
  return resolved(document.components.schemas[reference.split("/").at(-1) ?? ""] ?? {});
}

function properties(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  return Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, JsonSchema>>);
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] | undefined {
  return (schema["oneOf"] ?? schema["anyOf"]) as readonly JsonSchema[] | undefined;
}

function isRequired(schema: JsonSchema, name: string): boolean {
  return ((schema["required"] ?? []) as readonly string[]).includes(name);
}

/** Of texts with a pattern, some that the town's policy and calendar know. */
const known: Readonly<Record<string, readonly string[]>> = {
  [patterns.day.source]: ["2026-11-02", "2026-11-24", "2026-11-25", "2026-12-25"],
  [patterns.cityId.source]: ["planning", "parks", "email", "voicemail", "thanks"],
};

function textOf({ pattern, minLength = 0, maxLength = 64 }: JsonSchema): fc.Arbitrary<string> {
  if (typeof pattern === "string") {
    const any = fc.stringMatching(new RegExp(pattern));
    const some = known[pattern];
    return some ? fc.oneof(any, { weight: 4, arbitrary: fc.constantFrom(...some) }) : any;
  }
  return fc.string({ minLength: Number(minLength), maxLength: Number(maxLength) });
}

/** What no schema says: of a span of days, the first comes first. */
function inOrder(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { from, to } = value;
  return typeof from === "string" && typeof to === "string" && from > to ? { ...value, from: to, to: from } : value;
}

/** Values that fit. Lists are short: their longest is for the tests of limits. */
export function fitting(given: JsonSchema): fc.Arbitrary<unknown> {
  const schema = resolved(given);
  const choices = alternatives(schema);
  if (choices) return fc.oneof(...choices.map(fitting));
  if ("const" in schema) return fc.constant(schema["const"]);
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...(schema["enum"] as unknown[]));
  switch (schema["type"]) {
    case "string":
      return textOf(schema);
    case "integer":
      return fc.oneof(fc.maxSafeInteger(), fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array": {
      const minLength = Number(schema["minItems"] ?? 0);
      return fc.array(fitting(schema["items"] as JsonSchema), { minLength, maxLength: minLength + 3 });
    }
    case "object": {
      const names = properties(schema).map(([name]) => name);
      const requiredKeys = names.filter((name) => isRequired(schema, name));
      const model = Object.fromEntries(properties(schema).map(([name, one]) => [name, fitting(one)]));
      return fc.record(model, { requiredKeys }).map(inOrder);
    }
    default:
      return fc.jsonValue();
  }
}

/** What a single value can break, whatever it stands in. No list of ours and no text can be an object instead. */
function ownViolations(schema: JsonSchema): readonly Violation[] {
  const found: (readonly [string, unknown])[] = [["another type", schema["type"] === "array" ? "text" : {}]];
  if ("const" in schema || "enum" in schema) found.push(["none of the values", "no such value"]);
  if (typeof schema["pattern"] === "string") found.push(["another pattern", "<not this>"]);
  if (schema["type"] === "integer") found.push(["a fraction", 0.5]);
  const { maxLength, minLength, maxItems, minItems } = schema as Readonly<Record<string, number | undefined>>;
  if (maxLength !== undefined) found.push(["too long", "x".repeat(maxLength + 1)]);
  if (minLength !== undefined) found.push(["too short", "x".repeat(minLength - 1)]);
  if (maxItems !== undefined) found.push(["too many", Array.from({ length: maxItems + 1 }, () => 1)]);
  if (minItems !== undefined) found.push(["too few", []]);
  return found.map(([what, value]) => ({ what, field: "", value }));
}

/** The same, seen from whatever holds the value under that name. */
function within(name: string, found: readonly Violation[], put: (value: unknown) => unknown): readonly Violation[] {
  return found.map(({ what, field, value }) => ({
    what,
    field: field === "" ? name : `${name}.${field}`,
    value: put(value),
  }));
}

function ofProperties(schema: JsonSchema, good: Readonly<Record<string, unknown>>): readonly Violation[] {
  const found = properties(schema).flatMap(([name, one]) => {
    const without = Object.fromEntries(Object.entries(good).filter(([other]) => other !== name));
    const missing = isRequired(schema, name) ? [{ what: "missing", field: name, value: without }] : [];
    const wrong = within(name, violations(one, good[name]), (value) => ({ ...good, [name]: value }));
    return [...missing, ...wrong];
  });
  const stranger = { what: "a stranger", field: "stranger", value: { ...good, stranger: 1 } };
  return schema["additionalProperties"] === false ? [...found, stranger] : found;
}

/** Is the value of this alternative? Objects are told apart by their constant, other values by their type. */
function isOf(schema: JsonSchema, value: unknown): boolean {
  const { type } = schema;
  if (type !== "object") return type === (value === null ? "null" : typeof value) || type === "integer";
  return properties(schema).every(
    ([name, one]) => !("const" in one) || one["const"] === (value as Readonly<Record<string, unknown>>)[name],
  );
}

/** @param good a value that fits; each violation is like it but for one thing */
export function violations(given: JsonSchema, good: unknown): readonly Violation[] {
  const schema = resolved(given);
  const choices = alternatives(schema);
  if (choices) {
    const chosen = choices.map(resolved).find((choice) => isOf(choice, good));
    return chosen === undefined ? [] : violations(chosen, good);
  }
  if (schema["type"] === "object") {
    const whole = [
      { what: "a list instead", field: "", value: [good] },
      { what: "null instead", field: "", value: null },
    ];
    return [...whole, ...ofProperties(schema, good as Readonly<Record<string, unknown>>)];
  }
  if (schema["type"] !== "array" || !Array.isArray(good)) return ownViolations(schema);
  const [first, ...rest] = good as unknown[];
  const ofFirst = violations(schema["items"] as JsonSchema, first);
  return [...ownViolations(schema), ...within("0", ofFirst, (value) => [value, ...rest])];
}
