/** Scopes as a client asks for them, and the one resource that a request is for. */
import { apiScope } from "../people.ts";

export const graphResource = "https://graph.microsoft.com";

const oidc = new Set(["openid", "profile", "email", "offline_access"]);
const graphScopes = new Set([
  "User.Read",
  "User.ReadBasic.All",
  "Mail.ReadBasic",
  "Mail.Read",
  "Mail.ReadWrite",
  "Mail.ReadBasic.Shared",
  "Mail.Read.Shared",
  "Mail.ReadWrite.Shared",
  "MailboxSettings.Read",
  "MailboxSettings.ReadWrite",
]);

export type Resource = "api" | "graph";

export interface ScopeRequest {
  readonly resource: Resource;
  /** In the words of the request, without those of OpenID Connect. */
  readonly asked: readonly string[];
  /** Short names, as they stand in the token's scp. */
  readonly short: readonly string[];
}

export interface ScopeProblem {
  readonly code: "invalid_request" | "invalid_scope";
  readonly description: string;
}

function resourceOf(scope: string): Resource | null {
  if (scope === apiScope) return "api";
  return graphScopes.has(shortName(scope)) && (scope.startsWith(`${graphResource}/`) || !scope.includes("/"))
    ? "graph"
    : null;
}

export function shortName(scope: string): string {
  return scope.slice(scope.lastIndexOf("/") + 1);
}

/** Reads a request's scopes; more than one resource at once is refused as Entra does (AADSTS28000). */
export function scopesOf(text: string): ScopeRequest | ScopeProblem {
  const asked = text.split(/\s+/).filter((scope) => scope !== "" && !oidc.has(scope));
  const resources = new Set(asked.map(resourceOf));
  const unknown = asked.find((scope) => resourceOf(scope) === null);
  if (unknown !== undefined) {
    const description = `AADSTS70011: The provided value for the input parameter 'scope' is not valid. The scope ${unknown} does not exist.`;
    return { code: "invalid_scope", description };
  }
  if (resources.size > 1) {
    const description =
      "AADSTS28000: Provided value for the input parameter scope is not valid because it contains more than one resource.";
    return { code: "invalid_request", description: `${description} Scope ${text} is not valid.` };
  }
  const [resource = "graph"] = resources;
  return { resource: resource === "api" ? "api" : "graph", asked, short: asked.map(shortName) };
}

/** The scope that the sandbox's administrator allowed for everybody. */
export function isAllowedForAll(scope: string): boolean {
  return scope === apiScope;
}
