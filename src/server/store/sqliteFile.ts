/** An SQLite file as a whole: opened as it is, told apart from others, and closed to other programs. */
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import { StoreUnusable } from "./factStore.ts";
import { migrations } from "./migrations.ts";

const names = new Map(migrations.map(({ version, name }) => [version, name]));

/** SQLite's own code, such as SQLITE_FULL, or Node's, such as ENOSPC; null for a bug. */
export function fileErrorCode(error: unknown): string | null {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" && code !== "" ? code : null;
}

/**
 * Opens a file that is there, whatever its version; nothing is brought up to date. For writing where that is allowed: who
 * only reads cannot tidy away the files of the write-ahead log.
 *
 * @throws StoreUnusable when there is no such file or it may not be read
 */
export function openAsIs(file: string): Database.Database {
  if (!existsSync(file)) throw new StoreUnusable("missing", { file });
  try {
    return new Database(`${pathToFileURL(file).href}?mode=rw`);
  } catch (error) {
    throw new StoreUnusable("unreadable", { file, reason: String(error) }, { cause: error });
  }
}

/** @throws StoreUnusable when the file is no database of ours, or newer than the program */
export function checkOurs(opened: Database.Database, file: string): void {
  const versions = versionsIn(opened);
  const reached = Math.max(0, ...versions.map(({ version }) => version));
  const known = Math.max(...names.keys());
  const isOurs = versions.length > 0 && versions.every(({ version, name }) => (names.get(version) ?? name) === name);
  if (!isOurs) throw new StoreUnusable("notOurs", { file });
  if (reached > known) throw new StoreUnusable("newer", { reached, known });
}

interface VersionRow {
  readonly version: number;
  readonly name: string;
}

/** None where there is no such table, or the file is no database at all. */
function versionsIn(opened: Database.Database): readonly VersionRow[] {
  try {
    return opened.prepare("select version, name from schema_version").all() as readonly VersionRow[];
  } catch (error) {
    if (["SQLITE_ERROR", "SQLITE_NOTADB"].includes(fileErrorCode(error) ?? "")) return [];
    throw error;
  }
}

/** How many rows each table has. */
export function rowCounts(opened: Database.Database): ReadonlyMap<string, number> {
  const tables = opened
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all() as readonly { readonly name: string }[];
  return new Map(
    tables.map(({ name }) => {
      const { count } = opened.prepare(`select count(*) as count from "${name}"`).get() as { readonly count: number };
      return [name, count];
    }),
  );
}

/**
 * Writes the write-ahead log into the file and removes it. SQLite does so only while no other program has the file open,
 * so this also tells whether one has (https://www.sqlite.org/wal.html, "Backwards Compatibility").
 *
 * @throws StoreUnusable when another program has it open, or it cannot be read
 */
export function closeToOthers(file: string): void {
  const opened = openAsIs(file);
  try {
    opened.pragma("journal_mode = delete");
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    const isBusy = code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED");
    throw new StoreUnusable(isBusy ? "inUse" : "unclear", { file, reason: code }, { cause: error });
  } finally {
    opened.close();
  }
}
