/** Can the database be used? Asked before the service starts, and answered in a sentence; nothing is changed. */
import { existsSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import Database from "libsql";
import pg from "pg";
import type { Problem } from "../../domain/time.ts";
import type { Language } from "../../domain/wording/dates.ts";
import { migrations } from "./migrations.ts";
import { storeSentence, type StoreProblem } from "./storeWording.ts";
import type { DatabasePlace } from "./openStore.ts";
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

async function newerProblem(database: Kysely<Tables>): Promise<StoreProblem | null> {
  const reached = await versionOf(database);
  const known = Math.max(...migrations.map(({ version }) => version));
  return reached > known ? { kind: "newer", values: { reached, known } } : null;
}

/** One folder may be missing: it is made at the start. */
async function writableFolder(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file));
  await access(existsSync(folder) ? folder : path.dirname(folder), constants.W_OK);
}

async function sqliteProblem(file: string): Promise<StoreProblem | null> {
  try {
    await writableFolder(file);
    if (!existsSync(file)) return null;
    const opened = new Database(file);
    const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: opened }) });
    try {
      opened.pragma("busy_timeout = 5000");
      opened.exec("begin immediate; rollback");
      return await newerProblem(database);
    } finally {
      await database.destroy();
    }
  } catch (error) {
    return { kind: "notWritable", values: { file, reason: codeOf(error) ?? String(error) } };
  }
}

/** An address may hold a password: PostgreSQL's messages are not repeated, only its codes. */
async function postgresProblem(url: string): Promise<StoreProblem | null> {
  let database: Kysely<Tables> | null = null;
  try {
    const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
    database = new Kysely({ dialect: new PostgresDialect({ pool }) });
    return await newerProblem(database);
  } catch (error) {
    return { kind: "noServer", values: { reason: codeOf(error) ?? "no answer" } };
  } finally {
    await database?.destroy();
  }
}

/** @returns what is wrong with the database and what to do, or null */
export async function databaseProblem(place: DatabasePlace, language: Language): Promise<Problem | null> {
  const isFile = place.kind === "sqlite";
  const problem = isFile ? await sqliteProblem(place.file) : await postgresProblem(place.url);
  if (problem === null) return null;
  const setting = isFile ? "CIVICREPLY_DATABASE" : "CIVICREPLY_DATABASE_URL";
  return { path: setting, message: storeSentence(problem, language), severity: "error" };
}
