/** `civicreply business-time`: open time between two instants. */
import type { Rules } from "../domain/inquiry/rules.ts";
import { minuteMs } from "../domain/time.ts";
import { durationInWords, languageOf } from "../domain/wording/dates.ts";
import { answerLines, isRefusal, type Line, type Refusal } from "./ndjson.ts";
import { openingPolicy } from "./opening.ts";
import { readOptions } from "./options.ts";
import { readDepartment, readInstant, withZone } from "./question.ts";
import { answer, done, misuse, refuse, say, type Terminal } from "./terminal.ts";

const usage = `civicreply business-time --from TIME --to TIME [options]
civicreply business-time --ndjson < lines

  --from, --to TIME  2026-11-20T16:30:00-06:00, or "2026-11-20 16:30" in the city's own time
  --department ID    a department with its own calendar
  --policy FILE      the policy document; the package's default when left out
  --language TAG     en or fr
  --ndjson           in {"id","from","to"}, and "department" if wanted, out {"id","milliseconds","minutes"}, one a line`;

interface OpenTime {
  readonly milliseconds: number;
  /** Whole minutes, truncated toward zero. */
  readonly minutes: number;
}

export async function businessTimeCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readOptions(args, {
    from: { type: "string" },
    to: { type: "string" },
    department: { type: "string" },
    policy: { type: "string" },
    language: { type: "string" },
    ndjson: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if ("problem" in asked) return misuse(terminal, asked.problem, "business-time");
  const { help, ndjson, from, to, department, policy, language: tag = "en" } = asked.values;
  if (help === true) return answer(terminal, usage);
  const isWhole = from !== undefined && to !== undefined;
  if (ndjson !== true && !isWhole)
    return misuse(terminal, "say between which times: --from TIME --to TIME", "business-time");
  const language = languageOf(tag);
  const office = await openingPolicy(terminal, policy, language);
  if (typeof office === "number") return office;
  if (ndjson === true) return answerLines(terminal, (line) => openTime(line, office));

  const instants = { from: withZone(from ?? "", office.calendar), to: withZone(to ?? "", office.calendar) };
  const found = openTime({ ...instants, department }, office);
  if (isRefusal(found)) return refuse(terminal, found.error);
  say(terminal, durationInWords(found.milliseconds, language), `${found.milliseconds} ms`);
  return done;
}

/** By the calendar of the line's department, else the city's. */
function openTime(line: Line, { policy, calendarOf }: Rules): OpenTime | Refusal {
  const from = readInstant(line, "from");
  if (typeof from !== "number") return from;
  const to = readInstant(line, "to");
  if (typeof to !== "number") return to;
  const department = readDepartment(line, policy);
  if (isRefusal(department)) return department;
  const milliseconds = calendarOf(department).businessTime(from, to);
  return { milliseconds, minutes: Math.trunc(milliseconds / minuteMs) + 0 };
}
