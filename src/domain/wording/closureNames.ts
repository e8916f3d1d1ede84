/** Closures by the names that proposals give them (calendar/holidays.ts), in French; a city's own names stay as it wrote them. */
import type { Language } from "./dates.ts";

const french: Readonly<Record<string, string>> = {
  "New Year's Day": "Jour de l’An",
  "Alberta Family Day": "Jour de la famille",
  "Good Friday": "Vendredi saint",
  "Easter Monday": "Lundi de Pâques",
  "Victoria Day": "Fête de la Reine",
  "Canada Day": "Fête du Canada",
  "Heritage Day": "Jour du patrimoine",
  "Labour Day": "Fête du Travail",
  "National Day for Truth and Reconciliation": "Journée nationale de la vérité et de la réconciliation",
  "Thanksgiving Day": "Action de grâce",
  "Remembrance Day": "Jour du Souvenir",
  "Christmas Day": "Noël",
  "Boxing Day": "Lendemain de Noël",
  "Christmas closure": "Congé des Fêtes",
};

/** "Remembrance Day (observed)" or "Jour du Souvenir (reporté)". */
export function closureInWords(name: string, language: Language): string {
  if (language === "en") return name;
  const [, plain = name, moved = ""] = /^(.*?)( \(observed\))?$/.exec(name) ?? [];
  const translated = french[plain];
  return translated === undefined ? name : translated + (moved === "" ? "" : " (reporté)");
}
