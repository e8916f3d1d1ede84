/** Where a command reads and writes, and in which language; the tests give one of their own. */
import type { Readable, Writable } from "node:stream";
import { instant, type Instant, type Problem } from "../domain/time.ts";
import type { Language } from "../domain/wording/dates.ts";
import { languageOfMachine, words, type Words } from "./wording/words.ts";

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
  readonly now: () => Instant;
  readonly language: Language;
}

/** Exit statuses of every command. */
export const done = 0;
/** Something asked for has no answer: a bad line, a policy with an error. */
export const refused = 1;
/** The command line itself cannot be understood. */
export const misused = 2;

export function processTerminal(): Terminal {
  return {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    now: () => instant(Date.now()),
    language: languageOfMachine(process.env),
  };
}

/** The catalogue in the terminal's language. */
export function wordsOf({ language }: Pick<Terminal, "language">): Words {
  return words[language];
}

export function say(terminal: Terminal, ...lines: readonly string[]): void {
  for (const line of lines) terminal.output.write(`${line}\n`);
}

export function warn(terminal: Terminal, ...lines: readonly string[]): void {
  for (const line of lines) terminal.errors.write(`civicreply: ${line}\n`);
}

/** "error at channels.email.responseDays: is 0, but must be …" */
export function problemLine({ path, message, severity }: Problem, said: Words): string {
  return said.problem(said.severity[severity], path, message);
}

/** Says the whole answer. */
export function answer(terminal: Terminal, ...lines: readonly string[]): number {
  say(terminal, ...lines);
  return done;
}

/** Says why there is no answer. */
export function refuse(terminal: Terminal, why: string): number {
  warn(terminal, why);
  return refused;
}

/** Says what is wrong with the command line and where the help is. */
export function misuse(terminal: Terminal, problem: string, command: string): number {
  warn(terminal, problem, wordsOf(terminal).helpHint(command));
  return misused;
}
