/** Why a reply is due when it is, in sentences: the rule, and each counted or skipped day by name. */
import { weekdayOf } from "../calendar/localDay.ts";
import type { DueExplanation, ExplainedDay } from "../deadline/due.ts";
import type { CountingRules, CountRule, DueRule, ReceiptRule } from "../policy/policy.ts";
import { closureInWords } from "./closureNames.ts";
import { shortDay, type Language } from "./dates.ts";
import { ordinal } from "./numbers.ts";

interface Words {
  readonly receipt: Record<ReceiptRule, string>;
  readonly count: Record<CountRule, string>;
  readonly nthDay: Record<CountRule, (nth: string) => string>;
  readonly due: Record<Exclude<DueRule, "minutes">, (day: string) => string>;
  readonly minutes: (days: number) => string;
  readonly weekend: string;
  readonly closed: string;
  readonly beforeReceipt: string;
  readonly dayZero: string;
  readonly counted: (number: number, of: number) => string;
}

const words: Record<Language, Words> = {
  en: {
    receipt: {
      hours: "A message that arrives outside office hours counts as received at the next opening",
      businessDay:
        "A message counts as received on the business day it arrives, at any hour; on a closed day, the next one",
      calendarDay: "A message counts as received on the day it arrives, whether the office is open or not",
    },
    count: {
      exclude: "the day it is received is not counted",
      include: "the day it is received is counted when it is a business day",
    },
    nthDay: { exclude: (nth) => `the ${nth} business day after`, include: (nth) => `the ${nth} business day` },
    due: {
      close: (day) => `the reply is due by closing time on ${day}`,
      midnight: (day) => `the reply is due by midnight at the end of ${day}`,
      sameTime: (day) => `the reply is due at the same time of day, within office hours, on ${day}`,
    },
    minutes: (days) =>
      `the reply is due when ${days === 1 ? "one business day" : `${days} business days`} of office time ${days === 1 ? "has" : "have"} passed`,
    weekend: "weekend",
    closed: "office closed",
    beforeReceipt: "arrived after closing",
    dayZero: "day zero: counts as received",
    counted: (number, of) => (number <= of ? `business day ${number} of ${of}` : `business day ${number}`),
  },
  fr: {
    receipt: {
      hours: "Un message qui arrive en dehors des heures de bureau compte comme reçu à l’ouverture suivante",
      businessDay:
        "Un message compte comme reçu le jour ouvrable où il arrive, à toute heure; un jour de fermeture, le jour ouvrable suivant",
      calendarDay: "Un message compte comme reçu le jour où il arrive, que le bureau soit ouvert ou non",
    },
    count: {
      exclude: "le jour de la réception n’est pas compté",
      include: "le jour de la réception est compté s’il est un jour ouvrable",
    },
    nthDay: { exclude: (nth) => `${nth} jour ouvrable suivant`, include: (nth) => `${nth} jour ouvrable` },
    due: {
      close: (day) => `la réponse est due au plus tard à la fermeture du ${day}`,
      midnight: (day) => `la réponse est due au plus tard à minuit, à la fin du ${day}`,
      sameTime: (day) => `la réponse est due à la même heure, pendant les heures de bureau, du ${day}`,
    },
    minutes: (days) =>
      `la réponse est due lorsque ${days === 1 ? "un jour ouvrable d’heures" : `${days} jours ouvrables d’heures`} de bureau se sont écoulés`,
    weekend: "fin de semaine",
    closed: "bureau fermé",
    beforeReceipt: "arrivé après la fermeture",
    dayZero: "jour zéro : compte comme jour de réception",
    counted: (number, of) => (number <= of ? `jour ouvrable ${number} de ${of}` : `jour ouvrable ${number}`),
  },
};

/** The policy's rule as one sentence, with the number of days it promises. */
export function ruleSentence(
  { counting, responseDays }: Pick<DueExplanation, "counting" | "responseDays">,
  language: Language,
): string {
  const { nthDay, minutes } = words[language];
  const lastDay = nthDay[counting.count](ordinal(responseDays, language));
  return `${[receiptClause(counting, language), ...dueClauses(counting, lastDay, minutes(responseDays), language)].join("; ")}.`;
}

/** What counts as received when, as a sentence without its full stop. */
export function receiptClause({ receipt }: CountingRules, language: Language): string {
  return words[language].receipt[receipt];
}

/**
 * How the days are counted and until when on the last one.
 *
 * @param lastDay "the second business day after", said after "on" or "du"
 * @param minutes what is said instead where office time is counted
 */
export function dueClauses(
  { count, due }: CountingRules,
  lastDay: string,
  minutes: string,
  language: Language,
): readonly string[] {
  const said = words[language];
  return due === "minutes" ? [minutes] : [said.count[count], said.due[due](lastDay)];
}

/** Why a skipped day does not count: its closure's name where there is one. */
export function skippedName({ day, skipped, name }: ExplainedDay, language: Language): string {
  const { weekend, closed, beforeReceipt } = words[language];
  if (name !== null) return closureInWords(name, language);
  if (skipped === "beforeReceipt") return beforeReceipt;
  const weekday = weekdayOf(day);
  return skipped === "weekend" && (weekday === "sat" || weekday === "sun") ? weekend : closed;
}

/**
 * One line of the chain: "Tue, Nov 24 – business day 1 of 2", "Sun, Nov 22 – weekend".
 *
 * @param responseDays how many business days the policy promises
 */
export function dayLine(explained: ExplainedDay, responseDays: number, language: Language): string {
  const { dayZero, counted } = words[language];
  const { day, number } = explained;
  const what =
    number === null ? skippedName(explained, language) : number === 0 ? dayZero : counted(number, responseDays);
  return `${shortDay(day, language)} – ${what}`;
}
