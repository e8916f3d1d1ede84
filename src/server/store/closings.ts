/** Closed mailboxes: kept for good, so that what is told of them later leaves the clock too; while nobody adds facts. */
import { setImmediate as turn } from "node:timers/promises";
import { type Kysely, type SqlBool, sql } from "kysely";
import { evidenceOf } from "../../domain/inquiry/evidence.ts";
import { isInSharedMailboxOf } from "../../domain/inquiry/clock.ts";
import type { Fact } from "../../domain/inquiry/fact.ts";
import type { History } from "../../domain/inquiry/inForce.ts";
import type { Instant } from "../../domain/time.ts";
import { closingFact } from "../closingFact.ts";
import { addFacts } from "./addFacts.ts";
import type { Closing } from "./factStore.ts";
import { grouped } from "./fold.ts";
import type { Tables } from "./tables.ts";
import type { Dialect } from "./transaction.ts";

const prefix = "closing:";

/** The name and value under which it is kept: the same however often it is ordered. */
export function keptClosing(closing: Closing): readonly [string, string] {
  return [`${prefix}${closing.department}:${closing.from}`, JSON.stringify(closing)];
}

export async function closingsOf(connection: Kysely<Tables>): Promise<readonly Closing[]> {
  const rows = await connection.selectFrom("kept").select("value").where("name", "like", `${prefix}%`).execute();
  return rows.map(({ value }) => JSON.parse(value) as Closing).sort((a, b) => a.from - b.from);
}

/** As many as are held in memory at once. */
const atOnce = 500;

/**
 * Takes off the clock what waits in those mailboxes and arrived before they were closed.
 *
 * @returns how many inquiries
 */
export async function closeWaiting(
  connection: Kysely<Tables>,
  history: History,
  closings: readonly Closing[],
  at: Instant,
  dialect: Dialect,
): Promise<number> {
  const policyVersion = history.versions[history.versions.length - 1]?.rules.policy.version ?? "";
  let closed = 0;
  for (const closing of closings) {
    for await (const facts of factsWaiting(connection, closing)) {
      const mine = facts.filter((own) => isInSharedMailboxOf(evidenceOf(own).standing, closing.department));
      const added = mine.flatMap(([first]) => (first === undefined ? [] : [closingFact(first.inquiry, closing.from)]));
      if (added.length === 0) continue;
      const names = added.map(({ inquiry }) => inquiry);
      await addFacts(connection, history, [{ facts: added, taking: { at, policyVersion } }], dialect);
      closed += names.length - (await countWaiting(connection, names, dialect));
    }
  }
  return closed;
}

/** The facts of each inquiry that this department received before, and has, and that nobody answered. */
async function* factsWaiting(
  connection: Kysely<Tables>,
  { department, from }: Closing,
): AsyncGenerator<readonly (readonly Fact[])[]> {
  for (let after = ""; ;) {
    const page = await connection
      .selectFrom("inquiry")
      .select("inquiry")
      // In the very words of its index, which holds nothing else.
      .where(sql<SqlBool>`waiting = 1`)
      .where("department", "=", department)
      .where("received_at", "<", from)
      .where("inquiry", ">", after)
      .orderBy("inquiry")
      .limit(atOnce)
      .execute();
    const names = page.map(({ inquiry }) => inquiry);
    const last = names[names.length - 1];
    if (last === undefined) return;
    const facts = await connection.selectFrom("fact").selectAll().where("inquiry", "in", names).execute();
    yield [...grouped(facts).values()];
    after = last;
    await turn();
  }
}

/** Some go on waiting: a person has put them on the clock since. */
async function countWaiting(connection: Kysely<Tables>, names: readonly string[], { given }: Dialect): Promise<number> {
  const row = await connection
    .selectFrom("inquiry")
    .select((count) => count.fn.countAll().as("count"))
    .where(given.isAmong("inquiry", names))
    .where("waiting", "=", 1)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
