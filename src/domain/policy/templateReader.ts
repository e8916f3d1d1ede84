/** Reads the texts of a policy: the commitment statement and the reply templates. */
import type { TemplateFields } from "../acknowledgement/draft.ts";
import type { Template } from "./policy.ts";
import { checked, listOf, object, oneOf, recordOf, text, type Reader } from "./reader.ts";
import type { Phrase } from "../wording/policyWords.ts";
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

const body = checked(
  text((said) => said.templateBody),
  (written) => {
    const unknown = [...written.matchAll(/\{([^{}]*)\}/g)]
      .map(([, name = ""]) => name)
      .find((name) => !(name in fieldNames));
    if (unknown === undefined) return null;
    const known = Object.keys(fieldNames).map((name) => `{${name}}`);
    return (said) => said.unknownTemplateField(unknown, known.join(", "));
  },
);

const templateText = object((said) => said.templateText, { name: text((said) => said.templateName), body }, {});

const template: Reader<Template> = object(
  (said) => said.template,
  {
    id,
    replyKind: oneOf(["acknowledgement", "holding", "part", "answer"]),
    texts: checked(
      recordOf((said) => said.templateTexts, language, templateText),
      someText,
    ),
  },
  cited,
);

export const templates = checked(
  listOf((said) => said.templates, template),
  (list) => {
    const ids = list.map((one) => one.id);
    const twice = ids.find((one, index) => ids.indexOf(one) < index);
    return twice === undefined ? null : (said) => said.templateTwice(twice);
  },
);

export const commitment = object(
  (said) => said.commitment,
  {
    texts: checked(
      recordOf(
        (said) => said.commitmentTexts,
        language,
        text((said) => said.statement),
      ),
      someText,
    ),
  },
  cited,
);

function someText(record: Readonly<Record<string, unknown>>): Phrase | null {
  return Object.keys(record).length > 0 ? null : (said) => said.noText;
}
