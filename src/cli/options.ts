/** Options of a command line, by node:util, with mistakes as values. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { errorCode, messageOf } from "./errorCode.ts";
import type { Words } from "./wording/words.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;

/** Options and positionals, or a sentence on what was not understood. */
export function readOptions<const O extends Options>(
  args: readonly string[],
  options: O,
  said: Words,
): Parsed<O> | { problem: string } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = errorCode(error);
    if (code?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
    return { problem: problemOf(code, messageOf(error), said) };
  }
}

/** Node says what is wrong in English alone; its message names the option in quotes, with its short form or <value>. */
function problemOf(code: string, message: string, said: Words): string {
  const option = (/'([^']*)'/.exec(message)?.[1] ?? "").replace(/^-\w, /, "").replace(/ <value>$/, "");
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return said.unknownOption(option);
  if (code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL") return said.unexpected(option);
  return message.includes("does not take an argument") ? said.takesNoValue(option) : said.needsValue(option);
}
