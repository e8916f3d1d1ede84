/** `civicreply holidays`: proposes a year's closures; nothing closes the office until it stands in the policy. */
import { importCalendar } from "../domain/calendar/icalendar.ts";
import { proposeClosures, type HolidayChoices, type ProposedClosure } from "../domain/calendar/holidays.ts";
import { languageOf, shortDay, type Language } from "../domain/wording/dates.ts";
import { holidayRuleInWords } from "../domain/wording/holidayRules.ts";
import { answerLines } from "./ndjson.ts";
import { readOptions } from "./options.ts";
import { readText } from "./policyFile.ts";
import { answer, done, misuse, problemLine, refused, say, warn, type Terminal } from "./terminal.ts";

const usage = `civicreply holidays YEAR [options]
civicreply holidays --ndjson < lines

  --easter-monday       closed on Easter Monday
  --christmas-closure   closed between Christmas and New Year
  --remembrance-stays   Remembrance Day on a weekend gives no weekday off
  --ics FILE            proposes the whole days of an iCalendar file that fall in YEAR instead
  --language TAG        en or fr
  --ndjson              out {"date","name","rule"}, one a line; without YEAR: in {"id","year"}, out {"id","closures"}`;

export async function holidaysCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readOptions(args, {
    "easter-monday": { type: "boolean" },
    "christmas-closure": { type: "boolean" },
    "remembrance-stays": { type: "boolean" },
    ics: { type: "string" },
    language: { type: "string" },
    ndjson: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if ("problem" in asked) return misuse(terminal, asked.problem, "holidays");
  const { values, positionals } = asked;
  if (values.help === true) return answer(terminal, usage);
  const language = languageOf(values.language ?? "en");
  const choices: HolidayChoices = {
    easterMonday: values["easter-monday"] === true,
    christmasClosure: values["christmas-closure"] === true,
    remembranceMoves: values["remembrance-stays"] !== true,
  };
  const [text, ...more] = positionals;
  if (text === undefined && values.ndjson === true && values.ics === undefined) {
    return answerLines(terminal, (line) => closuresOf(line["year"], choices, language));
  }
  const year = text === undefined ? null : readYear(text);
  if (year === null || more.length > 0)
    return misuse(terminal, "name one year from 1900 to 2199, such as 2027", "holidays");
  const closures =
    values.ics === undefined ? proposeClosures(year, choices) : await imported(values.ics, year, terminal);
  if (closures === null) return refused;
  const lines = closures.map((closure) =>
    values.ndjson === true ? JSON.stringify(asData(closure, language)) : inWords(closure, language),
  );
  if (values.ndjson !== true) say(terminal, heading(year, closures.length, language));
  say(terminal, ...lines);
  return done;
}

/** Proposals from an .ics file, or null after its problem was said. Events that are no whole days are warned of. */
async function imported(file: string, year: number, terminal: Terminal): Promise<readonly ProposedClosure[] | null> {
  const text = await readText(file);
  if (!text.ok) {
    warn(terminal, ...text.problems.map(problemLine));
    return null;
  }
  const { closures, unread } = importCalendar(text.value);
  warn(terminal, ...unread);
  return closures.filter(({ date }) => Number(date.slice(0, 4)) === year);
}

function closuresOf(year: unknown, choices: HolidayChoices, language: Language): object {
  const read = typeof year === "number" || typeof year === "string" ? readYear(String(year)) : null;
  if (read === null)
    return { error: `year is ${year === undefined ? "missing" : JSON.stringify(year)}: give one from 1900 to 2199` };
  return { closures: proposeClosures(read, choices).map((closure) => asData(closure, language)) };
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

function heading(year: number, count: number, language: Language): string {
  return language === "fr"
    ? `${count} fermetures proposées pour ${year}. Rien ne ferme le bureau avant d’être inscrit dans la politique.`
    : `${count} closures proposed for ${year}. Nothing closes the office until it stands in the policy.`;
}
