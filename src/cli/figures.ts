/** `civicreply figures`: a team's figures worked out from facts again, each with the inquiries behind it. */
import { standingOf } from "../domain/inquiry/derive.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import { figuresOf, type Figure } from "../domain/timeliness/behind.ts";
import { momentInWords } from "../domain/wording/facts.ts";
import { readFacts } from "./factsFile.ts";
import { isRefusal } from "./ndjson.ts";
import { allConfirmationLines, openingCalendar } from "./opening.ts";
import { readOptions } from "./options.ts";
import { readDepartment, readMoment } from "./question.ts";
import { answer, done, misuse, refuse, refused, say, warn, wordsOf, type Terminal } from "./terminal.ts";

const options = {
  facts: { type: "string" },
  department: { type: "string" },
  at: { type: "string" },
  weeks: { type: "string" },
  policy: { type: "string" },
  ndjson: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export async function figuresCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "figures");
  const { help, facts, at, weeks = "4", policy, ndjson = false } = asked.values;
  if (help === true) return answer(terminal, said.help.figures);
  if (facts === undefined) return misuse(terminal, said.sayFacts, "figures");
  if (!/^[1-9]\d{0,2}$/.test(weeks) || Number(weeks) > 520) return misuse(terminal, said.sayWeeks, "figures");
  const rules = await openingCalendar(terminal, policy);
  if (typeof rules === "number") return rules;
  const department = readDepartment(asked.values, rules.policy, said);
  if (isRefusal(department)) return refuse(terminal, department.error);
  const now = readMoment(terminal, at, rules.calendar);
  if (isRefusal(now)) return refuse(terminal, now.error);
  const read = await readFacts(terminal, facts, now);
  if (read === null) return refused;

  const standings = [...read.inquiries.values()].flatMap((own): readonly Standing[] => {
    const standing = standingOf(own, rules, now);
    return standing === null ? [] : [standing];
  });
  const question = { rules, department, now, weeks: Number(weeks), sampleData: false };
  const figures = figuresOf(standings, question);
  const notices = allConfirmationLines(terminal, rules);
  if (ndjson) {
    say(terminal, ...read.refusals.map((refusal) => JSON.stringify(refusal)));
    say(terminal, ...figures.map(({ name, ...rest }) => JSON.stringify({ figure: name, ...rest })));
    warn(terminal, ...notices);
  } else {
    warn(terminal, ...read.refusals.map(({ error }) => error));
    const moment = momentInWords(now, rules.calendar, terminal.language);
    say(terminal, said.figuresAsOf(moment, Number(weeks), departmentName(rules, department, terminal)));
    say(terminal, ...figures.flatMap((figure) => inWords(figure, rules, terminal)), ...notices);
  }
  return read.refusals.length === 0 ? done : refused;
}

function departmentName({ policy }: Rules, id: string | null, { language }: Terminal): string | null {
  if (id === null) return null;
  const found = policy.departments?.[id];
  return found?.names?.[language] ?? found?.name ?? id;
}

/** The figure's name and value, and the inquiries behind it below. */
function inWords({ name, value, inquiries }: Figure, { policy }: Rules, terminal: Terminal): readonly string[] {
  const said = wordsOf(terminal);
  const names: Readonly<Record<string, string>> = said.figureNames;
  const [group = "", row, part = ""] = name.split(".");
  const isRow = group === "channels" || group === "weeks";
  const channel = policy.channels[row ?? ""];
  const rowName =
    group === "weeks" ? said.weekOf(row ?? "") : (channel?.names?.[terminal.language] ?? channel?.name ?? row ?? "");
  const label = isRow ? said.rowFigure(rowName, names[part] ?? part) : (names[name] ?? name);
  return [said.figure(label, value), ...inquiries.map((inquiry) => `  ${inquiry}`)];
}
