/** `civicreply backup`: a checked copy of the SQLite database, while the service goes on. */
import { backup } from "../server/store/backup.ts";
import { databaseOptions, fileAsked, sayingWhyNot } from "./database.ts";
import { readOptions } from "./options.ts";
import { answer, misuse, wordsOf, type Terminal } from "./terminal.ts";

const options = { ...databaseOptions, to: { type: "string" }, replace: { type: "boolean" } } as const;

export async function backupCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "backup");
  const { help, to, replace = false, ...place } = asked.values;
  if (help === true) return answer(terminal, said.help.backup);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "backup");
  if (to === undefined) return misuse(terminal, said.sayTo, "backup");
  const file = await fileAsked(terminal, place);
  if (typeof file === "number") return file;
  return sayingWhyNot(terminal, async () => {
    const contents = await backup(file, to, replace);
    return answer(terminal, said.backedUp(to, contents.get("fact") ?? 0));
  });
}
