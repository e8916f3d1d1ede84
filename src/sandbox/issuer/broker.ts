/** What Outlook's account broker answers for a frame: the body of a NestedAppAuthResponse (facts on sign-in §2, §3). */
import * as z from "zod";
import { clientId, type Person, tenantId } from "../people.ts";
import type { Consents } from "./consents.ts";
import { type Issuer, tokenLifetimeS } from "./issuer.ts";
import { scopesOf, type ScopeRequest } from "./scopes.ts";

/** Written by msal-browser: an alias of the configured authority's host, or its cache is never hit. */
const environment = "login.microsoftonline.com";

export const brokerRequest = z.object({
  method: z.string(),
  tokenParams: z.object({
    clientId: z.string().optional(),
    scope: z.string().default(""),
    /** JSON text; always there, since msal-browser asks for optional claims of the id token. */
    claims: z.string().optional(),
  }),
  /** Of the frame that asks. */
  origin: z.string(),
  /** True when the person has just allowed it. */
  interactive: z.boolean().default(false),
});
export type BrokerRequest = z.infer<typeof brokerRequest>;

export type BrokerAnswer = Readonly<Record<string, unknown>> & { readonly success: boolean };

interface BrokerParts {
  readonly issuer: Issuer;
  readonly consents: Consents;
  /** The registered redirect: brk-multihub://<this origin>. */
  readonly addinOrigin: string;
}

/** A token for that person, or the refusal in the words that msal-browser understands. */
export async function broker(parts: BrokerParts, person: Person, request: BrokerRequest): Promise<BrokerAnswer> {
  const { tokenParams, interactive } = request;
  if (request.origin !== parts.addinOrigin) {
    return failed("PERSISTENT_ERROR", "untrusted_origin", "The origin is not valid for Nested App Auth.");
  }
  if (tokenParams.clientId !== clientId) {
    return failed(
      "PERSISTENT_ERROR",
      "unauthorized_client",
      "AADSTS700016: Application was not found in the directory.",
    );
  }
  const scopes = scopesOf(tokenParams.scope);
  if ("code" in scopes) return failed("PERSISTENT_ERROR", scopes.code, scopes.description);
  if (interactive) parts.consents.give(person, scopes.asked);
  const needed = interactionNeeded(parts.consents, person, scopes, tokenParams.claims);
  if (needed !== null && !interactive) return failed("USER_INTERACTION_REQUIRED", "invalid_grant", needed);
  return success(parts.issuer, person, scopes);
}

function interactionNeeded(
  consents: Consents,
  person: Person,
  { asked }: ScopeRequest,
  claims: string | undefined,
): string | null {
  const missing = asked.filter((scope) => !consents.has(person, scope));
  if (missing.length > 0) {
    return `AADSTS65001: The user or administrator has not consented to use the application. Missing: ${missing.join(" ")}`;
  }
  // Optional claims of the id token are no challenge; those of the access token are.
  return isChallenge(claims) ? "AADSTS50076: Conditional access asks for more proof." : null;
}

function isChallenge(claims: string | undefined): boolean {
  try {
    const read: unknown = JSON.parse(claims ?? "{}");
    return typeof read === "object" && read !== null && "access_token" in read;
  } catch {
    return false;
  }
}

async function success(issuer: Issuer, person: Person, scopes: ScopeRequest): Promise<BrokerAnswer> {
  const [access_token, id_token] = await Promise.all([issuer.accessToken(person, scopes), issuer.idToken(person)]);
  return {
    success: true,
    // In the words of the request: another spelling would miss msal-browser's cache at every later call.
    token: { access_token, id_token, expires_in: tokenLifetimeS, scope: scopes.asked.join(" "), properties: null },
    account: {
      environment,
      homeAccountId: `${person.oid}.${tenantId}`,
      localAccountId: person.oid,
      tenantId,
      username: person.address,
      name: person.name,
    },
  };
}

function failed(status: string, code: string, description: string): BrokerAnswer {
  const subError = code === "invalid_grant" ? { subError: "consent_required" } : {};
  return { success: false, error: { status, code, description, ...subError, properties: {} } };
}
