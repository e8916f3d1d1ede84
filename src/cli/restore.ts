/** `civicreply restore`: puts a backup in the place of the SQLite database. */
import { restore } from "../server/store/restore.ts";
import { databaseOptions, fileAsked, sayingWhyNot } from "./database.ts";
import { readOptions } from "./options.ts";
import { answer, misuse, wordsOf, type Terminal } from "./terminal.ts";

const options = { ...databaseOptions, from: { type: "string" } } as const;

export async function restoreCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "restore");
  const { help, from, ...place } = asked.values;
  if (help === true) return answer(terminal, said.help.restore);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "restore");
  if (from === undefined) return misuse(terminal, said.sayBackup, "restore");
  const file = await fileAsked(terminal, place);
  if (typeof file === "number") return file;
  return sayingWhyNot(terminal, async () => {
    const { contents, replaced } = await restore(from, file, terminal.now());
    const kept = replaced === null ? [] : [said.keptAs(replaced)];
    return answer(terminal, said.restored(file, contents.get("fact") ?? 0), ...kept);
  });
}
