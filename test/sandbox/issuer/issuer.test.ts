import { request } from "node:https";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { sandboxIdentity } from "../../../src/sandbox/identity.ts";
import { apiScope, clientId, supervisorGroup, tenantId } from "../../../src/sandbox/people.ts";
import { running, type TestSandbox } from "../running.ts";

let sandbox: TestSandbox;
let asking: TestSandbox;
beforeAll(async () => {
  [sandbox, asking] = await Promise.all([running(), running({ askConsent: true })]);
}, 30_000);
afterAll(() => Promise.all([sandbox.stop(), asking.stop()]));

function keySet(where: TestSandbox) {
  const ca = where.options.certificate.cert;
  const fetched = (url: string): Promise<Response> =>
    new Promise((resolve, reject) => {
      const asked = request(url, { ca, agent: false }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0 })));
      });
      asked.on("error", reject);
      asked.end();
    });
  const url = new URL(`${where.sandbox.origins.issuer}/${tenantId}/discovery/v2.0/keys`);
  return createRemoteJWKSet(url, { cooldownDuration: 0, [customFetch]: fetched });
}

function ask(where: TestSandbox, tokenParams: object, more: object = {}) {
  const body = {
    method: "GetToken",
    tokenParams: { clientId, ...tokenParams },
    origin: where.sandbox.origins.addin,
    ...more,
  };
  return where.api("broker", { method: "POST", body });
}

test("the discovery document names the issuer of the tokens and where its keys are", async () => {
  const { origins } = sandbox.sandbox;
  const { issuer } = sandboxIdentity(origins.issuer);
  const { json } = await sandbox.ask(`${issuer}/.well-known/openid-configuration`);
  expect(json).toMatchObject({ issuer, jwks_uri: `${origins.issuer}/${tenantId}/discovery/v2.0/keys` });
});

test("a token for our service verifies with jose against the published keys, and says who, which role, which group", async () => {
  const token = await sandbox.token(apiScope, "supervisor");
  const { issuer } = sandboxIdentity(sandbox.sandbox.origins.issuer);
  const { payload } = await jwtVerify(token, keySet(sandbox), {
    algorithms: ["RS256"],
    issuer,
    audience: clientId,
    requiredClaims: ["exp", "iat", "oid", "tid", "scp"],
    typ: "JWT",
  });
  expect(payload).toMatchObject({
    tid: tenantId,
    azp: clientId,
    ver: "2.0",
    scp: "access_as_user",
    roles: ["Supervisor"],
    groups: [supervisorGroup],
  });
  expect(payload.exp! - payload.iat!).toBe(3600);
});

test("who has no role has no roles claim", async () => {
  const claims = decodeJwt(await sandbox.token(apiScope));
  expect(claims).not.toHaveProperty("roles");
  expect(claims).not.toHaveProperty("groups");
});

test("a token for Graph is one of version 1, and our service would not take it", async () => {
  const token = await sandbox.token("Mail.ReadWrite User.Read");
  expect(decodeJwt(token)).toMatchObject({
    aud: "https://graph.microsoft.com",
    iss: `https://sts.windows.net/${tenantId}/`,
    ver: "1.0",
    appid: clientId,
    scp: "Mail.ReadWrite User.Read",
  });
  await expect(jwtVerify(token, keySet(sandbox), { audience: clientId })).rejects.toThrow(/aud/);
});

test("after a rotation new tokens carry a new key, and old tokens still verify", async () => {
  const before = await sandbox.token(apiScope);
  await sandbox.sandbox.rotateKeys();
  const after = await sandbox.token(apiScope);
  expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
  for (const token of [before, after]) await jwtVerify(token, keySet(sandbox), { audience: clientId });
});

test("the answer has what msal-browser needs: both tokens, the request's own words for the scope, the account", async () => {
  const { json } = await ask(sandbox, { scope: "openid Mail.ReadBasic", claims: '{"id_token":{"login_hint":{}}}' });
  expect(json).toMatchObject({
    success: true,
    token: { expires_in: 3600, scope: "Mail.ReadBasic" },
    account: {
      environment: "login.microsoftonline.com",
      tenantId,
      username: "jordan.tremblay-reid@sprucegrove.example",
    },
  });
  expect(decodeJwt(json.token.id_token as string)).toMatchObject({ aud: clientId, tid: tenantId });
});

test.each([
  ["two resources at once", { scope: `${apiScope} User.Read` }, {}, "invalid_request", /AADSTS28000/],
  ["a scope that does not exist", { scope: "Mail.Everything" }, {}, "invalid_scope", /AADSTS70011/],
  ["another client", { scope: "User.Read", clientId: "0" }, {}, "unauthorized_client", /AADSTS700016/],
  ["another origin", { scope: "User.Read" }, { origin: "https://evil.example" }, "untrusted_origin", /not valid/],
])("%s is refused", async (_what, tokenParams, more, code, description) => {
  const { json } = await ask(sandbox, tokenParams, more);
  expect(json).toMatchObject({ success: false, error: { status: "PERSISTENT_ERROR", code } });
  expect(json.error.description).toMatch(description);
});

test("a challenge for the access token asks for the person", async () => {
  const { json } = await ask(sandbox, { scope: "User.Read", claims: '{"access_token":{"acrs":{"value":"c1"}}}' });
  expect(json.error).toMatchObject({ status: "USER_INTERACTION_REQUIRED", code: "invalid_grant" });
});

test("started so, Graph is asked for once per person and scope; our own service never", async () => {
  expect((await ask(asking, { scope: apiScope })).json.success).toBe(true);
  const silent = () => ask(asking, { scope: "Mail.ReadWrite User.Read" });
  expect((await silent()).json.error.description).toMatch(/AADSTS65001.*Mail\.ReadWrite User\.Read/);
  await ask(asking, { scope: "Mail.ReadWrite User.Read" }, { method: "GetTokenPopup", interactive: true });
  expect((await silent()).json.success).toBe(true);
  await expect(asking.token("User.Read", "colleague")).rejects.toThrow(/consented/);
});

test("tokens follow the sandbox's clock", async () => {
  await asking.api("clock", { method: "POST", body: { at: Date.parse("2027-01-04T17:00:00Z") } });
  const { iat } = decodeJwt(await asking.token(apiScope));
  expect(Math.abs(iat! * 1000 - Date.parse("2027-01-04T17:00:00Z"))).toBeLessThan(3000);
  await asking.api("clock", { method: "POST", body: { to: "now" } });
});

test("tokens are not handed out over the issuer's own address", async () => {
  const { issuer } = sandbox.sandbox.origins;
  for (const place of ["/broker", `/${tenantId}/oauth2/v2.0/token`]) {
    expect((await sandbox.ask(issuer + place, { method: "POST", body: {} })).status).toBe(404);
  }
});
