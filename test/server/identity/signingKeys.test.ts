import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { signingKeys } from "../../../src/server/identity/signingKeys.ts";
import { type Identified, tokenVerifier } from "../../../src/server/identity/verifier.ts";
import { testCertificate } from "../support/certificate.ts";
import { identity, type TestIssuer, testIssuer, testNow } from "../support/issuer.ts";

let server: Server;
let origin: string;
let ca: string;
let first: TestIssuer;
let published: TestIssuer["jwks"];
let namedIssuer: string;
let asked: string[] = [];

/** An issuer's two documents over https, under a certificate that nobody else trusts. */
beforeAll(async () => {
  first = await testIssuer("key-1");
  const { key, cert } = await testCertificate();
  ca = cert;
  server = createServer({ key, cert }, (request, response) => {
    asked.push(request.url ?? "");
    const documents: Record<string, unknown> = {
      "/v2.0/.well-known/openid-configuration": { issuer: namedIssuer, jwks_uri: `${origin}/keys` },
      "/keys": published,
    };
    const document = documents[request.url ?? ""];
    response.writeHead(document ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  asked = [];
  published = first.jwks;
  namedIssuer = `${origin}/v2.0`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Source = Parameters<typeof signingKeys>[0];

function verifier(changes: Partial<Source> = {}): (token: string) => Promise<Identified> {
  const settings = { ...identity, issuer: `${origin}/v2.0` };
  const source = { issuer: settings.issuer, jwksUrl: null, ca, cooldownMs: 0, ...changes };
  const verify = tokenVerifier(settings, signingKeys(source), () => testNow);
  return (token) => verify(`Bearer ${token}`);
}

const tokenOf = (issuer: TestIssuer): Promise<string> => issuer.token({ iss: `${origin}/v2.0` });

test("keys are found through the issuer's openid-configuration, and fetched once", async () => {
  const verify = verifier();
  expect(await verify(await tokenOf(first))).toHaveProperty("person");
  expect(await verify(await tokenOf(first))).toHaveProperty("person");
  expect(asked).toEqual(["/v2.0/.well-known/openid-configuration", "/keys"]);
});

test("a named address of the keys is used as it is", async () => {
  expect(await verifier({ jwksUrl: `${origin}/keys` })(await tokenOf(first))).toHaveProperty("person");
  expect(asked).toEqual(["/keys"]);
});

test("a new key is fetched when a token names it, and the old one stays good while it is published", async () => {
  const verify = verifier();
  await verify(await tokenOf(first));
  const second = await testIssuer("key-2");
  published = { keys: [...first.jwks.keys, ...second.jwks.keys] };
  expect(await verify(await tokenOf(second))).toHaveProperty("person");
  expect(await verify(await tokenOf(first))).toHaveProperty("person");
});

test("an unknown key does not make us ask the issuer again within the cooldown", async () => {
  const verify = verifier({ cooldownMs: 30_000 });
  await verify(await tokenOf(first));
  const stranger = await testIssuer("key-3");
  expect(await verify(await tokenOf(stranger))).toEqual({ refusal: { code: "unknownKey" } });
  expect(asked).toHaveLength(2);
});

test("an issuer whose certificate is not trusted is not asked for keys", async () => {
  expect(await verifier({ ca: null })(await tokenOf(first))).toEqual({ refusal: { code: "keysUnavailable" } });
  expect(asked).toEqual([]);
});

test("a configuration that names another issuer is not believed", async () => {
  namedIssuer = "https://login.other.example/v2.0";
  expect(await verifier()(await tokenOf(first))).toEqual({ refusal: { code: "keysUnavailable" } });
});

test("an issuer that comes up later is found then", async () => {
  const verify = verifier();
  namedIssuer = "";
  expect(await verify(await tokenOf(first))).toEqual({ refusal: { code: "keysUnavailable" } });
  namedIssuer = `${origin}/v2.0`;
  expect(await verify(await tokenOf(first))).toHaveProperty("person");
});
