import { beforeAll, describe, expect, test } from "@jest/globals";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { instant } from "../../../src/domain/time.ts";
import { KeysUnavailable, tokenVerifier, type TokenVerifier } from "../../../src/server/identity/verifier.ts";
import { type Claims, goodClaims, identity, type TestIssuer, testIssuer, testNow } from "../support/issuer.ts";

let issuer: TestIssuer;
let verify: TokenVerifier;

beforeAll(async () => {
  issuer = await testIssuer();
  verify = tokenVerifier(identity, issuer.keys, () => testNow);
});

async function codeOf(token: string | undefined): Promise<string> {
  const identified = await verify(token === undefined ? undefined : `Bearer ${token}`);
  return "person" in identified ? "accepted" : identified.refusal.code;
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const seconds = Math.floor(testNow / 1000);

describe("a token is accepted", () => {
  test("when every claim is right, and says who asks and in what role", async () => {
    const token = await issuer.token({ roles: ["Reviewer", "Chef"], groups: ["g1"], oid: "o1", name: "Robin Clerk" });
    expect(await verify(`Bearer ${token}`)).toEqual({
      person: { tid: identity.tenant, oid: "o1", roles: ["Reviewer"], groups: ["g1"], name: "Robin Clerk" },
    });
  });

  test("without roles: an employee", async () => {
    expect(await verify(`Bearer ${await issuer.token()}`)).toMatchObject({
      person: { roles: [], groups: [], name: null },
    });
  });

  test("when it expired 30 seconds ago: clocks differ", async () => {
    expect(await codeOf(await issuer.token({ exp: seconds - 30 }))).toBe("accepted");
  });

  test("when the scope is one of several", async () => {
    expect(await codeOf(await issuer.token({ scp: "other access_as_user" }))).toBe("accepted");
  });
});

describe("a token that was found good", () => {
  const asked = async (afterSeconds: number, claims: Claims = {}, other: Claims | null = null) => {
    let [now, looks] = [testNow as number, 0];
    const remembering = tokenVerifier(
      identity,
      (...header) => {
        looks += 1;
        return issuer.keys(...header);
      },
      () => instant(now),
    );
    const bearer = `Bearer ${await issuer.token(claims)}`;
    await remembering(bearer);
    now += afterSeconds * 1000;
    const again = await remembering(other === null ? bearer : `Bearer ${await issuer.token(other)}`);
    return { looks, code: "person" in again ? "accepted" : again.refusal.code };
  };

  test("is not looked at again for a minute", async () => {
    expect(await asked(59)).toEqual({ looks: 1, code: "accepted" });
    expect(await asked(60)).toEqual({ looks: 2, code: "accepted" });
  });

  test("is refused once it has expired, remembered or not", async () => {
    expect(await asked(32, { exp: seconds - 30 })).toEqual({ looks: 2, code: "expired" });
  });

  test("says nothing of another one", async () => {
    expect(await asked(1, {}, { oid: "o2" })).toEqual({ looks: 2, code: "accepted" });
  });
});

const wrongClaims: readonly (readonly [string, string, Claims])[] = [
  ["it comes from another issuer", "issuer", { iss: "https://login.other.example/v2.0" }],
  ["it comes from another tenant's issuer", "issuer", { iss: identity.issuer.replace("0001/v2.0", "0002/v2.0") }],
  ["it is for another audience", "audience", { aud: "6f1c0c52-0000-4000-8000-0000000000bb" }],
  ["it is for the api:// form of the audience", "audience", { aud: `api://${identity.audience}` }],
  ["it is for Microsoft Graph", "audience", { aud: "https://graph.microsoft.com" }],
  ["its tenant is another", "tenant", { tid: "6f1c0c52-0000-4000-8000-000000000002" }],
  ["it has no tenant", "missingClaim", { tid: undefined }],
  ["it has no scope (an app-only token)", "missingClaim", { scp: undefined }],
  ["its scope is another", "scope", { scp: "Mail.Read" }],
  ["its scope only begins like ours", "scope", { scp: "access_as_user_admin" }],
  ["it was given to another client", "client", { azp: "6f1c0c52-0000-4000-8000-0000000000cc" }],
  ["it names no client", "client", { azp: undefined }],
  ["it is of version 1", "version", { ver: "1.0" }],
  ["it expired 61 seconds ago", "expired", { exp: seconds - 61 }],
  ["it begins in the future", "notYetValid", { nbf: seconds + 120 }],
  ["it never expires", "missingClaim", { exp: undefined }],
  ["it names no person", "missingClaim", { oid: undefined }],
  ["it is an ID token", "missingClaim", { azp: undefined, scp: undefined }],
];

describe("a token is refused when", () => {
  test.each(wrongClaims)("%s", async (_why, code, claims) => {
    expect(await codeOf(await issuer.token(claims))).toBe(code);
  });

  test("there is none", async () => {
    expect(await codeOf(undefined)).toBe("noToken");
  });

  test("it is garbage, or of another scheme", async () => {
    expect(await codeOf("garbage")).toBe("malformedToken");
    expect(await codeOf("a.b.c")).toBe("malformedToken");
    expect(await verify("Basic dXNlcjpwYXNz")).toEqual({ refusal: { code: "malformedToken" } });
  });

  test("it is not signed", async () => {
    const unsigned = `${base64url({ alg: "none", typ: "JWT" })}.${base64url(goodClaims())}.`;
    expect(await codeOf(unsigned)).toBe("algorithm");
  });

  test("it is signed with HS256 and our public key as the secret", async () => {
    const secret = new TextEncoder().encode(JSON.stringify(issuer.jwks.keys[0]));
    const token = await new SignJWT({ ...goodClaims() })
      .setProtectedHeader({ alg: "HS256", typ: "JWT", kid: "key-1" })
      .sign(secret);
    expect(await codeOf(token)).toBe("algorithm");
  });

  test("it is signed by another key under our key's name", async () => {
    expect(await codeOf(await issuer.forged())).toBe("signature");
  });

  test("it is signed by a key that is not published", async () => {
    expect(await codeOf(await issuer.token({}, { kid: "key-9" }))).toBe("unknownKey");
  });

  test("it brings its own key", async () => {
    const own = await generateKeyPair("RS256", { extractable: true });
    const token = await new SignJWT({ ...goodClaims() })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", jwk: await exportJWK(own.publicKey), kid: "key-1" })
      .sign(own.privateKey);
    expect(await codeOf(token)).toBe("signature");
  });

  test("its payload was changed", async () => {
    const [header, , signature] = (await issuer.token()).split(".");
    const raised = base64url({ ...goodClaims(), roles: ["Administrator"] });
    expect(await codeOf(`${header ?? ""}.${raised}.${signature ?? ""}`)).toBe("signature");
  });
});

test("keys that cannot be fetched are our trouble, not the token's", async () => {
  const cut = tokenVerifier(
    identity,
    () => Promise.reject(new KeysUnavailable("offline")),
    () => testNow,
  );
  expect(await cut(`Bearer ${await issuer.token()}`)).toEqual({ refusal: { code: "keysUnavailable" } });
});

test("expiry goes by the service's clock", async () => {
  const later = tokenVerifier(identity, issuer.keys, () => (testNow + 2 * 3_600_000) as typeof testNow);
  expect(await later(`Bearer ${await issuer.token()}`)).toEqual({ refusal: { code: "expired" } });
});
