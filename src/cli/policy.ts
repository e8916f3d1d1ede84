/** `civicreply policy check`: every problem of a policy document, and what the city still has to confirm. */
import type { Rules } from "../domain/inquiry/rules.ts";
import { openQuestions, type OpenQuestion } from "../domain/policy/openQuestions.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Language } from "../domain/wording/dates.ts";
import { offHoursSentence } from "../domain/wording/offHours.ts";
import { ruleSentence } from "../domain/wording/why.ts";
import { answerLines } from "./ndjson.ts";
import { allConfirmationLines, zoneLines } from "./opening.ts";
import { readOptions } from "./options.ts";
import { checkedDocument, openPolicy } from "./policyFile.ts";
import { answer, done, misuse, problemLine, refused, say, warn, wordsOf, type Terminal } from "./terminal.ts";
import { words } from "./wording/words.ts";

export async function policyCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, { ndjson: { type: "boolean" }, help: { type: "boolean", short: "h" } }, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "policy");
  const [verb, file, ...more] = asked.positionals;
  if (asked.values.help === true) return answer(terminal, said.help.policy);
  const ndjson = asked.values.ndjson === true;
  if (verb !== "check" || more.length > 0) return misuse(terminal, said.sayPolicyCheck, "policy");
  if (file === undefined && ndjson) return answerLines(terminal, (line) => checked(line["policy"], terminal));
  if (file === undefined) return misuse(terminal, said.sayPolicyFile, "policy");

  const opened = await openPolicy(file, terminal.language);
  const problems = opened.ok ? opened.warnings : opened.problems;
  const notices = opened.ok
    ? [...zoneLines(terminal, opened.value), ...allConfirmationLines(terminal, opened.value)]
    : [];
  if (ndjson) {
    say(terminal, ...problems.map(({ path, severity, message }) => JSON.stringify({ path, severity, message })));
    warn(terminal, ...notices);
  } else {
    const lines = problems.map((problem) => problemLine(problem, said));
    const head = opened.ok ? [...report(opened.value, terminal.language), ""] : [said.fileUnusable(file)];
    say(terminal, ...head, ...lines, ...notices);
  }
  return opened.ok ? done : refused;
}

function checked(document: unknown, terminal: Terminal): object {
  if (document === undefined) return { error: wordsOf(terminal).policyMissing };
  const read = checkedDocument(document, terminal.language);
  return { ok: read.ok, problems: read.ok ? read.warnings : read.problems };
}

/** What the policy promises, and what is open, the receipt rule first. */
function report({ policy }: Rules, language: Language): readonly string[] {
  const said = words[language];
  return [
    said.usable(policy.name, policy.version),
    ...Object.values(policy.channels).map(({ name, names, responseDays, clause }) =>
      said.promise(names?.[language] ?? name, responseDays, clause),
    ),
    said.figuresPublished(policy.privacy?.publishFigures ?? false),
    "",
    said.toConfirm,
    ...openQuestions(policy).map((one, index) => `${index + 1}. ${inWords(one, policy, language)}`),
  ];
}

/** A question in the reader's language where the policy has it; the first ends with what its rule does to evening mail. */
function inWords({ path, question: plain, questions }: OpenQuestion, { counting }: Policy, language: Language): string {
  const said = words[language];
  const question = questions?.[language] ?? plain;
  if (path !== "counting.receipt") return `${path}: ${question ?? said.marked}`;
  const rule = ruleSentence({ counting, responseDays: 2 }, language);
  return `${path}: ${question ?? said.receiptQuestion(rule)} ${offHoursSentence(counting, language)}`;
}
