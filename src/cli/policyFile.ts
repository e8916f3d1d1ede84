/** Opens a policy document from a file, with the calendars that it describes. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rulesOf, type Rules } from "../domain/inquiry/rules.ts";
import type { Problem, Result } from "../domain/time.ts";
import { errorCode, messageOf } from "./errorCode.ts";
import { servedPolicy } from "../server/currentPolicy.ts";

/** The policy that ships with the package; its sources and its compiled form stand at different depths. */
export function defaultPolicyFile(): string {
  let folder = new URL(".", import.meta.url);
  for (let up = 0; up < 5; up += 1) {
    const file = new URL("assets/policies/spruce-grove.json", folder);
    if (existsSync(file)) return fileURLToPath(file);
    folder = new URL("..", folder);
  }
  throw new Error("the package has no assets/policies/spruce-grove.json: install it again");
}

/**
 * @param file a path; the default policy when undefined
 * @returns the policy with warnings, or every problem: an unreadable file, broken JSON, a mistake in the document
 */
export async function openPolicy(file: string = defaultPolicyFile()): Promise<Result<Rules>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const document = parsedJson(text.value);
  if (!document.ok) return document;
  const served = servedPolicy(document.value);
  if (!served.ok) return served;
  return { ok: true, value: rulesOf(served.value), warnings: served.warnings };
}

/** A text file; a missing one is a sentence, as any mistake on a command line. */
export async function readText(file: string): Promise<Result<string>> {
  try {
    return { ok: true, value: (await readFile(file, "utf8")).replace(/^\uFEFF/, ""), warnings: [] };
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    const why = code === "ENOENT" ? "there is no such file: check the path" : `it cannot be read (${code})`;
    return { ok: false, problems: [problem(`${file}: ${why}`)] };
  }
}

function parsedJson(text: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown, warnings: [] };
  } catch (error) {
    const place = placeOf(messageOf(error), text);
    const message = `the file is not JSON: look${place} for a missing comma, quote or bracket`;
    return { ok: false, problems: [problem(message)] };
  }
}

/** " at line 3, column 5", as far as the engine's message tells it. */
function placeOf(message: string, text: string): string {
  const position = /position (\d+)/.exec(message)?.[1] ?? (message.includes("end of JSON") ? text.length : null);
  if (position === null) return "";
  const before = text.slice(0, Number(position)).split("\n");
  return ` at line ${before.length}, column ${(before[before.length - 1] ?? "").length + 1},`;
}

function problem(message: string): Problem {
  return { path: "", message, severity: "error" };
}
