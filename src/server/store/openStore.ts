/** Opens the store at whichever database the settings name. */
import type { FactStore } from "./factStore.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

/** A file, or an address that may hold a password. */
export type DatabasePlace =
  { readonly kind: "sqlite"; readonly file: string } | { readonly kind: "postgres"; readonly url: string };

/**
 * @param onLost told when an idle connection to a server breaks; another one is opened by itself
 * @throws StoreUnusable
 */
export function openStore(place: DatabasePlace, onLost?: (error: Error) => void): Promise<FactStore> {
  return place.kind === "sqlite" ? openSqlite(place.file) : openPostgres(place.url, onLost);
}
