/** A token issuer of our own: real RS256 tokens, right in every claim unless a test says otherwise. */
import { createLocalJWKSet, exportJWK, generateKeyPair, type JSONWebKeySet, type JWTVerifyGetKey, SignJWT } from "jose";
import type { IdentitySettings } from "../../../src/server/identity/verifier.ts";
import { at } from "../../support/time.ts";

export const identity: IdentitySettings = {
  issuer: "https://login.elmbend.example/6f1c0c52-0000-4000-8000-000000000001/v2.0",
  audience: "6f1c0c52-0000-4000-8000-0000000000aa",
  tenant: "6f1c0c52-0000-4000-8000-000000000001",
  clients: ["6f1c0c52-0000-4000-8000-0000000000aa"],
  scope: "access_as_user",
};

/** The instant at which the tests' service lives. */
export const testNow = at("Wed 2026-11-25 12:00");

export type Claims = Readonly<Record<string, unknown>>;

export interface TestIssuer {
  readonly jwks: JSONWebKeySet;
  readonly keys: JWTVerifyGetKey;
  /** A signed access token; a claim that is undefined is left out. */
  token(claims?: Claims, header?: Readonly<Record<string, string>>): Promise<string>;
  /** Signed by a key that is not published, under the name of the one that is. */
  forged(): Promise<string>;
}

export function goodClaims(): Claims {
  const seconds = Math.floor(testNow / 1000);
  return {
    iss: identity.issuer,
    aud: identity.audience,
    tid: identity.tenant,
    oid: "6f1c0c52-0000-4000-8000-0000000000e1",
    sub: "pairwise",
    azp: identity.clients[0],
    scp: "access_as_user",
    ver: "2.0",
    iat: seconds - 60,
    nbf: seconds - 65,
    exp: seconds + 3600,
  };
}

export async function testIssuer(kid = "key-1"): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const other = await generateKeyPair("RS256");
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, use: "sig", alg: "RS256" }] };
  const sign = (
    claims: Claims,
    key: typeof privateKey,
    header: Readonly<Record<string, string>> = {},
  ): Promise<string> =>
    new SignJWT(JSON.parse(JSON.stringify({ ...goodClaims(), ...claims })) as Record<string, unknown>)
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid, ...header })
      .sign(key);
  return {
    jwks,
    keys: createLocalJWKSet(jwks),
    token: (claims = {}, header = {}) => sign(claims, privateKey, header),
    forged: () => sign({}, other.privateKey),
  };
}
