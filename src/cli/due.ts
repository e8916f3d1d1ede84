/** `civicreply due`: when a reply is due. */
import { explainDue } from "../domain/deadline/explain.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import { isoOf } from "../domain/time.ts";
import { languageOf } from "../domain/wording/dates.ts";
import { dueSentence } from "../domain/wording/explanation.ts";
import { answerLines, isRefusal, type Line } from "./ndjson.ts";
import { openingPolicy } from "./opening.ts";
import { readOptions } from "./options.ts";
import { readQuestion, withZone } from "./question.ts";
import { answer, done, misuse, refuse, say, type Terminal } from "./terminal.ts";
import { nothingDue } from "./nothingDue.ts";

const usage = `civicreply due --received TIME [--channel ID] [options]
civicreply due --ndjson < lines

  --received TIME    2026-11-20T16:30:00-06:00, or "2026-11-20 16:30" in the city's own time
  --channel ID       the policy's channel; plain mail's when left out
  --department ID    a department with its own calendar or response times
  --policy FILE      the policy document; the package's default when left out
  --language TAG     en or fr
  --ndjson           in {"id","receivedAt","channel"}, out {"id","dueAt","dueDay","provisional"}, one a line;
                     dueAt and dueDay are null where nothing is due: the channel has no response
                     time, or the message came before the policy's countsFrom`;

export async function dueCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readOptions(args, {
    received: { type: "string" },
    channel: { type: "string" },
    department: { type: "string" },
    policy: { type: "string" },
    language: { type: "string" },
    ndjson: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if ("problem" in asked) return misuse(terminal, asked.problem, "due");
  const { help, ndjson, received, channel, department, policy, language: tag = "en" } = asked.values;
  if (help === true) return answer(terminal, usage);
  if (ndjson !== true && received === undefined)
    return misuse(terminal, "say when the message was received: --received TIME", "due");
  const language = languageOf(tag);
  const office = await openingPolicy(terminal, policy, language);
  if (typeof office === "number") return office;
  if (ndjson === true) return answerLines(terminal, (line) => dueOf(line, office));

  const line = { receivedAt: withZone(received ?? "", office.calendar), channel, department };
  const question = readQuestion(line, office);
  if (isRefusal(question)) return refuse(terminal, question.error);
  const explanation = explainDue(question);
  if (explanation === null) return answer(terminal, nothingDue(question, language));
  const { due } = explanation;
  const today = question.calendar.localDay(terminal.now());
  say(terminal, dueSentence(due, question.calendar, language, today), isoOf(due.dueAt));
  return done;
}

/** Instants in UTC, so that no reader needs a zone. */
function dueOf(line: Line, office: Rules): object {
  const question = readQuestion(line, office);
  if (isRefusal(question)) return question;
  const due = explainDue(question)?.due;
  if (due === undefined) return { dueAt: null, dueDay: null, provisional: false };
  return { dueAt: isoOf(due.dueAt), dueDay: due.dueDay, provisional: due.provisional };
}
