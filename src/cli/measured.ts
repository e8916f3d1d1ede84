/** What a command says of a channel without a response time. */
import type { DueQuestion } from "../domain/deadline/explain.ts";
import { channelOf } from "../domain/policy/responseDays.ts";
import type { Language } from "../domain/wording/dates.ts";

/** One sentence: measured, never due. */
export function measuredOnly({ policy, channel }: DueQuestion, language: Language): string {
  const found = channelOf(policy, channel);
  const name = found?.names?.[language] ?? found?.name ?? channel;
  const clause = found?.clause === undefined ? "" : ` (${found.clause})`;
  return language === "fr"
    ? `La politique ne promet aucun délai pour « ${name} »${clause} : le temps de réponse est mesuré, rien n’est dû.`
    : `The policy promises no response time for “${name}”${clause}: the time to reply is measured, nothing is due.`;
}
