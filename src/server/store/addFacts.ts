/** Keeps facts, each once, and what follows from them. */
import type { Kysely } from "kysely";
import type { Fact } from "../../domain/inquiry/fact.ts";
import type { History } from "../../domain/inquiry/inForce.ts";
import type { Taking } from "./factStore.ts";
import { fold, lockInquiries } from "./fold.ts";
import { keepTellers } from "./replyBy.ts";
import { columnsOf } from "./rows.ts";
import { factColumns, rowOf, type Tables } from "./tables.ts";
import type { Dialect } from "./transaction.ts";
import { stillTaken } from "./upkeep.ts";

/** What somebody told at once. */
export interface Added {
  readonly facts: readonly Fact[];
  readonly taking: Taking;
}

/** @param connection in a transaction in which facts may be added */
export async function addFacts(
  connection: Kysely<Tables>,
  history: History,
  added: readonly Added[],
  dialect: Dialect,
): Promise<void> {
  const { given } = dialect;
  const told = added.flatMap(({ facts, taking }) => facts.map((fact) => rowOf(fact, taking)));
  const rows = await stillTaken(connection, told, given);
  if (rows.length === 0) return;
  const names = rows.map(({ inquiry }) => inquiry);
  await lockInquiries(connection, names, dialect);
  await connection
    .insertInto("fact")
    .columns(columnsOf(factColumns))
    .expression(given.rows(factColumns, rows))
    .onConflict((conflict) => conflict.columns(["inquiry", "id"]).doNothing())
    .execute();
  // Those of facts that are known already come out as they were.
  await fold(connection, [...new Set(names)].sort(), history, given);
  await keepTellers(
    connection,
    history,
    added.flatMap(({ taking: { own } }) => own ?? []),
    given,
  );
}
