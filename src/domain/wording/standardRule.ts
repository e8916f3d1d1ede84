/** The rule of the published standard (Policy 6,030 §4.2), for whatever response time a channel has. */
import { minuteMs } from "../time.ts";
import type { Policy } from "../policy/policy.ts";
import { durationInWords, type Language } from "./dates.ts";
import { weekInWords } from "./officeHours.ts";
import { dueClauses, receiptClause } from "./why.ts";

interface Words {
  readonly hours: (week: string) => string;
  readonly lastDay: string;
  readonly minutes: (day: string) => string;
}

const words: Record<Language, Words> = {
  en: {
    hours: (week) => `Office hours are ${week}`,
    lastDay: "the last business day of the response time",
    minutes: (day) => `the reply is due when the response time has passed in office time, ${day} to a business day`,
  },
  fr: {
    hours: (week) => `Les heures de bureau sont ${week}`,
    lastDay: "dernier jour ouvrable du délai",
    minutes: (day) =>
      `la réponse est due lorsque le délai s’est écoulé en heures de bureau, à raison de ${day} par jour ouvrable`,
  },
};

/**
 * One sentence: office hours, what counts as received when, and, where any channel has a response time, how its days are
 * counted and until when on the last one.
 */
export function standardRule({ calendar, counting, channels }: Policy, language: Language): string {
  const { hours, lastDay, minutes } = words[language];
  const isPromised = Object.values(channels).some(({ responseDays }) => responseDays !== undefined);
  const day = durationInWords(calendar.nominalDayMinutes * minuteMs, language);
  const clauses = [
    hours(weekInWords(calendar.weekly, language)),
    uncapitalised(receiptClause(counting, language)),
    ...(isPromised ? dueClauses(counting, lastDay, minutes(day), language) : []),
  ];
  return `${clauses.join("; ")}.`;
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
