/** A 401 that says what a better token must claim (continuous access evaluation, conditional access; graph.md §1). */
import { parsed } from "./answer.ts";

/**
 * The claims to ask a new token for, as MSAL takes them, or undefined when the challenge names none.
 *
 * @param challenge WWW-Authenticate, such as `Bearer realm="", error="insufficient_claims", claims="<base64 of JSON>"`
 */
export function claimsOf(challenge: string | null): string | undefined {
  const encoded = /(?:^|[\s,])claims="?([A-Za-z0-9+/_=-]+)"?/i.exec(challenge ?? "")?.[1];
  if (encoded === undefined) return undefined;
  try {
    const claims = atob(encoded.replace(/-/g, "+").replace(/_/g, "/"));
    return parsed(claims) === null ? undefined : claims;
  } catch {
    return undefined;
  }
}
