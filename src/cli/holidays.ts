/** `civicreply holidays`: proposes a year's closures; nothing closes the office until it stands in the policy. */
import { importCalendar } from "../domain/calendar/icalendar.ts";
import { proposeClosures, type HolidayChoices, type ProposedClosure } from "../domain/calendar/holidays.ts";
import { shortDay, type Language } from "../domain/wording/dates.ts";
import { holidayRuleInWords } from "../domain/wording/holidayRules.ts";
import { answerLines } from "./ndjson.ts";
import { allConfirmationLines, openingPolicy } from "./opening.ts";
import { readOptions } from "./options.ts";
import { readText } from "./policyFile.ts";
import { answer, done, misuse, problemLine, refused, say, warn, wordsOf, type Terminal } from "./terminal.ts";

export async function holidaysCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const options = {
    "easter-monday": { type: "boolean" },
    "christmas-closure": { type: "boolean" },
    "remembrance-stays": { type: "boolean" },
    ics: { type: "string" },
    policy: { type: "string" },
    ndjson: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "holidays");
  const { values, positionals } = asked;
  if (values.help === true) return answer(terminal, said.help.holidays);
  const [text, ...more] = positionals;
  const year = text === undefined ? null : readYear(text);
  const isStream = text === undefined && values.ndjson === true && values.ics === undefined;
  if (!isStream && (year === null || more.length > 0)) return misuse(terminal, said.sayYear, "holidays");
  const rules = await openingPolicy(terminal, values.policy);
  if (typeof rules === "number") return rules;
  const choices: HolidayChoices = {
    easterMonday: values["easter-monday"] === true,
    christmasClosure: values["christmas-closure"] === true,
    remembranceMoves: values["remembrance-stays"] !== true,
  };
  const notices = allConfirmationLines(terminal, rules);
  if (values.ndjson === true) warn(terminal, ...notices);
  if (year === null) return answerLines(terminal, (line) => closuresOf(line["year"], choices, terminal));
  const closures =
    values.ics === undefined ? proposeClosures(year, choices) : await imported(values.ics, year, terminal);
  if (closures === null) return refused;
  if (values.ndjson === true) {
    say(terminal, ...closures.map((closure) => JSON.stringify(asData(closure, terminal.language))));
    return done;
  }
  say(terminal, said.proposed(closures.length, year));
  say(terminal, ...closures.map((closure) => inWords(closure, terminal.language)), ...notices);
  return done;
}

/** Proposals from an .ics file, or null after its problem was said. Events that are no whole days are warned of. */
async function imported(file: string, year: number, terminal: Terminal): Promise<readonly ProposedClosure[] | null> {
  const said = wordsOf(terminal);
  const text = await readText(file, terminal.language);
  if (!text.ok) {
    warn(terminal, ...text.problems.map((problem) => problemLine(problem, said)));
    return null;
  }
  const { closures, unread } = importCalendar(text.value);
  warn(terminal, ...unread.map(({ name, why }) => said.unreadEvent(name, why)));
  return closures.filter(({ date }) => Number(date.slice(0, 4)) === year);
}

function closuresOf(year: unknown, choices: HolidayChoices, terminal: Terminal): object {
  const read = typeof year === "number" || typeof year === "string" ? readYear(String(year)) : null;
  if (read === null) return { error: wordsOf(terminal).year(year === undefined ? null : JSON.stringify(year)) };
  return { closures: proposeClosures(read, choices).map((closure) => asData(closure, terminal.language)) };
}

function readYear(text: string): number | null {
  return /^(19|20|21)\d\d$/.test(text) ? Number(text) : null;
}

function asData({ date, name, rule }: ProposedClosure, language: Language): object {
  return { date, name, rule: holidayRuleInWords(rule, language) };
}

function inWords({ date, name, rule }: ProposedClosure, language: Language): string {
  return `${date}  ${shortDay(date, language).padEnd(14)}  ${name} – ${holidayRuleInWords(rule, language)}`;
}
