/** The published JSON Schema says what the parser says, as far as a schema can. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import fastify from "fastify";
import { departmentsOf, functionOf } from "../../../src/domain/policy/functions.ts";
import { openQuestions } from "../../../src/domain/policy/openQuestions.ts";
import { parsePolicy } from "../../../src/domain/policy/parsePolicy.ts";

const asset = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../../assets/policies/${name}`, import.meta.url), "utf8")) as Record<
    string,
    unknown
  >;

/** Ajv as fastify brings it, with neither coercion nor removal. */
async function accepts(document: unknown): Promise<boolean> {
  const app = fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } } });
  app.post("/", { schema: { body: asset("policy.schema.json") } }, () => "accepted");
  const { body } = await app.inject({ method: "POST", url: "/", payload: document as object });
  return body === "accepted";
}

test.each(["spruce-grove.json", "okotoks.json"])("the schema accepts %s", async (name) => {
  expect(await accepts(asset(name))).toBe(true);
});

const calendar = { timeZone: "America/Edmonton", weekly: { mon: [["08:30", "16:30"]] } };
const small = {
  name: "X",
  version: "1",
  calendar,
  counting: {},
  channels: { email: { name: "E-mail", kind: "email" } },
};

test("schema and parser accept a pattern for the customer of a notice", async () => {
  const channels = { app: { name: "App", kind: "other", customerPattern: "^E-mail: (\\S+@\\S+)$" } };
  const document = { ...small, channels };
  expect([await accepts(document), parsePolicy(document).ok]).toEqual([true, true]);
});

test("schema and parser accept the city's name and the switch for published figures", async () => {
  const city = { name: "Elm Bend", names: { fr: "Coude-aux-Ormes" } };
  const document = { ...small, city, privacy: { publishFigures: true } };
  expect([await accepts(document), parsePolicy(document)]).toMatchObject([
    true,
    { ok: true, value: { city, privacy: { publishFigures: true } } },
  ]);
});

test("schema and parser accept named figures that are off, and those that begin after they are announced", async () => {
  for (const namedFigures of [false, { announced: "2026-12-01", from: "2027-01-04" }]) {
    const document = { ...small, privacy: { namedFigures } };
    expect([await accepts(document), parsePolicy(document)]).toMatchObject([
      true,
      { ok: true, value: { privacy: { namedFigures } } },
    ]);
  }
});

test("schema and parser accept functions, cited, and the departments that do the same work", async () => {
  const functions = {
    permits: { name: "Permits", names: { fr: "Permis" }, clause: "6,030 §5.2", cityToConfirm: true },
  };
  const departments = {
    planning: { name: "Planning", function: "permits" },
    building: { name: "Building", function: "permits" },
    parks: { name: "Parks" },
  };
  const document = { ...small, functions, departments };
  expect(await accepts(document)).toBe(true);
  const read = parsePolicy(document);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { value } = read;
  expect(["planning", "building", "parks", ""].map((one) => functionOf(value, one))).toEqual([
    ...["permits", "permits", "", ""],
  ]);
  expect(departmentsOf(value, "permits")).toEqual(["planning", "building"]);
  expect(openQuestions(value).map(({ path }) => path)).toContain("functions.permits");
});

test("schema and parser accept the same smallest policy", async () => {
  expect([await accepts(small), parsePolicy(small).ok]).toEqual([true, true]);
});

test.each([
  ["no name", { ...small, name: undefined }],
  ["half a promised day", { ...small, channels: { email: { name: "E-mail", kind: "email", responseDays: 0.5 } } }],
  ["a channel of no kind", { ...small, channels: { email: { name: "E-mail" } } }],
  ["no channel", { ...small, channels: {} }],
  ["a channel id with a space", { ...small, channels: { "our city": { name: "Our City", kind: "other" } } }],
  ["a time that is none", { ...small, calendar: { ...calendar, weekly: { mon: [["8:30", "16:30"]] } } }],
  ["an unknown rule", { ...small, counting: { receipt: "office" } }],
  ["a sender that is none", { ...small, machines: { senders: ["*"] } }],
  ["a city without a name", { ...small, city: {} }],
  ["a switch that is neither on nor off", { ...small, privacy: { publishFigures: "yes" } }],
  ["named figures that begin on no day", { ...small, privacy: { namedFigures: true } }],
  ["named figures that nobody announced", { ...small, privacy: { namedFigures: { from: "2027-01-04" } } }],
  ["a function without a name", { ...small, functions: { permits: {} } }],
  ["a department whose function is no id", { ...small, departments: { desk: { name: "Desk", function: "a b" } } }],
  ["a reason outside the list", { ...small, reasons: ["rude"] }],
])("schema and parser both refuse %s", async (_what, document) => {
  expect([await accepts(document), parsePolicy(document).ok]).toEqual([false, false]);
});

test("every field that the schema names is one that the parser knows", () => {
  const filled = Object.fromEntries(
    Object.keys(asset("policy.schema.json")["properties"] as object).map((name) => [name, 0]),
  );
  const read = parsePolicy(filled);
  const unknown = read.ok ? [] : read.problems.filter(({ severity }) => severity === "warning");
  expect(unknown).toEqual([]);
});
