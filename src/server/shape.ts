/** Reads what a request holds by one of the contract's schemas; the first thing that does not fit becomes a refusal. */
import type * as z from "zod/mini";
import { patterns } from "../contract/fields.ts";
import type { Refusal, RefusalCode } from "./refusal.ts";

type Issue = z.core.$ZodIssue;
type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

const typeCodes: Readonly<Record<string, RefusalCode>> = {
  string: "notText",
  number: "notNumber",
  int: "notWhole",
  boolean: "notBoolean",
  array: "notList",
  object: "notObject",
  record: "notObject",
  null: "notNull",
};
const patternCodes: ReadonlyMap<string | undefined, RefusalCode> = new Map([
  [String(patterns.hash), "notHash"],
  [String(patterns.day), "notDay"],
  [String(patterns.cityId), "notCityId"],
]);
/** Names come from the caller and go back to nobody else; a very long one is cut. */
const longestName = 64;

/** What stands at that place, or undefined when nothing does. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === "object" && found !== null ? (found as Readonly<Record<PropertyKey, unknown>>)[name] : undefined,
    value,
  );
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.map((name) => String(name).slice(0, longestName)).join(".");
}

function sizeCode({ code, origin }: { readonly code: "too_big" | "too_small"; readonly origin: string }): RefusalCode {
  if (origin === "array") return code === "too_big" ? "tooManyItems" : "tooFewItems";
  if (origin === "string") return code === "too_big" ? "tooLong" : "tooShort";
  return "outOfRange";
}

function wrong(issue: Issue): { readonly code: RefusalCode; readonly values?: Refusal["values"] } {
  switch (issue.code) {
    case "invalid_type":
      return { code: typeCodes[issue.expected] ?? "misshapen" };
    case "invalid_value":
      return { code: "notOneOf", values: { options: issue.values.map(String).join(", ") } };
    case "invalid_union": {
      // What the kind could have been, when none of the union's is it; not in zod's types.
      const { options } = issue as { readonly options?: readonly unknown[] };
      return options
        ? { code: "notOneOf", values: { options: options.map(String).join(", ") } }
        : { code: "misshapen" };
    }
    case "invalid_format":
      return { code: patternCodes.get(issue["pattern"]) ?? "misshapen" };
    case "too_big":
      return { code: sizeCode(issue), values: { limit: Number(issue.maximum) } };
    case "too_small":
      return { code: sizeCode(issue), values: { limit: Number(issue.minimum) } };
    default:
      return { code: "misshapen" };
  }
}

function refusalOf(issue: Issue, read: unknown): Refusal {
  if (issue.code === "unrecognized_keys") {
    const field = placeOf([...issue.path, issue.keys[0] ?? ""]);
    return { code: "unknownField", field, values: { field } };
  }
  const field = placeOf(issue.path);
  const missing = issue.path.length > 0 && valueAt(read, issue.path) === undefined;
  const { code, values } = missing ? { code: "missing" as const, values: {} } : wrong(issue);
  return { code, field, values: { field, ...values } };
}

/** @returns the value as the schema reads it, or the first problem with its place ("" for the whole) */
export function readAs<T>(schema: z.ZodMiniType<T>, value: unknown): Read<T> {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const [first] = read.error.issues;
  return { ok: false, refusal: first ? refusalOf(first, value) : { code: "misshapen", field: "" } };
}
