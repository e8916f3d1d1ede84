/** The account of an inquiry as lines of text: where it stands, by which chain, reply or exclusion, and on which facts. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import type { Account } from "../inquiry/account.ts";
import type { Outcome, StandingState } from "../inquiry/standing.ts";
import type { LocalDay } from "../time.ts";
import { dayInWords, type Language } from "./dates.ts";
import { explanationLines } from "./explanation.ts";
import { factLine, momentInWords, replyKindInWords } from "./facts.ts";

interface Words {
  readonly state: Record<StandingState, string>;
  readonly outcome: Record<NonNullable<Outcome> | "none", string>;
  readonly heading: (inquiry: string, state: string) => string;
  readonly because: Record<NonNullable<Account["met"]>["because"], string>;
  readonly met: (kind: string, moment: string, because: string, fact: string) => string;
  readonly unmet: string;
  readonly excluded: (reason: string, fact: string, afterDue: boolean) => string;
  readonly promise: (day: string, kept: boolean | null) => string;
  readonly restsOn: string;
  readonly setAside: string;
}

const words: Record<Language, Words> = {
  en: {
    state: {
      onTrack: "open, on track",
      dueSoon: "open, due soon",
      dueToday: "open, due today",
      overdue: "open, overdue",
      noDate: "open, measured and never due",
      repliedInTime: "replied on time",
      repliedLate: "replied late",
      replied: "replied, nothing was due",
      promised: "response time met, open as a promise",
      excluded: "off the clock",
    },
    outcome: {
      repliedOnTime: "Outcome: replied on time.",
      repliedLate: "Outcome: replied late, and stays so.",
      openOnTime: "Outcome: open, its due date has not passed; it is in no share yet.",
      openOverdue: "Outcome: open and overdue; it counts as not met.",
      none: "Outcome: none; it is in no share.",
    },
    heading: (inquiry, state) => `Inquiry ${inquiry}: ${state}`,
    because: {
      "counting.met": "which counting.met counts",
      replyTable: "which always meets the response time",
    },
    met: (kind, moment, because, fact) => `Response time met by ${kind}, ${moment}, ${because} (${fact}).`,
    unmet: "No reply has met the response time.",
    excluded: (reason, fact, afterDue) =>
      `Taken off the clock: ${reason} (${fact})${afterDue ? "; said after the due date" : ""}.`,
    promise: (day, kept) => `Promised for ${day}: ${kept === null ? "open" : kept ? "kept" : "broken"}.`,
    restsOn: "Rests on:",
    setAside: "Changes nothing:",
  },
  fr: {
    state: {
      onTrack: "ouverte, dans les temps",
      dueSoon: "ouverte, bientôt due",
      dueToday: "ouverte, due aujourd’hui",
      overdue: "ouverte, en retard",
      noDate: "ouverte, mesurée et jamais due",
      repliedInTime: "répondue à temps",
      repliedLate: "répondue en retard",
      replied: "répondue, rien n’était dû",
      promised: "délai respecté, ouverte comme promesse",
      excluded: "hors décompte",
    },
    outcome: {
      repliedOnTime: "Résultat : répondue à temps.",
      repliedLate: "Résultat : répondue en retard, et le reste.",
      openOnTime: "Résultat : ouverte, l’échéance n’est pas passée ; elle n’est encore dans aucune part.",
      openOverdue: "Résultat : ouverte et en retard ; elle compte comme non respectée.",
      none: "Résultat : aucun ; elle n’est dans aucune part.",
    },
    heading: (inquiry, state) => `Demande ${inquiry} : ${state}`,
    because: {
      "counting.met": "que counting.met compte",
      replyTable: "qui respecte toujours le délai",
    },
    met: (kind, moment, because, fact) => `Délai respecté par ${kind}, ${moment}, ${because} (${fact}).`,
    unmet: "Aucune réponse n’a respecté le délai.",
    excluded: (reason, fact, afterDue) =>
      `Retirée du décompte : ${reason} (${fact})${afterDue ? " ; dit après l’échéance" : ""}.`,
    promise: (day, kept) => `Promise pour ${day} : ${kept === null ? "ouverte" : kept ? "tenue" : "non tenue"}.`,
    restsOn: "Repose sur :",
    setAside: "Ne change rien :",
  },
};

/**
 * @param nothingDue the sentence to say where nothing is due
 * @param calendar the department's
 */
export function accountLines(
  { standing, explanation, met, excluded, restsOn, setAside }: Account,
  calendar: BusinessCalendar,
  nothingDue: string,
  language: Language,
  today: LocalDay,
): readonly string[] {
  const said = words[language];
  const { promise } = standing;
  const inside = [
    ...(explanation === null ? [nothingDue] : explanationLines(explanation, calendar, language, today)),
    met === null
      ? said.unmet
      : said.met(
          replyKindInWords(met.replyKind, language),
          momentInWords(met.at, calendar, language),
          said.because[met.because],
          met.fact,
        ),
    ...(excluded === null ? [] : [said.excluded(excluded.reason, excluded.fact, standing.excludedAfterDue)]),
    ...(promise === null ? [] : [said.promise(dayInWords(promise.day, language, today), promise.kept)]),
    said.outcome[standing.outcome ?? "none"],
    said.restsOn,
    ...restsOn.map((fact) => `  ${factLine(fact, calendar, language)}`),
    ...(setAside.length === 0 ? [] : [said.setAside]),
    ...setAside.map((fact) => `  ${factLine(fact, calendar, language)}`),
  ];
  return [said.heading(standing.inquiry, said.state[standing.state]), ...inside.map((line) => `  ${line}`)];
}
