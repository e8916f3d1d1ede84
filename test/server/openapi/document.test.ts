import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { problemSchema } from "../../../src/contract/problem.ts";
import type { JsonSchema, Operation, Parameter } from "../../../src/server/openapi/openApi.ts";
import { type TestApp, testApp } from "../support/app.ts";
import { document } from "../support/documented.ts";
import { fitting, type Violation, violations } from "../support/schemaSamples.ts";

interface Described extends Operation {
  readonly path: string;
  readonly method: string;
}

const operations: readonly Described[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
);

/** Every object of the document with its place, the document itself first. */
function* objectsOf(value: unknown, place = "#"): Generator<readonly [string, Readonly<Record<string, unknown>>]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [place, value as Readonly<Record<string, unknown>>];
  for (const [name, part] of Object.entries(value)) yield* objectsOf(part, `${place}/${name}`);
}

function pointed(reference: string): unknown {
  return reference
    .split("/")
    .slice(1)
    .reduce<unknown>((found, name) => (found as Readonly<Record<string, unknown>> | undefined)?.[name], document);
}

describe("the document keeps to OpenAPI 3.1", () => {
  test("it says its version, its title and its own", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toEqual({
      title: expect.any(String),
      version: expect.any(String),
      description: expect.any(String),
    });
  });

  test("every reference leads somewhere", () => {
    const references = [...objectsOf(document)].flatMap(([, one]) =>
      typeof one["$ref"] === "string" ? one["$ref"] : [],
    );
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references)
      expect([reference, pointed(reference)]).toEqual([reference, expect.any(Object)]);
  });

  test("no two operations go by one name", () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  test("what a path leaves open is what its parameters say, all of them required", () => {
    for (const { path, parameters = [] } of operations) {
      const inPath = parameters.filter((one) => one.in === "path");
      expect(inPath.every(({ required }) => required)).toBe(true);
      expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
    }
  });

  test("every operation says what it answers, refusals included, and each answer has words", () => {
    for (const { operationId, responses, security, requestBody } of operations) {
      const statuses = Object.keys(responses);
      const needed = [
        "500",
        ...(security.length > 0 ? ["401", "403", "429"] : []),
        ...(requestBody ? ["400", "413", "415"] : []),
      ];
      expect([operationId, statuses]).toEqual([operationId, expect.arrayContaining(needed)]);
      expect(statuses.filter((status) => status.startsWith("2"))).toHaveLength(1);
      for (const [status, answer] of Object.entries(responses)) {
        const { description, content } = ("$ref" in answer ? pointed(answer.$ref) : answer) as {
          readonly description: string;
          readonly content?: object;
        };
        expect(description).not.toBe("");
        if (Number(status) < 400) continue;
        const schema = { $ref: "#/components/schemas/Problem" };
        expect(content).toEqual({ "application/problem+json": { schema } });
      }
    }
  });

  test("whoever needs a token brings it as a bearer", () => {
    expect(document.components.securitySchemes["token"]).toMatchObject({ type: "http", scheme: "bearer" });
    const schemes = new Set(operations.flatMap(({ security }) => security.flatMap((one) => Object.keys(one))));
    expect([...schemes]).toEqual(["token"]);
  });

  test("its schemas are JSON Schema 2020-12 and nothing of older OpenAPI", () => {
    const types = ["string", "number", "integer", "boolean", "array", "object", "null"];
    for (const [, schema] of [...objectsOf(document)].filter(([place]) =>
      /\/(schemas?|properties|items)\//.test(`${place}/`),
    )) {
      for (const old of ["nullable", "$id", "$schema", "definitions"]) expect(schema).not.toHaveProperty([old]);
      if (typeof schema["type"] === "string") expect(types).toContain(schema["type"]);
      if (typeof schema["pattern"] === "string") expect(() => new RegExp(String(schema["pattern"]), "u")).not.toThrow();
    }
  });
});

/** Sentences about the form of a request, as opposed to what the policy and the clock make of it. */
const aboutForm = /^(“|There is no field|A JSON object)/;

let service: TestApp;
let asked = 0;

beforeAll(async () => {
  service = await testApp();
});

afterAll(() => service.close());

/** Each as another person, so that nobody is told to wait. */
async function send(method: string, url: string, payload?: unknown) {
  asked += 1;
  const authorization = `Bearer ${await service.issuer.token({ roles: ["Administrator"], oid: `person ${asked >> 8}` })}`;
  const content = payload === undefined ? {} : { payload: JSON.stringify(payload) };
  const headers = { authorization, ...(payload === undefined ? {} : { "content-type": "application/json" }) };
  return service.ask(null, { method: method, url, ...content, headers });
}

function bodyOf({ requestBody }: Operation): JsonSchema {
  return requestBody?.content["application/json"]?.schema ?? {};
}

/** The address of a body: where the path names it, as the body does. */
function addressOf({ path }: Described, good: unknown): string {
  const { inquiry = "", id = "" } = good as { readonly inquiry?: string; readonly id?: string };
  return path.replace("{inquiry}", inquiry).replace("{fact}", id).replace("{period}", "storm");
}

/** What was said of a request's form: of the whole, or of the one item that is judged by itself; null: nothing. */
function saidOfForm(
  answer: Awaited<ReturnType<typeof send>>,
): { readonly field: string; readonly item: boolean } | null {
  if (answer.statusCode === 400) {
    const { field = "", detail } = problemSchema.parse(answer.json());
    return aboutForm.test(detail) ? { field, item: false } : null;
  }
  const [first] = answer.statusCode === 200 ? (answer.json().answers ?? []) : [];
  return first?.taken === false && aboutForm.test(first.problem.message)
    ? { field: first.problem.field, item: true }
    : null;
}

const withBody = operations.filter(({ requestBody }) => requestBody !== undefined);
/** The same ones every time: enough of them to have every kind of fact. */
const samplesOf = (schema: JsonSchema, numRuns: number): readonly unknown[] =>
  fc.sample(fitting(schema), { numRuns, seed: 30 });

describe.each(withBody.map((one) => [`${one.method} ${one.path}`, one] as const))("%s", (_name, operation) => {
  test("takes the form that the document gives it", async () => {
    for (const good of samplesOf(bodyOf(operation), 40)) {
      const answer = await send(operation.method, addressOf(operation, good), good);
      expect([good, saidOfForm(answer)]).toEqual([good, null]);
    }
  });

  test("refuses whatever breaks one rule of that form, and says where", async () => {
    for (const good of samplesOf(bodyOf(operation), 12)) {
      const broken = violations(bodyOf(operation), good);
      expect(broken.length).toBeGreaterThan(5);
      for (const { what, field, value } of broken) {
        const said = saidOfForm(await send(operation.method, addressOf(operation, good), value));
        const place = said?.item ? field.replace(/^facts\.0\.?/, "") : field;
        expect([what, place, value]).toEqual([what, said?.field, value]);
      }
    }
  });
});

/** Query and path hold text alone: what the document says of it can still be broken. */
function textViolations({ schema }: Parameter): readonly Violation[] {
  return violations(schema, "good").filter(({ value }) => typeof value === "string");
}

test("a query parameter or a part of the path that breaks its form is refused, and named", async () => {
  const fine = "A".repeat(43);
  let tried = 0;
  for (const { method, path, parameters = [] } of operations) {
    for (const parameter of parameters.filter((one) => one.in !== "header")) {
      for (const { value } of textViolations(parameter)) {
        if (value === "" && parameter.in === "path") continue;
        const text = encodeURIComponent(String(value));
        const url = path.replace(`{${parameter.name}}`, text).replace(/\{\w+\}/g, fine);
        const others = parameters.filter((one) => one.in === "query" && one.required && one !== parameter);
        const right = others.map(
          ({ name, schema }) => `&${name}=${encodeURIComponent(String(samplesOf(schema, 1)[0]))}`,
        );
        const query = parameter.in === "query" ? `?${parameter.name}=${text}${right.join("")}` : "";
        const answer = await send(method, url + query, method === "GET" ? undefined : {});
        expect([url, query, answer.statusCode]).toEqual([url, query, 400]);
        expect(answer.json()).toMatchObject({ field: parameter.name, detail: expect.stringMatching(aboutForm) });
        tried += 1;
      }
    }
  }
  expect(tried).toBeGreaterThanOrEqual(5);
});
