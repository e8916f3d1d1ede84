/** `civicreply due`: when a reply is due. */
import type { Due } from "../domain/deadline/due.ts";
import { explainDue } from "../domain/deadline/explain.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import { isoOf } from "../domain/time.ts";
import { announcedSentence, dueSentence, provisionalSentence } from "../domain/wording/explanation.ts";
import { nothingDue } from "../domain/wording/nothingDue.ts";
import { answerLines, isRefusal, type Line } from "./ndjson.ts";
import { allConfirmationLines, confirmationLines, openingCalendar } from "./opening.ts";
import { readOptions } from "./options.ts";
import { readQuestion, withZone } from "./question.ts";
import { answer, done, misuse, refuse, say, warn, wordsOf, type Terminal } from "./terminal.ts";
import type { Words } from "./wording/words.ts";

export async function dueCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const { language } = terminal;
  const options = {
    received: { type: "string" },
    channel: { type: "string" },
    department: { type: "string" },
    policy: { type: "string" },
    ndjson: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "due");
  const { help, ndjson, received, channel, department, policy } = asked.values;
  if (help === true) return answer(terminal, said.help.due);
  if (ndjson !== true && received === undefined) return misuse(terminal, said.sayReceived, "due");
  const office = await openingCalendar(terminal, policy);
  if (typeof office === "number") return office;
  if (ndjson === true) {
    warn(terminal, ...allConfirmationLines(terminal, office));
    return answerLines(terminal, (line) => dueOf(line, office, said));
  }

  const line = { receivedAt: withZone(received ?? "", office.calendar), channel, department };
  const question = readQuestion(line, office, said);
  if (isRefusal(question)) return refuse(terminal, question.error);
  const { calendar } = question;
  const explanation = explainDue(question);
  if (explanation === null) return answer(terminal, nothingDue(question, language));
  const { due, announced } = explanation;
  const today = calendar.localDay(terminal.now());
  say(terminal, dueSentence(due, calendar, language, today), isoOf(due.dueAt));
  if (due.provisional) say(terminal, provisionalSentence(language));
  if (announced !== null) say(terminal, announcedSentence(announced, calendar, language, today));
  say(terminal, ...confirmationLines(terminal, calendar));
  return done;
}

/** Both dates in a period of high volume. */
function dueOf(line: Line, office: Rules, said: Words): object {
  const question = readQuestion(line, office, said);
  if (isRefusal(question)) return question;
  const explanation = explainDue(question);
  if (explanation === null) return { dueAt: null, dueDay: null, provisional: false };
  const { due, announced } = explanation;
  return { ...asLine(due), ...(announced === null ? {} : { announced: asLine(announced) }) };
}

/** Instants in UTC, so that no reader needs a zone. */
function asLine({ dueAt, dueDay, provisional }: Due): object {
  return { dueAt: isoOf(dueAt), dueDay, provisional };
}
