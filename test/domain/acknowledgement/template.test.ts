import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fillTemplate, promiseDays } from "../../../src/domain/acknowledgement/template.ts";
import type { TemplateFields } from "../../../src/domain/acknowledgement/draft.ts";
import { unfilledField } from "../../../src/domain/acknowledgement/unfilledField.ts";
import type { Template } from "../../../src/domain/policy/policy.ts";
import { at, day } from "../../support/time.ts";
import { rulesOf } from "../inquiry/office.ts";

const template: Template = {
  id: "holding",
  replyKind: "holding",
  texts: {
    en: { name: "Who and when", body: "Dear {customer},\n\n{handler} will answer by {promisedDay}.\n\n{commitment}" },
    fr: { name: "Qui et quand", body: "Bonjour {customer},\n\n{handler} vous répondra d'ici le {promisedDay}." },
  },
};
const fields: TemplateFields = {
  customer: "Amara Okafor",
  handler: "Dana",
  promisedDay: day("Thu 2026-11-26"),
  commitment: "We keep our word.",
};

test("a template is filled paragraph by paragraph, the promised day in words", () => {
  expect(fillTemplate(template, fields, "en-CA")).toEqual({
    template: "holding",
    replyKind: "holding",
    promisedDay: "2026-11-26",
    paragraphs: ["Dear Amara Okafor,", "Dana will answer by Thursday, November 26.", "We keep our word."],
    missing: [],
  });
  expect(fillTemplate(template, fields, "fr-CA").paragraphs[1]).toBe("Dana vous répondra d'ici le jeudi 26 novembre.");
});

test("a missing field stands in brackets in the language of the text, and is named once", () => {
  const { customer, ...unnamed } = fields;
  expect(customer).toBe("Amara Okafor");
  const filled = fillTemplate(template, unnamed, "en");
  expect([filled.paragraphs[0], filled.missing]).toEqual(["Dear [customer's name],", ["customer"]]);
  expect(fillTemplate(template, { ...fields, customer: "  " }, "fr").paragraphs[0]).toBe("Bonjour [nom du client],");
});

test("a template without the reader's language is filled in English, missing words too", () => {
  const english: Template = { ...template, texts: { en: { name: "x", body: "{customer}" } } };
  expect(fillTemplate(english, {}, "fr-CA").paragraphs).toEqual(["[customer's name]"]);
});

test("a field's name inside a customer's name or subject stays as it was written", () => {
  const odd = { ...fields, customer: "{handler} {city}" };
  expect(fillTemplate(template, odd, "en").paragraphs[0]).toBe("Dear {handler} {city},");
  fc.assert(
    fc.property(
      fc.string().filter((name) => name.trim() !== ""),
      (name) => {
        const filled = fillTemplate(template, { ...fields, customer: name }, "en").paragraphs[0];
        expect(filled).toBe(`Dear ${name.replace(/\s+/g, " ").trim()},`);
      },
    ),
  );
});

test("names that are no field stay literal", () => {
  const odd: Template = { ...template, texts: { en: { name: "x", body: "{constructor} {x}" } } };
  expect(fillTemplate(odd, fields, "en")).toMatchObject({ paragraphs: ["{constructor} {x}"], missing: [] });
});

test("every missing field that a template writes is found again at send, in both languages", () => {
  const body = "{customer} {handler} {promisedDay} {subject} {department} {city} {commitment} {receivedDay} {contact}";
  const all: Template = { ...template, texts: { en: { name: "x", body }, fr: { name: "x", body } } };
  for (const language of ["en", "fr"]) {
    const words = (fillTemplate(all, {}, language).paragraphs[0] ?? "").match(/\[[^\]]+\]/g) ?? [];
    expect(words).toHaveLength(9);
    for (const word of words) expect(unfilledField(`<p>x ${word} y</p>`)).toBe(word);
  }
});

test.each([
  ["<p>Dear [customer's name],</p>", "[customer's name]"],
  ["<p>Dear [customer&#39;s name],</p>", "[customer's name]"],
  ["<p>Dear [customer&rsquo;s&nbsp;name],</p>", "[customer's name]"],
  ["<p>Dear [<b>customer’s</b> name],</p>", "[customer's name]"],
  ["Bonjour [nom du client],", "[nom du client]"],
  ["Reçu le [jour de r&eacute;ception]", "[jour de réception]"],
  ["By [Promised Day]", "[promised day]"],
  ["[ce qu’il nous faut savoir]", "[ce qu'il nous faut savoir]"],
])("unfilled: %s", (text, found) => {
  expect(unfilledField(text)).toBe(found);
});

test.each([
  ["an outside mark", "[External] Re: permit"],
  ["a note in brackets", "See the map [page 2] and [sic]"],
  ["the words without brackets", "the customer's name"],
  ["nothing", ""],
  ["a quoted html thread", '<p>Thanks</p><div id="divRplyFwdMsg">…</div><p>Dear [customer\'s name]</p>'],
  ["a quoted text thread", "Thanks\n________________________________\nDear [customer's name]"],
])("not unfilled: %s", (_, text) => {
  expect(unfilledField(text)).toBeNull();
});

test("days to promise are business days after today, nearest first", () => {
  const { calendar } = rulesOf();
  expect(promiseDays(calendar, at("Thu 2026-12-24 09:00"), 3)).toEqual([
    day("Mon 2026-12-28"),
    day("Tue 2026-12-29"),
    day("Wed 2026-12-30"),
  ]);
  expect(promiseDays(calendar, at("Sat 2026-11-21 09:00"), 1)).toEqual([day("Mon 2026-11-23")]);
});
