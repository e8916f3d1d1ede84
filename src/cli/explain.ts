/** `civicreply explain`: the whole chain from receipt to due date, or the account of every inquiry in a file of facts. */
import { explainDue } from "../domain/deadline/explain.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import { chainAsData } from "../domain/wording/chain.ts";
import { explanationLines } from "../domain/wording/explanation.ts";
import { nothingDue } from "../domain/wording/nothingDue.ts";
import { explainFacts } from "./explainFacts.ts";
import { answerLines, isRefusal, type Line } from "./ndjson.ts";
import { allConfirmationLines, confirmationLines, openingCalendar } from "./opening.ts";
import { readOptions } from "./options.ts";
import { readQuestion, withZone } from "./question.ts";
import { answer, done, misuse, refuse, say, warn, wordsOf, type Terminal } from "./terminal.ts";

export async function explainCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const { language } = terminal;
  const options = {
    received: { type: "string" },
    channel: { type: "string" },
    department: { type: "string" },
    source: { type: "string" },
    facts: { type: "string" },
    at: { type: "string" },
    policy: { type: "string" },
    ndjson: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "explain");
  const { help, ndjson = false, received, channel, department, source, facts, at, policy } = asked.values;
  if (help === true) return answer(terminal, said.help.explain);
  if (facts !== undefined && received !== undefined) return misuse(terminal, said.sayOne, "explain");
  if (!ndjson && received === undefined && facts === undefined) return misuse(terminal, said.sayReceived, "explain");
  const office = await openingCalendar(terminal, policy);
  if (typeof office === "number") return office;
  if (facts !== undefined) return explainFacts(terminal, office, { file: facts, at, ndjson });
  if (ndjson) {
    warn(terminal, ...allConfirmationLines(terminal, office));
    return answerLines(terminal, (line) => chainOf(line, office, terminal));
  }

  const line = { receivedAt: withZone(received ?? "", office.calendar), channel, department, timeSource: source };
  const question = readQuestion(line, office, said);
  if (isRefusal(question)) return refuse(terminal, question.error);
  const { calendar } = question;
  const explanation = explainDue(question);
  const today = calendar.localDay(terminal.now());
  if (explanation === null) return answer(terminal, nothingDue(question, language));
  say(terminal, ...explanationLines(explanation, calendar, language, today), ...confirmationLines(terminal, calendar));
  return done;
}

function chainOf(line: Line, office: Rules, terminal: Terminal): object {
  const question = readQuestion(line, office, wordsOf(terminal));
  if (isRefusal(question)) return question;
  const explanation = explainDue(question);
  if (explanation === null) return { due: null, rule: nothingDue(question, terminal.language) };
  return chainAsData(explanation, terminal.language);
}
