/** Can the database be used? Asked before the service starts, and answered in a sentence; nothing is changed. */
import { existsSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import Database from "libsql";
import pg from "pg";
import type { Problem } from "../../domain/time.ts";
import type { Settings } from "../settings.ts";
import type { StartWords } from "../startWording.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

function codeOf(error: unknown): string | null {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" ? code : null;
}

/** 0 where nothing was ever migrated: PostgreSQL's undefined_table, SQLite's message. */
async function versionOf(database: Kysely<Tables>): Promise<number> {
  try {
    const versions = await database.selectFrom("schema_version").select("version").execute();
    return Math.max(0, ...versions.map(({ version }) => version));
  } catch (error) {
    if (codeOf(error) === "42P01" || String(error).includes("no such table")) return 0;
    throw error;
  }
}

async function newerProblem(database: Kysely<Tables>, said: StartWords): Promise<string | null> {
  const reached = await versionOf(database);
  const known = Math.max(...migrations.map(({ version }) => version));
  return reached > known ? said.newerDatabase(reached, known) : null;
}

/** One folder may be missing: it is made at the start. */
async function writableFolder(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file));
  await access(existsSync(folder) ? folder : path.dirname(folder), constants.W_OK);
}

async function sqliteProblem(file: string, said: StartWords): Promise<string | null> {
  try {
    await writableFolder(file);
    if (!existsSync(file)) return null;
    const opened = new Database(file);
    const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: opened }) });
    try {
      opened.pragma("busy_timeout = 5000");
      opened.exec("begin immediate; rollback");
      return await newerProblem(database, said);
    } finally {
      await database.destroy();
    }
  } catch (error) {
    return said.noSqlite(file, codeOf(error) ?? String(error));
  }
}

/** An address may hold a password: PostgreSQL's messages are not repeated, only its codes. */
async function postgresProblem(url: string, said: StartWords): Promise<string | null> {
  let database: Kysely<Tables> | null = null;
  try {
    const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
    database = new Kysely({ dialect: new PostgresDialect({ pool }) });
    return await newerProblem(database, said);
  } catch (error) {
    return said.noPostgres(codeOf(error) ?? "no answer");
  } finally {
    await database?.destroy();
  }
}

/** @returns what is wrong with the database and what to do, or null */
export async function databaseProblem(database: Settings["database"], said: StartWords): Promise<Problem | null> {
  const isFile = database.kind === "sqlite";
  const message = isFile ? await sqliteProblem(database.file, said) : await postgresProblem(database.url, said);
  if (message === null) return null;
  return { path: isFile ? "CIVICREPLY_DATABASE" : "CIVICREPLY_DATABASE_URL", message, severity: "error" };
}
