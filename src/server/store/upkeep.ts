/**
 * What is no longer kept: erased by an officer, withdrawn as private, past its retention; while nobody adds facts, so that
 * none comes back.
 */
import { type Kysely, type SqlBool, sql } from "kysely";
import { negated, summed } from "../../domain/timeliness/tally.ts";
import type { Instant } from "../../domain/time.ts";
import { addCounts, storedCounts } from "./fold.ts";
import type { RowsDialect } from "./rows.ts";
import type { FactRow, InquiryRow, Tables } from "./tables.ts";

/** @returns how many facts are gone; what it added to the totals goes with it, and nothing is taken of it any more */
export async function erase(
  connection: Kysely<Tables>,
  inquiry: string,
  at: Instant,
  given: RowsDialect,
): Promise<number> {
  const rows = await connection.selectFrom("inquiry").selectAll().where("inquiry", "=", inquiry).execute();
  await addCounts(connection, summed(negated(rows.flatMap(storedCounts))), given);
  await markErased(connection, rows, at);
  return drop(connection, rows);
}

/** As many as keep others from adding for a moment only. */
const atOnce = 500;

/**
 * Takes away the facts of some inquiries that were withdrawn at the last upkeep already, or were received before `before`
 * and are settled; what they counted stays.
 *
 * @returns how many inquiries; none when there are no more
 */
export async function retire(
  connection: Kysely<Tables>,
  before: Instant | null,
  at: Instant,
  given: RowsDialect,
): Promise<number> {
  const rows = await connection
    .selectFrom("inquiry")
    .selectAll()
    .where((row) =>
      before === null
        ? sql<SqlBool>`withdrawn > 0 and withdrawn = 2`
        : row.and([row("waiting", "=", 0), row("received_at", "<", before), row("version", "is not", null)]),
    )
    .orderBy("inquiry")
    .limit(atOnce)
    .execute();
  if (rows.length === 0) return 0;
  await addCounts(connection, summed(rows.flatMap(storedCounts)), given, "kept_count");
  if (before === null) await markErased(connection, rows, at);
  await drop(connection, rows);
  return rows.length;
}

/** What was withdrawn until now goes the next time: until then it can be taken back. */
export async function markWithdrawn(connection: Kysely<Tables>): Promise<void> {
  await sql`update inquiry set withdrawn = 2 where withdrawn > 0 and withdrawn = 1`.execute(connection);
}

async function markErased(connection: Kysely<Tables>, rows: readonly InquiryRow[], at: Instant): Promise<void> {
  if (rows.length === 0) return;
  await connection
    .insertInto("erased")
    .values(rows.map(({ inquiry }) => ({ inquiry, at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function drop(connection: Kysely<Tables>, rows: readonly InquiryRow[]): Promise<number> {
  const names = rows.map(({ inquiry }) => inquiry);
  if (names.length === 0) return 0;
  const gone = await connection.deleteFrom("fact").where("inquiry", "in", names).executeTakeFirst();
  for (const table of ["moved_date", "reply_by", "inquiry"] as const)
    await connection.deleteFrom(table).where("inquiry", "in", names).execute();
  return Number(gone.numDeletedRows);
}

/** Of facts that are told again after they were taken away, none may count a second time. */
export async function stillTaken(
  connection: Kysely<Tables>,
  facts: readonly FactRow[],
  given: RowsDialect,
): Promise<readonly FactRow[]> {
  const names = [...new Set(facts.map(({ inquiry }) => inquiry))];
  const erased = await connection
    .selectFrom("erased")
    .select("inquiry")
    .where(given.isAmong("inquiry", names))
    .execute();
  const gone = new Set(erased.map(({ inquiry }) => inquiry));
  const line = await connection
    .selectFrom("purge")
    .select("before")
    .orderBy("before", "desc")
    .limit(1)
    .executeTakeFirst();
  const before = Number(line?.before ?? 0);
  const left = facts.filter(({ inquiry }) => !gone.has(inquiry));
  const old = left.filter(({ at }) => Number(at) < before).map(({ inquiry }) => inquiry);
  if (old.length === 0) return left;
  const known = await connection.selectFrom("inquiry").select("inquiry").where(given.isAmong("inquiry", old)).execute();
  const kept = new Set(known.map(({ inquiry }) => inquiry));
  return left.filter(({ inquiry, at }) => Number(at) >= before || kept.has(inquiry));
}
