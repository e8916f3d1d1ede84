/** Facts in one SQLite file: write-ahead log, every commit synced to disk before it is answered. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { Kysely, SqliteDialect } from "kysely";
import Database from "libsql";
import { type FactStore, StoreUnusable } from "./factStore.ts";
import { kyselyStore } from "./kyselyStore.ts";
import { migrate } from "./migrations.ts";
import type { Tables } from "./tables.ts";
import { sqliteDialect } from "./transaction.ts";

const pragmas = [
  ...["journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000"],
  // Facts land all over the tree: a log and a cache of some thirty megabytes halve the time of a commit.
  ...["wal_autocheckpoint = 8000", "cache_size = -32000"],
];

function unusable(file: string, error: unknown): StoreUnusable {
  if (error instanceof StoreUnusable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnusable("notWritable", { file, reason }, { cause: error });
}

/** One folder, not a whole path: a mistyped one should be noticed (and Node never returns for some, such as /proc/x/y). */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== "EEXIST") throw error;
  });
}

/**
 * @returns the database, made where there is none and brought up to the newest version
 * @throws StoreUnusable when the file cannot be written, is no database, or is newer than the program
 */
export async function sqliteDatabase(file: string): Promise<Kysely<Tables>> {
  let database: Kysely<Tables> | null = null;
  try {
    await makeFolder(path.dirname(path.resolve(file)));
    const opened = new Database(file);
    database = new Kysely({ dialect: new SqliteDialect({ database: opened }) });
    for (const pragma of pragmas) opened.pragma(pragma);
    await migrate(database, ["begin immediate"]);
    return database;
  } catch (error) {
    await database?.destroy();
    throw unusable(file, error);
  }
}

/** @throws StoreUnusable as `sqliteDatabase` does */
export async function openSqlite(file: string): Promise<FactStore> {
  return kyselyStore(await sqliteDatabase(file), sqliteDialect);
}
