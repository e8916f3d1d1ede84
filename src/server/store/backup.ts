/** A copy of an SQLite database, made while others write to it, and put in its place only when it is whole. */
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { StoreUnusable } from "./factStore.ts";
import { checkOurs, fileErrorCode, openAsIs, rowCounts } from "./sqliteFile.ts";

/** How many rows each table of a copy has. */
export type Contents = ReadonlyMap<string, number>;

/**
 * Copies a database as it is at one moment (VACUUM INTO: readers and the one writer go on meanwhile), and checks the copy:
 * SQLite's own check finds nothing, and no table has fewer rows than the database had before and after. Only its owner
 * may read it. A copy that fails is removed.
 *
 * @param to nothing may be there
 * @throws StoreUnusable with what is wrong with either file
 */
export async function copyDatabase(from: string, to: string): Promise<Contents> {
  const source = openAsIs(from);
  try {
    checkOurs(source, from);
    // Made first, because SQLite would let others read it.
    await (await open(to, "wx", 0o600)).close();
    const before = rowCounts(source);
    source.prepare("vacuum into ?").run(path.resolve(to));
    const copied = checked(to, before, rowCounts(source));
    await sync(to);
    return copied;
  } catch (error) {
    await rm(to, { force: true });
    throw problemOf(error, from, to);
  } finally {
    source.close();
  }
}

function checked(file: string, before: Contents, after: Contents): Contents {
  const copy = openAsIs(file);
  try {
    checkOurs(copy, file);
    const [found] = copy.pragma("integrity_check") as readonly { readonly integrity_check: string }[];
    if (found?.integrity_check !== "ok")
      throw new StoreUnusable("damaged", { file, reason: found?.integrity_check ?? "" });
    const counts = rowCounts(copy);
    for (const [table, count] of before) {
      const kept = Math.min(count, after.get(table) ?? 0);
      const copied = counts.get(table) ?? 0;
      if (copied < kept) throw new StoreUnusable("incomplete", { table, copied, kept });
    }
    return counts;
  } finally {
    copy.close();
  }
}

/** SQLite leaves what VACUUM INTO writes to the machine's own time. */
async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}

function problemOf(error: unknown, from: string, to: string): unknown {
  const code = fileErrorCode(error);
  if (error instanceof StoreUnusable || code === null) return error;
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new StoreUnusable("damaged", { file: from, reason: code });
  return new StoreUnusable("notCopied", { file: to, reason: code }, { cause: error });
}

/**
 * Writes a backup. Under its name there is never half a file: it is written beside it, as FILE.partial, which the next
 * backup removes should this one be killed.
 *
 * @param replace whether a file of that name may be replaced, once the new one is whole
 * @throws StoreUnusable
 */
export async function backup(from: string, to: string, replace: boolean): Promise<Contents> {
  if (!replace && existsSync(to)) throw new StoreUnusable("taken", { file: to });
  const partial = `${to}.partial`;
  await rm(partial, { force: true });
  const contents = await copyDatabase(from, partial);
  if (!replace) await claim(to);
  await rename(partial, to);
  return contents;
}

/** Takes the name, so that what came to be there meanwhile is not replaced. */
async function claim(file: string): Promise<void> {
  try {
    await (await open(file, "wx", 0o600)).close();
  } catch (error) {
    if (fileErrorCode(error) !== "EEXIST") throw error;
    await rm(`${file}.partial`);
    throw new StoreUnusable("taken", { file });
  }
}
