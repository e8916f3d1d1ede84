/** What a command says where no due date can be given. */
import type { DueQuestion } from "../domain/deadline/explain.ts";
import { channelOf, isBeforeCounting } from "../domain/policy/responseDays.ts";
import { dayInWords, type Language } from "../domain/wording/dates.ts";

/** One sentence: the message came before the city began to count, or its channel is measured, never due. */
export function nothingDue({ policy, calendar, channel, receivedAt }: DueQuestion, language: Language): string {
  const { countsFrom } = policy;
  const receivedDay = calendar.localDay(receivedAt);
  if (countsFrom !== undefined && isBeforeCounting(policy, receivedDay)) {
    const first = dayInWords(countsFrom, language, receivedDay);
    return language === "fr"
      ? `La politique compte les messages à partir du ${first} : rien n’est dû pour celui-ci.`
      : `The policy counts messages from ${first} on: nothing is due for this one.`;
  }
  const found = channelOf(policy, channel);
  const name = found?.names?.[language] ?? found?.name ?? channel;
  const clause = found?.clause === undefined ? "" : ` (${found.clause})`;
  return language === "fr"
    ? `La politique ne promet aucun délai pour « ${name} »${clause} : le temps de réponse est mesuré, rien n’est dû.`
    : `The policy promises no response time for “${name}”${clause}: the time to reply is measured, nothing is due.`;
}
