/** Whose token it is, and whether it is one for Graph: audience, issuer, expiry, signature. */
import { errors, type JWTPayload, jwtVerify } from "jose";
import type { Instant } from "../../domain/time.ts";
import type { Issuer } from "../issuer/issuer.ts";
import { graphResource } from "../issuer/scopes.ts";
import { people, type Person, tenantId } from "../people.ts";

export interface GraphCaller {
  readonly person: Person;
  readonly scopes: readonly string[];
}

export interface TokenReader {
  /** @returns the caller, or Graph's own words for why not */
  callerOf(token: string | null, now: Instant): Promise<GraphCaller | string>;
}

/** Of signatures that were found right: checking one costs more than a whole request. */
const mostRemembered = 200;

export function tokenReader(issuer: Issuer): TokenReader {
  const signed = new Map<string, JWTPayload>();
  async function verified(token: string, now: Instant): Promise<JWTPayload> {
    const known = signed.get(token);
    if (known && now / 1000 < (known.exp ?? 0) && now / 1000 >= (known.nbf ?? 0)) return known;
    const { payload } = await jwtVerify(token, issuer.keySet, {
      algorithms: ["RS256"],
      issuer: issuer.graphAddress,
      audience: graphResource,
      currentDate: new Date(now),
      requiredClaims: ["exp", "oid", "tid", "scp"],
    });
    if (signed.size >= mostRemembered) signed.clear();
    signed.set(token, payload);
    return payload;
  }
  return {
    async callerOf(token, now) {
      if (token === null) return "Access token is empty.";
      try {
        const payload = await verified(token, now);
        const person = people.find(({ oid }) => oid === payload["oid"]);
        if (!person || payload["tid"] !== tenantId) return "Invalid audience.";
        return { person, scopes: String(payload["scp"]).split(" ") };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return "Lifetime validation failed, the token is expired.";
        if (error instanceof errors.JWTClaimValidationFailed && error.claim === "aud")
          return "Access token validation failure. Invalid audience.";
        if (error instanceof errors.JOSEError) return "Access token validation failure. Invalid token.";
        throw error;
      }
    },
  };
}

export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1] ?? null;
}
