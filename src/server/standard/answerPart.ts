/** The answer in the page: the due date as one sentence, then the same chain as "Why this date?" in the pane. */
import type { ExplainedDay } from "../../domain/deadline/due.ts";
import { channelOf } from "../../domain/policy/responseDays.ts";
import { dayInWords, timeInWords } from "../../domain/wording/dates.ts";
import { nameIn } from "../../domain/wording/names.ts";
import type { Answer } from "./answer.ts";
import { escaped, type Html } from "../escaped.ts";
import type { PublishedStandard } from "./standard.ts";
import { words } from "./words.ts";

export function answerPart(standard: PublishedStandard, answer: Answer): Html {
  return escaped`<div class="answer" id="answer" tabindex="-1">
<p class="asked">${askedInWords(standard, answer)}</p>
<h3>${answer.sentence}</h3>
${answer.notes.map((note) => escaped`<p>${note}</p>\n`)}${chain(standard, answer)}</div>
`;
}

/** "E-mail, Monday, November 23, 3:10 p.m." */
function askedInWords({ language, today }: PublishedStandard, { question }: Answer): string {
  const { policy, calendar, channel, receivedAt } = question;
  const found = channelOf(policy, channel);
  return words[language].wrote(
    found === null ? channel : nameIn(found, language),
    dayInWords(calendar.localDay(receivedAt), language, today),
    timeInWords(calendar.localMinutes(receivedAt), language),
  );
}

function chain({ language }: PublishedStandard, { due }: Answer): Html | null {
  if (due === null) return null;
  const { explanation, said } = due;
  return escaped`<h4>${words[language].why}</h4>
${said.counts === null ? null : escaped`<p>${said.counts}</p>\n`}<ol class="days">
${explanation.days.map((day, index) => dayItem(day, said.days[index] ?? ""))}</ol>
${said.sources.map((line) => escaped`<p class="source">${line}</p>\n`)}`;
}

/** A filled dot with its number for a counted day, an open one for any other. */
function dayItem({ number }: ExplainedDay, line: string): Html {
  const isCounted = number !== null && number > 0;
  return escaped`<li class="${isCounted ? "counted" : "passed"}"><span class="dot" aria-hidden="true">${
    isCounted ? number : null
  }</span>${line}</li>
`;
}
