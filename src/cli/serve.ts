/** `civicreply serve`: runs the service until it is asked to end. */
import { runService } from "../server/main.ts";
import { readOptions } from "./options.ts";
import { answer, misuse, wordsOf, type Terminal } from "./terminal.ts";

const options = {
  port: { type: "string" },
  host: { type: "string" },
  policy: { type: "string" },
  database: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** @returns the exit code: 0 after an orderly end, 1 when the service could not start, 2 for options it does not know */
export async function serveCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "serve");
  const { help, ...named } = asked.values;
  if (help === true) return answer(terminal, said.help.serve);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "serve");
  const settings = Object.entries(named).map(([name, value]) => [`CIVICREPLY_${name.toUpperCase()}`, value] as const);
  const asEnvironment: NodeJS.ProcessEnv = Object.fromEntries(settings);
  return runService({ ...process.env, ...asEnvironment });
}
