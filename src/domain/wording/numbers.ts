/** Small numbers as words. */
import type { Language } from "./dates.ts";

const ordinals: Record<Language, readonly string[]> = {
  en: ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
  fr: [
    "premier",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
  ],
};

/** "second" or "deuxième"; in figures above ten: "21st", "21e". */
export function ordinal(number: number, language: Language): string {
  const word = ordinals[language][number - 1];
  if (word !== undefined) return word;
  return language === "fr" ? `${number}e` : `${number}${englishSuffix(number)}`;
}

function englishSuffix(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  if (isTeen) return "th";
  return ["th", "st", "nd", "rd"][number % 10] ?? "th";
}

const cardinals: Record<Language, readonly string[]> = {
  en: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  fr: ["aucune", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
};

/** "two" or "deux" beside a noun (feminine in French: "une réponse"); in figures above ten. */
export function cardinal(number: number, language: Language): string {
  return cardinals[language][number] ?? String(number);
}

/** "1 business day", "5 jours ouvrables". */
export function businessDays(count: number, language: Language): string {
  if (language === "fr") return `${count} ${count === 1 ? "jour ouvrable" : "jours ouvrables"}`;
  return `${count} business ${count === 1 ? "day" : "days"}`;
}

/** A count in figures, such as "12,500" or "12 500". */
export function thousands(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === "fr" ? "\u202f" : ",");
}
