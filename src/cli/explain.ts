/** `civicreply explain`: the whole chain from receipt to due date. */
import type { Due } from "../domain/deadline/due.ts";
import { explainDue } from "../domain/deadline/explain.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import { isoOf } from "../domain/time.ts";
import { languageOf, type Language } from "../domain/wording/dates.ts";
import { explanationLines } from "../domain/wording/explanation.ts";
import { ruleSentence } from "../domain/wording/why.ts";
import { nothingDue } from "./nothingDue.ts";
import { answerLines, isRefusal, type Line } from "./ndjson.ts";
import { openingPolicy } from "./opening.ts";
import { readOptions } from "./options.ts";
import { readQuestion, withZone } from "./question.ts";
import { answer, done, misuse, refuse, say, type Terminal } from "./terminal.ts";

const usage = `civicreply explain --received TIME [--channel ID] [options]
civicreply explain --ndjson < lines

  --received TIME    2026-11-20T16:30:00-06:00, or "2026-11-20 16:30" in the city's own time
  --channel ID       the policy's channel; plain mail's when left out
  --department ID    a department with its own calendar or response times
  --source NAME      where the time comes from: exchange, header, created, person
  --policy FILE      the policy document; the package's default when left out
  --language TAG     en or fr
  --ndjson           in {"id","receivedAt","channel"}, out the chain as data, one a line`;

export async function explainCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readOptions(args, {
    received: { type: "string" },
    channel: { type: "string" },
    department: { type: "string" },
    source: { type: "string" },
    policy: { type: "string" },
    language: { type: "string" },
    ndjson: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if ("problem" in asked) return misuse(terminal, asked.problem, "explain");
  const { help, ndjson, received, channel, department, source, policy, language: tag = "en" } = asked.values;
  if (help === true) return answer(terminal, usage);
  if (ndjson !== true && received === undefined)
    return misuse(terminal, "say when the message was received: --received TIME", "explain");
  const language = languageOf(tag);
  const office = await openingPolicy(terminal, policy, language);
  if (typeof office === "number") return office;
  if (ndjson === true) return answerLines(terminal, (line) => chainOf(line, office, language));

  const line = { receivedAt: withZone(received ?? "", office.calendar), channel, department, timeSource: source };
  const question = readQuestion(line, office);
  if (isRefusal(question)) return refuse(terminal, question.error);
  const explanation = explainDue(question);
  const today = question.calendar.localDay(terminal.now());
  if (explanation === null) say(terminal, nothingDue(question, language));
  else say(terminal, ...explanationLines(explanation, question.calendar, language, today));
  return done;
}

/** The explanation with instants as ISO text and the rule as a sentence. */
function chainOf(line: Line, office: Rules, language: Language): object {
  const question = readQuestion(line, office);
  if (isRefusal(question)) return question;
  const explanation = explainDue(question);
  if (explanation === null) return { due: null, rule: nothingDue(question, language) };
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
