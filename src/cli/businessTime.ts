/** `civicreply business-time`: open time between two instants. */
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import type { Rules } from "../domain/inquiry/rules.ts";
import { instant, minuteMs } from "../domain/time.ts";
import { durationInWords } from "../domain/wording/dates.ts";
import { answerLines, isRefusal, type Line, type Refusal } from "./ndjson.ts";
import { openingCalendar } from "./opening.ts";
import { readOptions } from "./options.ts";
import { readDepartment, readInstant, withZone } from "./question.ts";
import { answer, done, misuse, refuse, say, warn, wordsOf, type Terminal } from "./terminal.ts";
import type { Words } from "./wording/words.ts";

interface OpenTime {
  readonly milliseconds: number;
  /** Whole minutes, truncated toward zero. */
  readonly minutes: number;
  /** True when it reaches past the last day whose closures are confirmed. */
  readonly provisional: boolean;
}

export async function businessTimeCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const options = {
    from: { type: "string" },
    to: { type: "string" },
    department: { type: "string" },
    policy: { type: "string" },
    ndjson: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  } as const;
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "business-time");
  const { help, ndjson, from, to, department, policy } = asked.values;
  if (help === true) return answer(terminal, said.help["business-time"]);
  const isWhole = from !== undefined && to !== undefined;
  if (ndjson !== true && !isWhole) return misuse(terminal, said.sayBetween, "business-time");
  const office = await openingCalendar(terminal, policy);
  if (typeof office === "number") return office;
  if (ndjson === true) return answerPairs(terminal, office, said);

  const instants = { from: withZone(from ?? "", office.calendar), to: withZone(to ?? "", office.calendar) };
  const found = openTime({ ...instants, department }, office, said);
  if (isRefusal(found)) return refuse(terminal, found.error);
  say(terminal, durationInWords(found.milliseconds, terminal.language), `${found.milliseconds} ms`);
  if (found.provisional) say(terminal, said.reachesPast);
  return done;
}

/** One warning for all lines, on standard error: standard output stays one object a line. */
async function answerPairs(terminal: Terminal, office: Rules, said: Words): Promise<number> {
  const reached = { past: false };
  const status = await answerLines(terminal, (line) => {
    const found = openTime(line, office, said);
    if (isRefusal(found)) return found;
    const { provisional, ...answered } = found;
    if (provisional) reached.past = true;
    return answered;
  });
  if (reached.past) warn(terminal, said.reachesPast);
  return status;
}

/** By the calendar of the line's department, else the city's. */
function openTime(line: Line, { policy, calendarOf }: Rules, said: Words): OpenTime | Refusal {
  const from = readInstant(line, "from", said);
  if (typeof from !== "number") return from;
  const to = readInstant(line, "to", said);
  if (typeof to !== "number") return to;
  const department = readDepartment(line, policy, said);
  if (isRefusal(department)) return department;
  const calendar = calendarOf(department);
  const milliseconds = calendar.businessTime(from, to);
  const provisional = isPastConfirmed(calendar, Math.max(from, to));
  return { milliseconds, minutes: Math.trunc(milliseconds / minuteMs) + 0, provisional };
}

function isPastConfirmed(calendar: BusinessCalendar, at: number): boolean {
  const { confirmedThrough } = calendar.settings;
  return confirmedThrough === undefined || calendar.localDay(instant(at)) > confirmedThrough;
}
