/** Who asks: read from a verified Entra v2 access token alone (never from anything else that the request says). */
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Role, roles } from "../../contract/me.ts";
import type { Instant } from "../../domain/time.ts";
import type { Refusal } from "../refusal.ts";

export interface IdentitySettings {
  readonly issuer: string;
  /** The API's client id (v2 tokens name the id, not api://…). */
  readonly audience: string;
  readonly tenant: string;
  /** Client ids (azp) that may call. */
  readonly clients: readonly string[];
  /** Short name of the scope, such as "access_as_user". */
  readonly scope: string;
}

/** The person for the length of one request; never logged, and stored nowhere but in the list of who looked. */
export interface Person {
  readonly tid: string;
  readonly oid: string;
  readonly roles: readonly Role[];
  readonly groups: readonly string[];
  /** As the directory has it, for the list of who looked; null where the token does not say. */
  readonly name: string | null;
}

export type Identified = { readonly person: Person } | { readonly refusal: Refusal };
export type TokenVerifier = (authorization: string | undefined) => Promise<Identified>;

/** The signing keys could not be had: our trouble, not the caller's. */
export class KeysUnavailable extends Error {
  override readonly name = "KeysUnavailable";
}

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i;
const claimCodes: Readonly<Record<string, Refusal["code"]>> = { iss: "issuer", aud: "audience", nbf: "notYetValid" };

function refusalOf(error: unknown): Refusal {
  if (error instanceof KeysUnavailable) return { code: "keysUnavailable" };
  if (error instanceof errors.JWTExpired) return { code: "expired" };
  if (error instanceof errors.JOSEAlgNotAllowed) return { code: "algorithm" };
  if (error instanceof errors.JWSSignatureVerificationFailed) return { code: "signature" };
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return { code: "unknownKey" };
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.reason === "missing") return { code: "missingClaim", values: { claim: error.claim } };
    return { code: claimCodes[error.claim] ?? "claim", values: { claim: error.claim } };
  }
  if (error instanceof errors.JOSEError) return { code: "malformedToken" };
  throw error;
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

/** What jose does not look at: tenant, token version, calling client, scope. */
function refusedClaim(claims: JWTPayload, settings: IdentitySettings): Refusal | null {
  if (claims["tid"] !== settings.tenant) return { code: "tenant" };
  if (claims["ver"] !== "2.0") return { code: "version" };
  if (!settings.clients.includes(String(claims["azp"]))) return { code: "client" };
  if (!String(claims["scp"]).split(" ").includes(settings.scope))
    return { code: "scope", values: { scope: settings.scope } };
  return null;
}

function personOf(claims: JWTPayload): Person {
  const named = words(claims["roles"]);
  return {
    tid: String(claims["tid"]),
    oid: String(claims["oid"]),
    roles: roles.filter((role) => named.includes(role)),
    groups: words(claims["groups"]),
    name: typeof claims["name"] === "string" ? claims["name"].slice(0, 200) : null,
  };
}

/** So long a token that was found good is not looked at again; a key that the issuer withdraws is refused after it. */
const rememberedMs = 60_000;
const mostRemembered = 10_000;
const toleranceSeconds = 60;

/**
 * Verifies a bearer token: signature (RS256 only), issuer, audience, tenant, version, client, scope and expiry,
 * with 60 seconds' tolerance for clocks that differ. One that is good is known for a minute, never past its expiry.
 *
 * @param keys the issuer's published keys
 * @param now the service's clock
 * @returns the person, or the reason for refusing; throws only on a bug
 */
export function tokenVerifier(settings: IdentitySettings, keys: JWTVerifyGetKey, now: () => Instant): TokenVerifier {
  const known = new Map<string, { readonly person: Person; readonly until: number }>();

  function remember(token: string, person: Person, { exp = 0 }: JWTPayload): void {
    const [oldest] = known.keys();
    if (known.size >= mostRemembered && oldest !== undefined) known.delete(oldest);
    known.set(token, { person, until: Math.min(now() + rememberedMs, (exp + toleranceSeconds) * 1000) });
  }

  return async (authorization) => {
    if (authorization === undefined) return { refusal: { code: "noToken" } };
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) return { refusal: { code: "malformedToken" } };
    const before = known.get(token);
    if (before !== undefined && now() < before.until) return { person: before.person };
    known.delete(token);
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ["RS256"],
        issuer: settings.issuer,
        audience: settings.audience,
        clockTolerance: toleranceSeconds,
        currentDate: new Date(now()),
        requiredClaims: ["exp", "iat", "oid", "tid", "scp"],
        typ: "JWT",
      });
      const refusal = refusedClaim(payload, settings);
      if (refusal) return { refusal };
      const person = personOf(payload);
      remember(token, person, payload);
      return { person };
    } catch (error) {
      return { refusal: refusalOf(error) };
    }
  };
}
