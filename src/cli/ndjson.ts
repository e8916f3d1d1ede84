/** Newline-delimited JSON: one object a line in, one a line out, in the same order. */
import { once } from "node:events";
import { done, refused, wordsOf, type Terminal } from "./terminal.ts";

export type Line = Readonly<Record<string, unknown>>;

/** Why a line has no answer, for a person to read. */
export interface Refusal {
  readonly error: string;
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "error" in answer;
}

/**
 * Answers each line in its place, as it comes: a bad one with `{"id","error"}`, and the rest goes on. Blank lines are skipped.
 *
 * @param answer what follows the line's id in the answer
 * @returns the exit status: 1 when any line was bad
 */
export async function answerLines(terminal: Terminal, answer: (line: Line) => object): Promise<number> {
  let status = done;
  const answered = (text: string): string => {
    if (text.trim() === "") return "";
    const { id, body } = answerTo(text, answer, wordsOf(terminal).noObject);
    if (isRefusal(body)) status = refused;
    return `${JSON.stringify({ id, ...body })}\n`;
  };
  let rest = "";
  terminal.input.setEncoding("utf8");
  for await (const chunk of terminal.input as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    const answers = lines.map(answered).join("");
    if (answers !== "" && !terminal.output.write(answers)) await once(terminal.output, "drain");
  }
  terminal.output.write(answered(rest));
  return status;
}

function answerTo(
  text: string,
  answer: (line: Line) => object,
  noObject: string,
): { readonly id: unknown; readonly body: object } {
  const line = parsed(text);
  if (line === null) return { id: null, body: { error: noObject } };
  const id = typeof line["id"] === "string" || typeof line["id"] === "number" ? line["id"] : null;
  return { id, body: answer(line) };
}

function parsed(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Line) : null;
  } catch {
    return null;
  }
}
