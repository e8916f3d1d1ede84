/** `civicreply rebuild`: derives everything from the facts again, and says how many counts were others. */
import { databaseOptions, historyOf, withStore } from "./database.ts";
import { readOptions } from "./options.ts";
import { answer, misuse, wordsOf, type Terminal } from "./terminal.ts";

export async function rebuildCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, databaseOptions, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "rebuild");
  const { help, ...place } = asked.values;
  if (help === true) return answer(terminal, said.help.rebuild);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "rebuild");
  return withStore(terminal, place, async (store) => {
    await historyOf(store);
    return answer(terminal, said.rebuilt(await store.rebuild()));
  });
}
