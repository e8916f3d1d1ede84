/** Opens a policy document from a file, with the calendars that it describes. */
import { readFile } from "node:fs/promises";
import { rulesOf, type Rules } from "../domain/inquiry/rules.ts";
import type { Problem, Result } from "../domain/time.ts";
import { orderWarnings } from "../domain/policy/findings.ts";
import type { Language } from "../domain/wording/dates.ts";
import { policyWords } from "../domain/wording/policyWords.ts";
import { errorCode, messageOf } from "./errorCode.ts";
import { words } from "./wording/words.ts";
import { servedPolicy } from "../server/currentPolicy.ts";
import { defaultPolicyFile } from "../server/defaultPolicy.ts";

/**
 * @param file a path; the default policy when undefined
 * @returns the policy with warnings, or every problem: an unreadable file, broken JSON, a mistake in the document
 */
export async function openPolicy(file: string | undefined, language: Language): Promise<Result<Rules>> {
  const text = await readText(file ?? defaultPolicyFile(), language);
  if (!text.ok) return text;
  const document = parsedJson(text.value, language);
  if (!document.ok) return document;
  return checkedDocument(document.value, language);
}

/** The same for a document at hand. Warns also where the clocks of its zones go back in office hours. */
export function checkedDocument(document: unknown, language: Language): Result<Rules> {
  const served = servedPolicy(document, language);
  if (!served.ok) return served;
  const { policy, zones } = served.value;
  const known = new Set(served.warnings.map(({ message }) => message));
  const order = orderWarnings(policy, policyWords[language], zones).filter(({ message }) => !known.has(message));
  return { ok: true, value: rulesOf(served.value), warnings: [...served.warnings, ...order] };
}

/** A text file; a missing one is a sentence, as any mistake on a command line. */
export async function readText(file: string, language: Language): Promise<Result<string>> {
  try {
    return { ok: true, value: (await readFile(file, "utf8")).replace(/^\uFEFF/, ""), warnings: [] };
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    const said = words[language];
    return {
      ok: false,
      problems: [problem(code === "ENOENT" ? said.noSuchFile(file) : said.unreadableFile(file, code))],
    };
  }
}

function parsedJson(text: string, language: Language): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown, warnings: [] };
  } catch (error) {
    return { ok: false, problems: [problem(words[language].notJson(placeOf(messageOf(error), text)))] };
  }
}

/** Where it stops being JSON, as far as the engine's message tells it. */
function placeOf(message: string, text: string): { readonly line: number; readonly column: number } | null {
  const position = /position (\d+)/.exec(message)?.[1] ?? (message.includes("end of JSON") ? text.length : null);
  if (position === null) return null;
  const before = text.slice(0, Number(position)).split("\n");
  return { line: before.length, column: (before[before.length - 1] ?? "").length + 1 };
}

function problem(message: string): Problem {
  return { path: "", message, severity: "error" };
}
