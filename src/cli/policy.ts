/** `civicreply policy check`: every problem of a policy document, and what the city still has to confirm. */
import { parsePolicy } from "../domain/policy/parsePolicy.ts";
import { openQuestions, type OpenQuestion } from "../domain/policy/openQuestions.ts";
import type { Policy, Channel } from "../domain/policy/policy.ts";
import { offHoursSentence } from "../domain/wording/offHours.ts";
import { ruleSentence } from "../domain/wording/why.ts";
import { answerLines } from "./ndjson.ts";
import { standing } from "./opening.ts";
import { readOptions } from "./options.ts";
import { openPolicy } from "./policyFile.ts";
import { answer, done, misuse, problemLine, refused, say, type Terminal } from "./terminal.ts";

const usage = `civicreply policy check FILE
civicreply policy check FILE --ndjson
civicreply policy check --ndjson < lines

  --ndjson   with FILE: out {"path","severity","message"} for each problem, one a line;
             without: in {"id","policy"}, out {"id","ok","problems"}

Exit status 1 when the policy cannot be used.`;

export async function policyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const asked = readOptions(args, { ndjson: { type: "boolean" }, help: { type: "boolean", short: "h" } });
  if ("problem" in asked) return misuse(terminal, asked.problem, "policy");
  const [verb, file, ...more] = asked.positionals;
  if (asked.values.help === true) return answer(terminal, usage);
  const ndjson = asked.values.ndjson === true;
  if (verb !== "check" || more.length > 0) return misuse(terminal, "write policy check FILE", "policy");
  if (file === undefined && ndjson) return answerLines(terminal, (line) => checked(line["policy"]));
  if (file === undefined) return misuse(terminal, "name the policy's file", "policy");

  const opened = await openPolicy(file);
  const problems = opened.ok ? opened.warnings : opened.problems;
  if (ndjson)
    say(terminal, ...problems.map(({ path, severity, message }) => JSON.stringify({ path, severity, message })));
  else if (opened.ok)
    say(
      terminal,
      ...report(opened.value.policy),
      "",
      ...problems.map(problemLine),
      ...standing(terminal, opened.value, "en"),
    );
  else say(terminal, `${file} cannot be used:`, ...problems.map(problemLine));
  return opened.ok ? done : refused;
}

function checked(document: unknown): object {
  if (document === undefined) return { error: 'policy is missing: give the document, {"id": …, "policy": {…}}' };
  const read = parsePolicy(document);
  return { ok: read.ok, problems: read.ok ? read.warnings : read.problems };
}

/** What the policy promises, and what is open, the receipt rule first. */
function report(policy: Policy): readonly string[] {
  return [
    `${policy.name}, version ${policy.version}: this policy can be used.`,
    ...Object.values(policy.channels).map(promise),
    "",
    "City to confirm:",
    ...openQuestions(policy).map((one, index) => `${index + 1}. ${inWords(one, policy)}`),
  ];
}

function promise({ name, responseDays, clause }: Channel): string {
  const source = clause === undefined ? "" : ` (${clause})`;
  if (responseDays === undefined) return `  ${name}: measured, never due${source}`;
  return `  ${name}: ${responseDays} business ${responseDays === 1 ? "day" : "days"}${source}`;
}

function inWords({ path, question }: OpenQuestion, { counting }: Policy): string {
  if (path !== "counting.receipt") return `${path}: ${question ?? "marked “city to confirm”."}`;
  const rule = ruleSentence({ counting, responseDays: 2 }, "en");
  const asked = question ?? `What counts as the day of receipt for evening and weekend mail? Here: ${rule}`;
  return `${path}: ${asked} ${offHoursSentence(counting, "en")}`;
}
