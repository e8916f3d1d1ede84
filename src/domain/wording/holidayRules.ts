/** Which rule made a proposed closure, in words. */
import type { HolidayRule } from "../calendar/holidays.ts";
import type { Language } from "./dates.ts";

const rules: Record<Language, Record<HolidayRule, string>> = {
  en: {
    generalHoliday: "general holiday, Employment Standards Code",
    customary: "optional, common in Alberta municipalities",
    substitute: "falls on a weekend: next weekday that is no holiday, the employer’s choice",
    substituteByLaw: "July 1 is a Sunday: July 2 by law",
    christmasClosure: "closed between Christmas and New Year, the employer’s choice",
    imported: "from the imported calendar",
  },
  fr: {
    generalHoliday: "jour férié général, Employment Standards Code",
    customary: "facultatif, courant dans les municipalités de l’Alberta",
    substitute: "tombe une fin de semaine : prochain jour de semaine non férié, au choix de l’employeur",
    substituteByLaw: "le 1er juillet est un dimanche : le 2 juillet selon la loi",
    christmasClosure: "fermé entre Noël et le jour de l’An, au choix de l’employeur",
    imported: "du calendrier importé",
  },
};

export function holidayRuleInWords(rule: HolidayRule, language: Language): string {
  return rules[language][rule];
}
