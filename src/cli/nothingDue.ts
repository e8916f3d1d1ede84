/** What a command says where no due date can be given. */
import type { DueQuestion } from "../domain/deadline/explain.ts";
import { channelOf, isBeforeCounting } from "../domain/policy/responseDays.ts";
import { dayInWords, type Language } from "../domain/wording/dates.ts";
import { words } from "./wording/words.ts";

/** One sentence: the message came before the city began to count, or its channel is measured, never due. */
export function nothingDue({ policy, calendar, channel, receivedAt }: DueQuestion, language: Language): string {
  const said = words[language];
  const { countsFrom } = policy;
  const receivedDay = calendar.localDay(receivedAt);
  if (countsFrom !== undefined && isBeforeCounting(policy, receivedDay))
    return said.beforeCounting(dayInWords(countsFrom, language, receivedDay));
  const found = channelOf(policy, channel);
  return said.noResponseTime(found?.names?.[language] ?? found?.name ?? channel, found?.clause);
}
