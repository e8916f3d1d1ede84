/** `civicreply move`: everything that the SQLite database holds into an empty PostgreSQL database. */
import { moveToPostgres } from "../server/store/move.ts";
import { databaseOptions, fileAsked, sayingWhyNot } from "./database.ts";
import { readOptions } from "./options.ts";
import { answer, misuse, wordsOf, type Terminal } from "./terminal.ts";

const options = { ...databaseOptions, to: { type: "string" } } as const;

export async function moveCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, options, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "move");
  const { help, to, ...place } = asked.values;
  if (help === true) return answer(terminal, said.help.move);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "move");
  if (to === undefined || !/^postgres(ql)?:\/\//.test(to)) return misuse(terminal, said.sayServer, "move");
  const file = await fileAsked(terminal, place);
  if (typeof file === "number") return file;
  return sayingWhyNot(terminal, async () => {
    const { rows, otherCounts } = await moveToPostgres(file, to);
    const moved = said.moved(rows.get("fact") ?? 0, rows.get("inquiry") ?? 0);
    return answer(terminal, moved, said.rebuilt(otherCounts), said.serveFromThere(file));
  });
}
