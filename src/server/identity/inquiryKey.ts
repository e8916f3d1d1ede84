/** The tenant's key under which message ids become inquiry ids; handed to signed-in clients only. */
import { randomBytes } from "node:crypto";
import type { FactStore } from "../store/factStore.ts";

/**
 * The key from the settings, else the one in the database, made there once. Another key would give every
 * inquiry a second name, so the database's stays for good.
 *
 * @returns 32 bytes or more in base64url
 */
export async function inquiryKey(fromSettings: string | null, store: FactStore): Promise<string> {
  return fromSettings ?? (await store.keep("inquiryKey", randomBytes(32).toString("base64url")));
}
