/** What one caller is shown: the standard as it is today, the figures, and the answer to what they asked. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Instant } from "../../domain/time.ts";
import type { Language } from "../../domain/wording/dates.ts";
import { type Answer, answerTo } from "./answer.ts";
import type { PublishedFigures } from "./figures.ts";
import { type Asked, type FieldProblem, readQuestion } from "./question.ts";
import { publishedStandard, type PublishedStandard } from "./standard.ts";

export interface Shown {
  readonly standard: PublishedStandard;
  readonly figures: PublishedFigures | null;
  /** Null when nothing was asked. */
  readonly asked: Asked | null;
  readonly answer: Answer | null;
  /** What keeps the question from being answered. */
  readonly problems: readonly FieldProblem[];
}

export function shownTo(
  { asked, language }: { readonly asked: Asked | null; readonly language: Language },
  rules: Rules,
  figures: PublishedFigures | null,
  at: Instant,
): Shown {
  const today = rules.calendar.localDay(at);
  const shown = { standard: publishedStandard(rules, today, language), figures, asked, answer: null, problems: [] };
  if (asked === null) return shown;
  const read = readQuestion(asked, rules, today, language);
  if (!read.ok) return { ...shown, problems: read.problems };
  return { ...shown, answer: answerTo(read.question, read.note, today, language) };
}
