/** Whose token it is, and whether it is one for Graph: audience, issuer, expiry, signature. */
import { errors, jwtVerify } from "jose";
import type { Instant } from "../../domain/time.ts";
import type { Issuer } from "../issuer/issuer.ts";
import { graphResource } from "../issuer/scopes.ts";
import { people, type Person, tenantId } from "../people.ts";

export interface GraphCaller {
  readonly person: Person;
  readonly scopes: readonly string[];
}

/** @returns the caller, or Graph's own words for why not */
export async function graphCaller(
  authorization: string | undefined,
  issuer: Issuer,
  now: Instant,
): Promise<GraphCaller | string> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined) return "Access token is empty.";
  try {
    const { payload } = await jwtVerify(token, issuer.keySet, {
      algorithms: ["RS256"],
      issuer: issuer.graphAddress,
      audience: graphResource,
      currentDate: new Date(now),
      requiredClaims: ["exp", "oid", "tid", "scp"],
    });
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
}
