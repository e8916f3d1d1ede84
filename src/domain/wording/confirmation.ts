/** The warning that the confirmed closures are running out, in words. */
import type { ConfirmationNotice } from "../policy/confirmation.ts";
import { dayInWords, type Language } from "./dates.ts";

/** One sentence on what is missing and what an administrator does about it. */
export function confirmationSentence({ confirmedThrough, daysLeft }: ConfirmationNotice, language: Language): string {
  if (confirmedThrough === null) {
    return language === "fr"
      ? "Aucune fermeture n’est confirmée : toutes les dates sont provisoires jusqu’à ce qu’un administrateur indique confirmedThrough dans la politique."
      : "No closures are confirmed: every date is provisional until an administrator sets confirmedThrough in the policy.";
  }
  const day = `${dayInWords(confirmedThrough, language)}${language === "fr" ? " " : ", "}${confirmedThrough.slice(0, 4)}`;
  if (language === "fr") {
    const verb = daysLeft < 0 ? "n’étaient confirmées que" : "ne sont confirmées que";
    return `Les fermetures ${verb} jusqu’au ${day} : les dates ultérieures sont provisoires jusqu’à ce qu’un administrateur confirme l’année suivante.`;
  }
  const verb = daysLeft < 0 ? "were" : "are";
  return `Closures ${verb} confirmed only through ${day}: later dates are provisional until an administrator confirms the next year.`;
}
