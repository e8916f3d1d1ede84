/** The chain from receipt to due date as data for other programs. */
import type { Due, DueExplanation } from "../deadline/due.ts";
import { isoOf } from "../time.ts";
import type { Language } from "./dates.ts";
import { ruleSentence } from "./why.ts";

/** The explanation with instants as ISO text in UTC and the rule as a sentence. */
export function chainAsData(explanation: DueExplanation, language: Language): object {
  const { receivedAt, effectiveReceipt, due, announced, ...rest } = explanation;
  return {
    receivedAt: isoOf(receivedAt),
    effectiveReceipt: isoOf(effectiveReceipt),
    ...rest,
    due: withIso(due),
    announced: announced === null ? null : withIso(announced),
    rule: ruleSentence(explanation, language),
  };
}

function withIso(due: Due): object {
  return { ...due, dueAt: isoOf(due.dueAt) };
}
