/** The answer to "I wrote on …, by when?": the due date and its whole chain, or the sentence why there is none. */
import type { DueExplanation } from "../../domain/deadline/due.ts";
import { type DueQuestion, explainDue } from "../../domain/deadline/explain.ts";
import type { LocalDay } from "../../domain/time.ts";
import { chainAsData } from "../../domain/wording/chain.ts";
import type { Language } from "../../domain/wording/dates.ts";
import { type ExplanationParts, explanationParts } from "../../domain/wording/explanation.ts";
import { nothingDue } from "../../domain/wording/nothingDue.ts";

export interface Answer {
  readonly question: DueQuestion;
  /** "Reply due Wednesday, November 25, by 4:30 p.m.", or why nothing is due. */
  readonly sentence: string;
  /** What else to know: clocks that were set back, a provisional date, the announced one. */
  readonly notes: readonly string[];
  /** Null where nothing is due. */
  readonly due: { readonly explanation: DueExplanation; readonly said: ExplanationParts } | null;
}

/** @param note what the reading of the question has to say; @param today for saying years */
export function answerTo(question: DueQuestion, note: string | null, today: LocalDay, language: Language): Answer {
  const own = note === null ? [] : [note];
  const explanation = explainDue(question);
  if (explanation === null) return { question, sentence: nothingDue(question, language), notes: own, due: null };
  const said = explanationParts(explanation, question.calendar, language, today);
  return { question, sentence: said.due, notes: [...own, ...said.notes], due: { explanation, said } };
}

/** For /standard.json. */
export function answerAsData({ question, sentence, notes, due }: Answer, language: Language): object {
  const { channel, department } = question;
  return {
    channel,
    department: department ?? null,
    sentence,
    notes,
    chain: due === null ? null : chainAsData(due.explanation, language),
  };
}
