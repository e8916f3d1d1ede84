/** What is said where no due date can be given. */
import type { DueQuestion } from "../deadline/explain.ts";
import { channelOf, isBeforeCounting } from "../policy/responseDays.ts";
import { dayInWords, type Language } from "./dates.ts";
import { nameIn } from "./names.ts";

interface Words {
  readonly beforeCounting: (first: string) => string;
  readonly noResponseTime: (channel: string, clause: string | undefined) => string;
}

const words: Record<Language, Words> = {
  en: {
    beforeCounting: (first) => `The policy counts messages from ${first} on: nothing is due for this one.`,
    noResponseTime: (channel, clause) =>
      `The policy promises no response time for “${channel}”${clause === undefined ? "" : ` (${clause})`}: the time to reply is measured, nothing is due.`,
  },
  fr: {
    beforeCounting: (first) => `La politique compte les messages à partir du ${first} : rien n’est dû pour celui-ci.`,
    noResponseTime: (channel, clause) =>
      `La politique ne promet aucun délai pour « ${channel} »${clause === undefined ? "" : ` (${clause})`} : le temps de réponse est mesuré, rien n’est dû.`,
  },
};

/** One sentence: the message came before the city began to count, or its channel is measured, never due. */
export function nothingDue({ policy, calendar, channel, receivedAt }: DueQuestion, language: Language): string {
  const said = words[language];
  const { countsFrom } = policy;
  const receivedDay = calendar.localDay(receivedAt);
  if (countsFrom !== undefined && isBeforeCounting(policy, receivedDay))
    return said.beforeCounting(dayInWords(countsFrom, language, receivedDay));
  const found = channelOf(policy, channel);
  return said.noResponseTime(found === null ? channel : nameIn(found, language), found?.clause);
}
