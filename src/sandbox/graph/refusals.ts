/** What Graph answers before an operation is reached: no token, no such path, too much, not now (graph.md §1). */
import type { Instant } from "../../domain/time.ts";
import { accessDenied, type GraphAnswer, graphError } from "./exchange.ts";
import type { NoRoute } from "./routes.ts";

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';
const claims = Buffer.from('{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}').toString("base64");
/** Over a limit, as mail answers it (graph.md §1, Throttling). @param retryAfterS null: the header is left out */
export function throttled(now: Instant, retryAfterS: number | null, limit = "MailboxConcurrency"): GraphAnswer {
  const headers: Readonly<Record<string, string>> = retryAfterS === null ? {} : { "Retry-After": String(retryAfterS) };
  return graphError(429, "ApplicationThrottled", `Application is over its ${limit} limit.`, now, headers);
}

export function unavailable(now: Instant, retryAfterS: number | null): GraphAnswer {
  const headers: Readonly<Record<string, string>> = retryAfterS === null ? {} : { "Retry-After": String(retryAfterS) };
  return graphError(503, "serviceNotAvailable", "The service is temporarily unavailable.", now, headers);
}

export function timedOut(now: Instant): GraphAnswer {
  return graphError(504, "UnknownError", "Gateway timeout.", now);
}

export function unreadableBody(now: Instant): GraphAnswer {
  return graphError(400, "BadRequest", "Unable to read JSON request payload.", now);
}

/** @param wantsProof true: the refusal is a claims challenge (conditional access) */
export function unauthorised(message: string, now: Instant, wantsProof = false): GraphAnswer {
  const more = wantsProof ? `, error="insufficient_claims", claims="${claims}"` : "";
  return graphError(401, "InvalidAuthenticationToken", message, now, { "WWW-Authenticate": challenge + more });
}

export function noRoute(why: NoRoute, now: Instant): GraphAnswer {
  if (why === "denied") return accessDenied(now);
  if (why === "noUser") return graphError(404, "ErrorInvalidUser", "The requested user is invalid.", now);
  if (why === "otherMethod")
    return graphError(405, "BadRequest", "Specified HTTP method is not allowed for the request target.", now);
  return graphError(400, "BadRequest", "Resource not found for the segment.", now);
}
