/** Transactions, as each database wants them begun. */
import { type Kysely, sql } from "kysely";
import { postgresRows, type RowsDialect, sqliteRows } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** Statements that begin a transaction. */
export interface Dialect {
  /** One that adds facts: SQLite has one writer, who is to wait at the beginning; PostgreSQL has many. */
  readonly add: string;
  /** One that changes what all inquiries go by; nobody adds facts meanwhile. */
  readonly change: string;
  /** One that reads, and sees the same in all its statements. */
  readonly read: string;
  /** True where several may add at once, so that rows must be locked. */
  readonly locksRows: boolean;
  readonly given: RowsDialect;
}

export const sqliteDialect: Dialect = {
  add: "begin immediate",
  change: "begin immediate",
  read: "begin",
  locksRows: false,
  given: sqliteRows,
};

export const postgresDialect: Dialect = {
  add: "begin; lock table policy_version in share mode",
  change: "begin; lock table policy_version in exclusive mode",
  read: "begin isolation level repeatable read read only",
  locksRows: true,
  given: postgresRows,
};

/** Work on one connection between `begin` and commit; whatever it throws undoes it all. */
export function transaction<T>(
  database: Kysely<Tables>,
  begin: string,
  work: (connection: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return database.connection().execute(async (connection) => {
    await sql.raw(begin).execute(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}
