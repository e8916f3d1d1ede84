/** A due date and its whole chain as lines of text, in the city's zone. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import type { Due, DueExplanation, TimeSource } from "../deadline/due.ts";
import type { Instant, LocalDay } from "../time.ts";
import { dayInWords, shortDay, timeInWords, type Language } from "./dates.ts";
import { dayLine, ruleSentence } from "./why.ts";

const sources: Record<Language, Record<TimeSource, string>> = {
  en: {
    exchange: "by the mail server’s clock",
    header: "by the message’s headers",
    created: "by when the item was created",
    person: "as a person said",
  },
  fr: {
    exchange: "selon l’horloge du serveur de messagerie",
    header: "selon les en-têtes du message",
    created: "selon la création de l’élément",
    person: "selon une personne",
  },
};

const words = {
  en: {
    due: (day: string, time: string) => sentence(`Reply due ${day}, by ${time}`),
    provisional: "Provisional: the closures of that time are not yet confirmed.",
    announced: (day: string, time: string) => sentence(`As announced for a period of high volume: ${day}, by ${time}`),
    received: (moment: string, source: string) => `Received ${moment}, ${source}.`,
    counts: (moment: string) => sentence(`Counts as received ${moment}`),
    rule: "Rule",
    clause: "Clause",
    policy: (name: string, version: string) => `Policy: ${name}, version ${version}.`,
    zone: (zone: string, tzdata: string) => `Local times: ${zone} by tz database ${tzdata}.`,
  },
  fr: {
    due: (day: string, time: string) => `Réponse attendue ${day}, au plus tard à ${time}.`,
    provisional: "Date provisoire : les fermetures de cette période ne sont pas encore confirmées.",
    announced: (day: string, time: string) =>
      `Annoncé pour une période de fort volume : ${day}, au plus tard à ${time}.`,
    received: (moment: string, source: string) => `Reçu ${moment}, ${source}.`,
    counts: (moment: string) => `Compte comme reçu ${moment}.`,
    rule: "Règle",
    clause: "Article",
    policy: (name: string, version: string) => `Politique : ${name}, version ${version}.`,
    zone: (zone: string, tzdata: string) => `Heures locales : ${zone} selon la base tz ${tzdata}.`,
  },
} as const;

/** "Reply due Tuesday, November 24, by 4:30 p.m." */
export function dueSentence(due: Due, calendar: BusinessCalendar, language: Language, today?: LocalDay): string {
  return words[language].due(...dayAndTime(due, calendar, language, today));
}

/** "As announced for a period of high volume: Friday, November 27, by 4:30 p.m." */
export function announcedSentence(due: Due, calendar: BusinessCalendar, language: Language, today?: LocalDay): string {
  return words[language].announced(...dayAndTime(due, calendar, language, today));
}

/** "by the mail server's clock": where a time of receipt comes from. */
export function timeSourceInWords(source: TimeSource, language: Language): string {
  return sources[language][source];
}

/** That the date reaches past the last day whose closures are confirmed. */
export function provisionalSentence(language: Language): string {
  return words[language].provisional;
}

/** What is said of a due date and its chain, part by part. */
export interface ExplanationParts {
  readonly due: string;
  /** That the date is provisional, and the announced one, where that is so. */
  readonly notes: readonly string[];
  readonly received: string;
  /** When it counts as received, where that is another time. */
  readonly counts: string | null;
  /** One line a day, in the order of `explanation.days`. */
  readonly days: readonly string[];
  /** Rule, clause, policy and zone. */
  readonly sources: readonly string[];
}

/** The chain from receipt to due date. */
export function explanationParts(
  explanation: DueExplanation,
  calendar: BusinessCalendar,
  language: Language,
  today?: LocalDay,
): ExplanationParts {
  const said = words[language];
  const colon = language === "fr" ? " :" : ":";
  const { due, announced, receivedAt, effectiveReceipt, clause, responseDays } = explanation;
  const moment = (at: Instant): string =>
    `${shortDay(calendar.localDay(at), language)}, ${timeInWords(calendar.localMinutes(at), language)}`;
  return {
    due: dueSentence(due, calendar, language, today),
    notes: [
      ...(due.provisional ? [said.provisional] : []),
      ...(announced === null ? [] : [announcedSentence(announced, calendar, language, today)]),
    ],
    received: said.received(moment(receivedAt), timeSourceInWords(explanation.timeSource, language)),
    counts: effectiveReceipt === receivedAt ? null : said.counts(moment(effectiveReceipt)),
    days: explanation.days.map((day) => dayLine(day, responseDays, language)),
    sources: [
      `${said.rule}${colon} ${ruleSentence(explanation, language)}`,
      ...(clause === null ? [] : [`${said.clause}${colon} ${clause}.`]),
      said.policy(explanation.policyName, explanation.policyVersion),
      said.zone(calendar.zone.zone, explanation.tzdata),
    ],
  };
}

/** The same as lines of text, the due sentence first; indented lines are the days. */
export function explanationLines(...asked: Parameters<typeof explanationParts>): readonly string[] {
  const { due, notes, received, counts, days, sources } = explanationParts(...asked);
  const receipt = counts === null ? [received] : [received, counts];
  return [due, ...notes, ...receipt, ...days.map((line) => `  ${line}`), ...sources];
}

function dayAndTime(due: Due, calendar: BusinessCalendar, language: Language, today?: LocalDay): [string, string] {
  const time = timeInWords(calendar.localMinutes(due.dueAt), language);
  return [dayInWords(due.dueDay, language, today), time];
}

/** "4:30 p.m." ends a sentence by itself. */
function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
