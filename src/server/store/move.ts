/** Moves everything that a database holds into an empty PostgreSQL database: all of it, or nothing. */
import { type Kysely, sql } from "kysely";
import { rebuild } from "./change.ts";
import { StoreUnusable } from "./factStore.ts";
import { historyReader } from "./policyHistory.ts";
import { postgresDatabase } from "./postgres.ts";
import { sqliteDatabase } from "./sqlite.ts";
import { closeToOthers } from "./sqliteFile.ts";
import type { Tables } from "./tables.ts";
import { postgresDialect, sqliteDialect, transaction } from "./transaction.ts";

export interface Moved {
  /** How many rows of each table. */
  readonly rows: ReadonlyMap<string, number>;
  /** How many daily counts were others in the old database than the facts say; the new one has them right. */
  readonly otherCounts: number;
}

/** Tables are taken from the database, not from a list: one that a later version adds moves too. */
type AnyTables = Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;

/** Ten columns each: PostgreSQL takes 65,535 values in one statement. */
const atOnce = 1000;

/**
 * Copies every row in one transaction, holds what the new database gives back against what it was given, and derives
 * everything there from the facts again. The SQLite file stays as it was; nobody can write to it meanwhile.
 *
 * @param url postgres://user:password@host/database; never printed
 * @throws StoreUnusable when the file is open elsewhere, the new database is not empty, a row came out another, or the
 *   server is lost meanwhile; the new database then holds what it held before
 */
export async function moveToPostgres(file: string, url: string): Promise<Moved> {
  closeToOthers(file);
  const from = await sqliteDatabase(file);
  try {
    const to = await postgresDatabase(url);
    try {
      return await transaction(from, sqliteDialect.change, (source) =>
        transaction(to, postgresDialect.change, (target) => moveAll(source, target)),
      );
    } catch (error) {
      throw error instanceof StoreUnusable ? error : brokenOff(error);
    } finally {
      await to.destroy();
    }
  } finally {
    await from.destroy();
  }
}

function brokenOff(error: unknown): StoreUnusable {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return new StoreUnusable("brokenOff", { reason: String(code ?? message) }, { cause: error });
}

async function moveAll(source: Kysely<Tables>, target: Kysely<Tables>): Promise<Moved> {
  const tables = (await source.introspection.getTables()).map(({ name }) => name);
  // Both were just brought to the same version.
  const moving = tables.filter((name) => name !== "schema_version");
  for (const table of moving) await checkEmpty(target, table);
  const rows = new Map<string, number>();
  for (const table of moving) {
    rows.set(table, await moveRows(anyTables(source), anyTables(target), table));
    // PostgreSQL would otherwise plan the rebuild as if the table were empty, and read all of it again and again.
    await sql`analyze ${sql.table(table)}`.execute(target);
  }
  if (rows.get("policy_version") === 0) throw new StoreUnusable("neverServed");
  return { rows, otherCounts: await rebuild(target, historyReader(), postgresDialect.given) };
}

async function checkEmpty(target: Kysely<Tables>, table: string): Promise<void> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target);
  if (rows.length > 0) throw new StoreUnusable("notEmpty", { table });
}

async function moveRows(source: Kysely<AnyTables>, target: Kysely<AnyTables>, table: string): Promise<number> {
  let moved = 0;
  let batch: AnyTables[string][] = [];
  const insert = async (): Promise<void> => {
    if (batch.length === 0) return;
    const stored = await target.insertInto(table).values(batch).returningAll().execute();
    if (canonical(stored) !== canonical(batch)) throw new StoreUnusable("changed", { table });
    moved += batch.length;
    batch = [];
  };
  for await (const row of source.selectFrom(table).selectAll().stream()) {
    batch.push(row);
    if (batch.length === atOnce) await insert();
  }
  await insert();
  return moved;
}

/** In any order; numbers as text, since PostgreSQL gives its 64-bit numbers so. */
function canonical(rows: readonly AnyTables[string][]): string {
  const texts = rows.map((row) => {
    const names = Object.keys(row).sort();
    return JSON.stringify(names.map((name) => [name, typeof row[name] === "number" ? String(row[name]) : row[name]]));
  });
  return texts.sort().join("\n");
}

function anyTables(database: Kysely<Tables>): Kysely<AnyTables> {
  return database as unknown as Kysely<AnyTables>;
}
