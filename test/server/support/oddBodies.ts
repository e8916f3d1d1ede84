/** Bodies near to a schema of the API document, and far from it: for the fuzz test. */
import fc from "fast-check";
import type { Fact, Observation } from "../../../src/domain/inquiry/fact.ts";
import type { JsonSchema } from "../../../src/server/openapi/openApi.ts";
import { at } from "../../support/time.ts";
import { fitting } from "./schemaSamples.ts";
import { fact, inquiryId, planningMailbox } from "./town.ts";

/** Numbers and texts that have broken other parsers. */
const oddScalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -0,
    -1,
    0.1,
    1e308,
    2 ** 53,
    "",
    "\u0000",
    "\ud800",
    "‮",
    "__proto__",
    "2026-02-30",
  ),
  fc.integer(),
  fc.double(),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constant("x".repeat(70_000)),
);
const oddValue = fc.oneof({ weight: 4, arbitrary: oddScalar }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) });

/** Every place inside a value, the value itself first. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => placesOf(part, [...path, name]))];
}

/** The value with something else at that place; undefined leaves the place out. */
function replaced(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  const part = replaced((value as Readonly<Record<string, unknown>>)[name], rest, other);
  if (Array.isArray(value)) return value.map((one: unknown, n) => (String(n) === name ? part : one));
  return { ...(value as object), [name]: part };
}

/** Like a value that fits, but for one place. */
function near(schema: JsonSchema): fc.Arbitrary<unknown> {
  const change = fc.oneof(oddValue, fc.constant(undefined));
  return fc.tuple(fitting(schema), fc.nat(), change).map(([good, nth, other]) => {
    const places = placesOf(good);
    return replaced(good, places[nth % places.length] ?? [], other);
  });
}

/** What the town's policy and clock let pass, in place of whatever an observation has there. */
const believableParts: Readonly<Record<string, unknown>> = {
  at: at("Mon 2026-11-23 10:00"),
  saidAt: at("Mon 2026-11-23 10:00"),
  receivedAt: at("Mon 2026-11-23 09:00"),
  until: at("Thu 2026-11-26 10:00"),
  channel: "email",
  department: "planning",
  reason: "thanks",
  promisedDay: "2026-12-01",
};

/** A fact that is believed, of the same kind. */
function believable(one: object): Fact {
  const content = Object.entries(one)
    .filter(([name]) => name !== "id" && name !== "inquiry")
    .map(([name, part]: [string, unknown]) => [name, believableParts[name] ?? part] as const);
  return fact(inquiryId("<fuzz@elmbend.example>"), Object.fromEntries(content) as unknown as Observation);
}

const factSchema: JsonSchema = { $ref: "#/components/schemas/Fact" };
/** Few, so that the database stays small however long the test runs. */
export const believed: readonly Fact[] = fc
  .sample(fitting(factSchema), { numRuns: 60, seed: 1 })
  .map((one) => believable(one as object));

/** By the address of its route: a body that the town's policy lets pass, where chance would never find one. */
export const believedBodies: Readonly<Record<string, string>> = {
  "/api/closures": JSON.stringify({ mailbox: planningMailbox, from: "2026-11-20" }),
};

/** JSON that breaks off, or has something in it that belongs elsewhere. */
const broken = fc
  .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.string({ unit: "binary", maxLength: 3 }))
  .map(([text, nth, other]) => text.slice(0, nth % (text.length + 1)) + other);

const deep = fc
  .tuple(
    fc.constantFrom(["[", "]"], ['{"facts":[', "]}"], ['{"a":', "}"]),
    fc.integer({ min: 10, max: 40_000 }),
    fc.boolean(),
  )
  .map(
    ([[open = "", close = ""], depth, isClosed]) => open.repeat(depth) + (isClosed ? `1${close.repeat(depth)}` : ""),
  );

const huge = fc.constantFrom(
  JSON.stringify({ facts: ["x".repeat(600_000)] }),
  JSON.stringify({ facts: Array.from({ length: 501 }, () => 1) }),
  JSON.stringify({ facts: Array.from({ length: 500 }, () => believed[0]) }),
  JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`field ${n}`, n]))),
  JSON.stringify({ inquiries: Array.from({ length: 500 }, () => inquiryId("<fuzz@elmbend.example>")) }),
);

const strange = fc.constantFrom(
  '{"__proto__":{"facts":[]}}',
  '{"constructor":{"prototype":{"facts":[]}}}',
  '{"facts":[1],"facts":[2]}',
  '\ufeff{"facts":[1]}',
  "{'facts':[1]}",
  '{"facts":[1e999999, NaN]}',
  Buffer.from('{"facts":[1]}', "utf16le"),
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
);

/** Bodies for a route that takes this schema, as they go over the wire; undefined for none at all. */
export function oddBody(schema: JsonSchema): fc.Arbitrary<string | Buffer | undefined> {
  return fc.oneof(
    { weight: 20, arbitrary: fitting(schema).map((value) => JSON.stringify(value)) },
    { weight: 30, arbitrary: near(schema).map((value) => JSON.stringify(value)) },
    { weight: 10, arbitrary: oddValue.map((value) => JSON.stringify(value)) },
    { weight: 10, arbitrary: broken },
    { weight: 4, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 4, arbitrary: strange },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: huge },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}
