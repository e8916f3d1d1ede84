/** Puts a backup in the place of an SQLite database, and keeps what was there. */
import { existsSync } from "node:fs";
import { chmod, chown, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Instant } from "../../domain/time.ts";
import { type Contents, copyDatabase } from "./backup.ts";
import { closeToOthers } from "./sqliteFile.ts";

export interface Restored {
  readonly contents: Contents;
  /** Where the database is now that was there before; null when there was none. */
  readonly replaced: string | null;
}

/**
 * Restores a checked copy of a backup; until that is whole, the database stays as it is.
 *
 * @param now for the name of what is replaced, in UTC
 * @throws StoreUnusable when another program has the database open, or the backup is none of ours, newer or damaged
 */
export async function restore(from: string, database: string, now: Instant): Promise<Restored> {
  const isThere = existsSync(database);
  if (isThere) closeToOthers(database);
  const partial = `${database}.partial`;
  await rm(partial, { force: true });
  const contents = await copyDatabase(from, partial);
  await ownedLike(isThere ? database : path.dirname(path.resolve(database)), partial);
  // A service may have been started while the copy was made.
  if (isThere) closeToOthers(database);
  const kept = `${database}.replaced-${new Date(now).toISOString().replaceAll(":", "-")}`;
  // A log without its database would be taken for the new one's.
  for (const suffix of ["", "-wal", "-shm"])
    if (existsSync(database + suffix)) await rename(database + suffix, kept + suffix);
  await rename(partial, database);
  return { contents, replaced: isThere ? kept : null };
}

/** An administrator restores, the service's own account opens it. */
async function ownedLike(model: string, file: string): Promise<void> {
  const found = await stat(model);
  if (process.getuid?.() === 0) await chown(file, found.uid, found.gid);
  if (found.isFile()) await chmod(file, found.mode & 0o777);
}
