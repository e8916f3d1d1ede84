/** Tokens of some people, as the service verifies them: each request is another person's, so that nobody meets a limit. */
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { theMoment } from "./inventedFacts.ts";

export const identity = {
  issuer: "https://login.elmbend.example/v2.0",
  ...{ audience: "api", tenant: "tenant", clients: ["api"], scope: "access_as_user" },
};

export interface Tokens {
  /** Public. */
  readonly key: JWK;
  readonly authorization: () => string;
}

const people = 50;

export async function tokens(): Promise<Tokens> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const all = await Promise.all(Array.from({ length: people }, (_, index) => token(privateKey, index)));
  let asked = 0;
  return {
    key: { ...(await exportJWK(publicKey)), kid: "1", alg: "RS256", use: "sig" },
    authorization: () => `Bearer ${all[(asked += 1) % people] ?? ""}`,
  };
}

function token(key: CryptoKey, index: number): Promise<string> {
  const seconds = Math.floor(theMoment / 1000);
  const claims = { tid: "tenant", oid: `person-${index}`, azp: "api", scp: "access_as_user", ver: "2.0" };
  return new SignJWT({ ...claims, roles: ["Reviewer"] })
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: "1" })
    .setIssuer(identity.issuer)
    .setAudience("api")
    .setIssuedAt(seconds - 60)
    .setExpirationTime(seconds + 3600)
    .sign(key);
}
