/** Facts in PostgreSQL, for a city that already runs one. Several service processes may share it. */
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { type FactStore, StoreUnusable } from "./factStore.ts";
import { kyselyStore } from "./kyselyStore.ts";
import { migrate } from "./migrations.ts";
import type { Tables } from "./tables.ts";
import { postgresDialect } from "./transaction.ts";

/** Any number, the same in all processes of CivicReply: the advisory lock under which the schema changes. */
const lock = ["begin", "select pg_advisory_xact_lock(6030205077)"];

/**
 * @param url postgres://user:password@host/database; never printed
 * @param onLost told when an idle connection breaks; the pool opens another one by itself
 * @returns the database, brought up to the newest version
 * @throws StoreUnusable when the server cannot be reached or its database is newer than the program
 */
export async function postgresDatabase(
  url: string,
  onLost: (error: Error) => void = () => undefined,
): Promise<Kysely<Tables>> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  pool.on("error", onLost);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(database, lock);
    return database;
  } catch (error) {
    await database.destroy();
    if (error instanceof StoreUnusable) throw error;
    const { code } = error as { readonly code?: unknown };
    throw new StoreUnusable("noServer", { reason: typeof code === "string" ? code : "no answer" }, { cause: error });
  }
}

/** @throws StoreUnusable as `postgresDatabase` does */
export async function openPostgres(...place: Parameters<typeof postgresDatabase>): Promise<FactStore> {
  return kyselyStore(await postgresDatabase(...place), postgresDialect);
}
