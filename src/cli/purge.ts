/** `civicreply purge`: takes away what the policy's retention no longer keeps, as the service does once a day. */
import { machineClock } from "../server/clock.ts";
import { purgeOnce } from "../server/upkeep.ts";
import { databaseOptions, historyOf, withStore } from "./database.ts";
import { readOptions } from "./options.ts";
import { answer, misuse, wordsOf, type Terminal } from "./terminal.ts";

export async function purgeCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const said = wordsOf(terminal);
  const asked = readOptions(args, databaseOptions, said);
  if ("problem" in asked) return misuse(terminal, asked.problem, "purge");
  const { help, ...place } = asked.values;
  if (help === true) return answer(terminal, said.help.purge);
  const [extra] = asked.positionals;
  if (extra !== undefined) return misuse(terminal, said.unexpected(extra), "purge");
  return withStore(terminal, place, async (store) => {
    const { versions } = await historyOf(store);
    const newest = versions[versions.length - 1];
    if (newest === undefined) throw new RangeError("a history has a version");
    const { privacy } = newest.rules.policy;
    const inquiries = await purgeOnce(store, newest, machineClock);
    return answer(terminal, said.purged(inquiries, privacy?.retentionDays ?? null));
  });
}
