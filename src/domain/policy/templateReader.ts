/** Reads the texts of a policy: the commitment statement and the reply templates. */
import type { TemplateFields } from "../acknowledgement/draft.ts";
import type { Template } from "./policy.ts";
import { checked, listOf, object, oneOf, recordOf, text, type Reader } from "./reader.ts";
import { cited, id, language } from "./words.ts";

/** What a template may name in braces. */
const fieldNames: Readonly<Record<keyof TemplateFields, true>> = {
  customer: true,
  handler: true,
  promisedDay: true,
  subject: true,
  department: true,
  city: true,
  commitment: true,
  receivedDay: true,
  contact: true,
};

const body = checked(text("the template's text, paragraphs parted by an empty line"), (written) => {
  const unknown = [...written.matchAll(/\{([^{}]*)\}/g)]
    .map(([, name = ""]) => name)
    .find((name) => !(name in fieldNames));
  if (unknown === undefined) return null;
  return `names {${unknown}}, which is no field: use ${Object.keys(fieldNames)
    .map((name) => `{${name}}`)
    .join(", ")}`;
});

const templateText = object("a template's name and body", { name: text("the template's name"), body }, {});

const template: Reader<Template> = object(
  "a template with id, replyKind and texts",
  {
    id,
    replyKind: oneOf(["acknowledgement", "holding", "part", "answer"]),
    texts: checked(recordOf("the template's texts by language", language, templateText), atLeastOne("text")),
  },
  cited,
);

export const templates = checked(listOf("a list of templates", template), (list) => {
  const ids = list.map((one) => one.id);
  const twice = ids.find((one, index) => ids.indexOf(one) < index);
  return twice === undefined ? null : `has two templates with the id "${twice}": give each its own`;
});

export const commitment = object(
  "the commitment statement",
  { texts: checked(recordOf("the statement by language", language, text("the statement")), atLeastOne("text")) },
  cited,
);

function atLeastOne(what: string): (record: Readonly<Record<string, unknown>>) => string | null {
  return (record) => (Object.keys(record).length > 0 ? null : `is empty: give at least one ${what}`);
}
