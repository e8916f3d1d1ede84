/** The command's catalogue by language, and which language a machine asks for. */
import { languageOf, type Language } from "../../domain/wording/dates.ts";
import { english, type Words } from "./english.ts";
import { french } from "./french.ts";

export type { Words } from "./english.ts";

export const words: Readonly<Record<Language, Words>> = { en: english, fr: french };

/** By the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX, 8.2); English where they name no French. */
export function languageOfMachine(environment: Readonly<Record<string, string | undefined>>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return namedLanguage([LC_ALL, LC_MESSAGES, LANG].find((tag) => tag !== undefined && tag !== "") ?? "") ?? "en";
}

/** "en", "fr", "fr-CA" or "fr_CA.UTF-8"; null for any other. */
export function namedLanguage(tag: string): Language | null {
  const [, language] = /^(en|fr)(?:[-_.@]|$)/i.exec(tag) ?? [];
  return language === undefined ? null : languageOf(language);
}
