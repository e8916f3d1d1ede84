/** `civicreply serve`: runs the service until it is asked to end; with --check, only says whether it could. */
import type { Problem, Result } from "../domain/time.ts";
import { runService } from "../server/main.ts";
import type { Settings } from "../server/settings.ts";
import { readSettings } from "../server/settingsFile.ts";
import { readSite } from "../server/site.ts";
import { readOptions } from "./options.ts";
import { answer, done, misuse, problemLine, refused, say, wordsOf, type Terminal } from "./terminal.ts";

const options = {
  port: { type: "string" },
  host: { type: "string" },
  policy: { type: "string" },
  database: { type: "string" },
  settings: { type: "string" },
  check: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** @returns the exit code: 0 after an orderly end, 1 when the service could not start, 2 for options it does not know */
export async function serveCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "serve");
  const { help, check, settings: file, ...named } = asked.values;
  if (help === true) return answer(terminal, said.help.serve);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "serve");
  const given = Object.entries(named).map(([name, value]) => [`CIVICREPLY_${name.toUpperCase()}`, value] as const);
  const sources = { env: process.env, options: Object.fromEntries(given), file: file ?? null };
  const read = await readSettings(sources, terminal.language);
  return check === true ? checked(read, terminal) : runService(read, terminal);
}

/** Says every problem and warning, then the verdict: of the settings, and, when they can be understood, of what they name. */
async function checked(read: Result<Settings>, terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const site = read.ok ? await readSite(read.value, terminal.language) : read;
  const found: readonly Problem[] = [...(site.ok ? site.warnings : site.problems), ...(read.ok ? read.warnings : [])];
  say(terminal, ...found.map((one) => problemLine(one, said)), site.ok ? said.readyToStart : said.notReady);
  return site.ok ? done : refused;
}
