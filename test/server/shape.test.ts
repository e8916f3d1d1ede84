import { expect, test } from "@jest/globals";
import * as z from "zod/mini";
import { cityId, day, hash } from "../../src/contract/fields.ts";
import { problemOf } from "../../src/server/refusal.ts";
import { readAs } from "../../src/server/shape.ts";

const form = z.strictObject({
  text: z.optional(z.string().check(z.minLength(2), z.maxLength(3))),
  number: z.optional(z.number().check(z.maximum(9))),
  whole: z.optional(z.int()),
  yes: z.optional(z.boolean()),
  list: z.optional(z.array(z.strictObject({ day })).check(z.minLength(1), z.maxLength(2))),
  none: z.optional(z.null()),
  choice: z.optional(z.enum(["week", "4weeks"])),
  kind: z.optional(
    z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") })]),
  ),
  hash: z.optional(hash),
  cityId: z.optional(cityId),
  two: z.optional(z.union([z.string(), z.boolean()])),
});

test("what fits is read, defaults and all", () => {
  const withDefault = z.object({ period: z._default(z.enum(["week", "4weeks"]), "4weeks") });
  expect(readAs(withDefault, {})).toEqual({ ok: true, value: { period: "4weeks" } });
});

test.each([
  ["text", 1, "text", "“text” must be text.", "« text » doit être du texte."],
  [
    "text",
    "a",
    "text",
    "“text” is too short: its least length is 2.",
    "« text » est trop court : sa plus petite longueur est 2.",
  ],
  [
    "text",
    "abcd",
    "text",
    "“text” is too long: its greatest length is 3.",
    "« text » est trop long : sa plus grande longueur est 3.",
  ],
  ["number", "1", "number", "“number” must be a number.", "« number » doit être un nombre."],
  ["number", 10, "number", "“number” lies beyond 9.", "« number » est au-delà de 9."],
  ["whole", 0.5, "whole", "“whole” must be a whole number.", "« whole » doit être un nombre entier."],
  ["whole", 1e300, "whole", "“whole” lies beyond 9007199254740991.", "« whole » est au-delà de 9007199254740991."],
  ["yes", 1, "yes", "“yes” must be true or false.", "« yes » doit être true ou false."],
  ["list", {}, "list", "“list” must be a list.", "« list » doit être une liste."],
  ["list", [], "list", "“list” has too few items: 1 at least.", "« list » a trop peu d’éléments : 1 au moins."],
  ["list", [1, 2, 3], "list", "“list” has too many items: 2 at most.", "« list » a trop d’éléments : 2 au plus."],
  ["list", [1], "list.0", "A JSON object is needed here.", "Il faut ici un objet JSON."],
  ["list", [{}], "list.0.day", "“list.0.day” is missing.", "Il manque « list.0.day »."],
  [
    "list",
    [{ day: "Monday" }],
    "list.0.day",
    "“list.0.day” must be a day such as 2026-11-23.",
    "« list.0.day » doit être un jour, par exemple 2026-11-23.",
  ],
  ["none", 0, "none", "“none” must be null.", "« none » doit être null."],
  [
    "choice",
    "year",
    "choice",
    "“choice” must be one of these: week, 4weeks.",
    "« choice » doit être l’un de ceux-ci : week, 4weeks.",
  ],
  [
    "kind",
    { kind: "c" },
    "kind.kind",
    "“kind.kind” must be one of these: a, b.",
    "« kind.kind » doit être l’un de ceux-ci : a, b.",
  ],
  ["kind", {}, "kind.kind", "“kind.kind” is missing.", "Il manque « kind.kind »."],
  [
    "hash",
    "<a@b>",
    "hash",
    "“hash” must be a base64url SHA-256 of 43 characters.",
    "« hash » doit être un SHA-256 en base64url de 43 caractères.",
  ],
  [
    "cityId",
    "a b",
    "cityId",
    expect.stringContaining("must be an id of the policy"),
    expect.stringContaining("identifiant de la politique"),
  ],
  [
    "two",
    1,
    "two",
    "“two” has not the form that the API document gives it.",
    "« two » n’a pas la forme que le document de l’API lui donne.",
  ],
  ["stranger", 1, "stranger", "There is no field “stranger” here.", "Il n’y a pas de champ « stranger » ici."],
])("%s as %j is refused at %s: %s", (name, value, field, english, french) => {
  const read = readAs(form, { [name]: value });
  if (read.ok) throw new Error("it was taken");
  expect(problemOf(read.refusal, "en")).toMatchObject({ status: 400, title: "Bad request", field, detail: english });
  expect(problemOf(read.refusal, "fr")).toMatchObject({ title: "Demande incorrecte", field, detail: french });
});

test("the whole has no name: its field is empty", () => {
  for (const whole of [null, [], "text", undefined])
    expect(readAs(form, whole)).toEqual({
      ok: false,
      refusal: { code: "notObject", field: "", values: { field: "" } },
    });
});

test("a name that goes on and on is cut where it is said back", () => {
  const read = readAs(form, { ["x".repeat(10_000)]: 1 });
  expect(read).toMatchObject({ ok: false, refusal: { code: "unknownField", field: "x".repeat(64) } });
});
