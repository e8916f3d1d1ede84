/** A template filled for one message. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import type { Template } from "../policy/policy.ts";
import type { Instant, LocalDay } from "../time.ts";
import { dayInWords, languageOf, type Language } from "../wording/dates.ts";
import type { FilledTemplate, TemplateFields } from "./draft.ts";
import { missingFieldWords } from "./unfilledField.ts";

type Field = keyof TemplateFields;

const fieldNames: readonly Field[] = [
  "customer",
  "handler",
  "promisedDay",
  "subject",
  "department",
  "city",
  "commitment",
  "receivedDay",
  "contact",
];

/**
 * Fills a template in one pass: what a customer wrote is never looked at for fields again, so a name such as
 * "{handler}" stays as it is. Names that are no field of ours stay literal too.
 *
 * @param language BCP 47 tag; a template without that language is filled in English, else in its first language
 * @returns paragraphs of plain text; a field without a value stands in them as "[customer's name]", and in `missing`
 */
export function fillTemplate(template: Template, fields: TemplateFields, language: string): FilledTemplate {
  const spoken = languageOf(language);
  const text =
    template.texts[language] ?? template.texts[spoken] ?? template.texts["en"] ?? Object.values(template.texts)[0];
  const written = textLanguage(template, text) ?? spoken;
  const missing = new Set<Field>();
  const fill = (paragraph: string): string =>
    paragraph.replace(/\{(\w+)\}/g, (literal, name: string) => {
      const field = fieldNames.find((candidate) => candidate === name);
      if (field === undefined) return literal;
      const value = valueOf(fields, field, written);
      if (value !== null) return value;
      missing.add(field);
      return `[${missingFieldWords[written][field]}]`;
    });
  return {
    template: template.id,
    replyKind: template.replyKind,
    // A text that names no day promises none, whatever day was offered.
    promisedDay: text?.body.includes("{promisedDay}") === true ? (fields.promisedDay ?? null) : null,
    paragraphs: (text?.body ?? "")
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map(fill),
    missing: [...missing],
  };
}

/** The next business days after today that a reply may promise, nearest first. */
export function promiseDays(calendar: BusinessCalendar, now: Instant, count: number): readonly LocalDay[] {
  const days: LocalDay[] = [];
  let day = calendar.localDay(now);
  while (days.length < count) {
    day = calendar.nextBusinessDay(day);
    days.push(day);
  }
  return days;
}

/** The words for missing fields follow the language of the text, not of the request. */
function textLanguage(template: Template, text: Template["texts"][string] | undefined): Language | null {
  const tag = Object.keys(template.texts).find((key) => template.texts[key] === text);
  return tag === undefined ? null : languageOf(tag);
}

/** Null when there is nothing to say. Line breaks in a subject or a name would break the paragraph. */
function valueOf(fields: TemplateFields, field: Field, language: Language): string | null {
  const value = fields[field]?.replace(/\s+/g, " ").trim() ?? "";
  if (value === "") return null;
  const isDay = field === "promisedDay" || field === "receivedDay";
  return isDay ? dayInWords(value as LocalDay, language, fields.receivedDay) : value;
}
