/** The database that a command works on: the one `serve` would use, or the file after --database. */
import { existsSync } from "node:fs";
import type { History } from "../domain/inquiry/inForce.ts";
import { readDatabase } from "../server/settingsFile.ts";
import { type FactStore, StoreUnusable } from "../server/store/factStore.ts";
import { type DatabasePlace, openStore } from "../server/store/openStore.ts";
import { storeSentence } from "../server/store/storeWording.ts";
import { problemLine, refuse, refused, warn, wordsOf, type Terminal } from "./terminal.ts";

/** Options that every such command takes. */
export const databaseOptions = {
  database: { type: "string" },
  settings: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** What the command line says of it. */
interface Asked {
  /** A file; else the settings name the database. */
  readonly database?: string | undefined;
  /** A file of settings. */
  readonly settings?: string | undefined;
}

/** @returns the place, or the exit status after what is wrong with the settings was said */
async function databaseAsked(terminal: Terminal, { database, settings }: Asked): Promise<DatabasePlace | number> {
  const options = database === undefined ? {} : { CIVICREPLY_DATABASE: database };
  const read = await readDatabase({ env: process.env, options, file: settings ?? null }, terminal.language);
  if (read.ok) return read.value;
  warn(terminal, ...read.problems.map((problem) => problemLine(problem, wordsOf(terminal))));
  return refused;
}

/** The same for what is done with an SQLite file alone. */
export async function fileAsked(terminal: Terminal, asked: Asked): Promise<string | number> {
  const place = await databaseAsked(terminal, asked);
  if (typeof place === "number") return place;
  return place.kind === "sqlite" ? place.file : refuse(terminal, wordsOf(terminal).fileOnly);
}

/** Work on a store that is there already, closed afterwards. @returns the work's exit status, or 1 after saying why not */
export async function withStore(
  terminal: Terminal,
  asked: Asked,
  work: (store: FactStore) => Promise<number>,
): Promise<number> {
  const place = await databaseAsked(terminal, asked);
  if (typeof place === "number") return place;
  return sayingWhyNot(terminal, async () => {
    if (place.kind === "sqlite" && !existsSync(place.file)) throw new StoreUnusable("missing", { file: place.file });
    const store = await openStore(place);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

/** @returns what `work` returns, or 1 after saying why the database cannot be used */
export async function sayingWhyNot(terminal: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnusable) return refuse(terminal, storeSentence(error.problem, terminal.language));
    throw error;
  }
}

/** @throws StoreUnusable when no policy was ever in force: nothing follows from facts then */
export async function historyOf(store: FactStore): Promise<History> {
  const history = await store.history();
  if (history.versions.length === 0) throw new StoreUnusable("neverServed");
  return history;
}
