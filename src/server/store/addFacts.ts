/** Keeps facts, each once, and what follows from them. */
import type { Kysely } from "kysely";
import type { Fact } from "../../domain/inquiry/fact.ts";
import type { History } from "../../domain/inquiry/inForce.ts";
import type { Taking } from "./factStore.ts";
import { fold, lockInquiries } from "./fold.ts";
import { columnsOf } from "./rows.ts";
import { factColumns, rowOf, type Tables } from "./tables.ts";
import type { Dialect } from "./transaction.ts";
import { stillTaken } from "./upkeep.ts";

/** @param connection in a transaction in which facts may be added */
export async function addFacts(
  connection: Kysely<Tables>,
  history: History,
  added: readonly Fact[],
  taking: Taking,
  dialect: Dialect,
): Promise<void> {
  const { given } = dialect;
  const taken = await stillTaken(connection, added, given);
  if (taken.length === 0) return;
  const names = taken.map(({ inquiry }) => inquiry);
  await lockInquiries(connection, names, dialect);
  const rows = taken.map((fact) => rowOf(fact, taking));
  const fresh = await connection
    .insertInto("fact")
    .columns(columnsOf(factColumns))
    .expression(given.rows(factColumns, rows))
    .onConflict((conflict) => conflict.columns(["inquiry", "id"]).doNothing())
    .returning("inquiry")
    .execute();
  await fold(connection, [...new Set(fresh.map(({ inquiry }) => inquiry))].sort(), history, given);
}
