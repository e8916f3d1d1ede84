/** The tenant's key under which message ids become inquiry ids; handed to signed-in clients only. */
import { createHmac, randomBytes } from "node:crypto";
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

/** A name under that key, as the add-in makes them: HMAC-SHA-256 of the text's UTF-8, base64url. */
export function namedUnder(key: string, text: string): string {
  return createHmac("sha256", Buffer.from(key, "base64url")).update(text).digest("base64url");
}
