/** Finds templates by words of their name or their text. */
import type { FilledTemplate } from "../../domain/acknowledgement/draft.ts";

/** So many are seen at a glance; above it a search is worth its room. */
export const glance = 5;

/**
 * The templates that hold every word that was typed, in their order; all where none was.
 *
 * @param typed what a person typed: case and accents do not matter, and a word may be a beginning or a middle
 * @param nameOf a template's name in the reader's language, by its id
 */
export function templatesWith(
  typed: string,
  templates: readonly FilledTemplate[],
  nameOf: (template: string) => string,
): readonly FilledTemplate[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return templates.filter(({ template, paragraphs }) => {
    const text = folded([nameOf(template), ...paragraphs].join(" "));
    return words.every((word) => text.includes(word));
  });
}

/** Without case and accents: "Réception" is found by "recep". */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
