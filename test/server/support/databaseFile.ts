/** SQLite files with facts in them, as a service leaves them behind, and what such a file holds. */
import { copyFileSync } from "node:fs";
import Database from "libsql";
import type { Fact } from "../../../src/domain/inquiry/fact.ts";
import type { FactStore } from "../../../src/server/store/factStore.ts";
import { copyDatabase } from "../../../src/server/store/backup.ts";
import { openSqlite } from "../../../src/server/store/sqlite.ts";
import { testNow } from "./issuer.ts";
import { town } from "./town.ts";

export const taking = { at: testNow, policyVersion: "2026-1" };

/*
 * libsql lets go of a closed file only once its statements are collected: what is to be found closed was never opened in
 * this process.
 */

/** A database that no connection of this process has open. */
export async function databaseFile(
  file: string,
  facts: readonly Fact[],
  work: (store: FactStore) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const workshop = `${file}.workshop`;
  const store = await openSqlite(workshop);
  await store.adopt(town(), testNow);
  await store.add(facts, taking);
  await work(store);
  await store.close();
  await copyDatabase(workshop, file);
  return file;
}

/** Every row of every table, in the file's own order; nobody has it open. */
export function rowsOf(file: string): Readonly<Record<string, readonly object[]>> {
  const read = `${file}.read`;
  copyFileSync(file, read);
  const opened = new Database(read);
  const tables = opened.prepare("select name from sqlite_master where type = 'table' order by name").all();
  const rows = (tables as readonly { readonly name: string }[]).map(
    ({ name }) => [name, opened.prepare(`select * from "${name}"`).all() as readonly object[]] as const,
  );
  opened.close();
  return Object.fromEntries(rows);
}
