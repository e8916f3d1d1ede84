/** Options of a command line, by node:util, with mistakes as values. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { errorCode, messageOf } from "./errorCode.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;

/** Options and positionals, or a sentence on what was not understood. */
export function readOptions<const O extends Options>(
  args: readonly string[],
  options: O,
): Parsed<O> | { problem: string } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (errorCode(error)?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
    return { problem: `${(messageOf(error).split(/\. /)[0] ?? "").replace(/\.$/, "")}.` };
  }
}
