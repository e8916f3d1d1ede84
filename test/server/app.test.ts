import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { InjectOptions } from "fastify";
import { problemSchema } from "../../src/contract/problem.ts";
import { type TestApp, testApp } from "./support/app.ts";
import { identity, testNow } from "./support/issuer.ts";
import { received } from "./support/town.ts";

// Real databases and sockets, on a machine that may be busy.
jest.setTimeout(30_000);

let service: TestApp;

beforeAll(async () => {
  service = await testApp();
  await service.store.add([received("<first@elmbend.example>")], { at: testNow, policyVersion: "2026-1" });
});

afterAll(() => service.close());

describe("a refusal", () => {
  test("is a problem document with a sentence, in the caller's language", async () => {
    const request = { url: "/api/me", headers: { "accept-language": "fr-CA,fr;q=0.9" } };
    const answer = await service.ask(null, request);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.headers["content-language"]).toBe("fr");
    expect(answer.headers["www-authenticate"]).toBe("Bearer");
    expect(answer.json()).toMatchObject({ status: 401, title: "Connexion nécessaire" });
  });

  test("of an expired token says so, and what to do", async () => {
    const token = await service.issuer.token({ exp: Math.floor(testNow / 1000) - 3600 });
    const answer = await service.ask(null, { url: "/api/me", headers: { authorization: `Bearer ${token}` } });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ detail: "The token has expired. Sign in again." });
    expect(answer.headers["www-authenticate"]).toBe('Bearer error="invalid_token"');
  });

  test("for want of scope is a 403 that names the scope", async () => {
    const token = await service.issuer.token({ scp: "other" });
    const answer = await service.ask(null, { url: "/api/me", headers: { authorization: `Bearer ${token}` } });
    expect(answer.statusCode).toBe(403);
    expect(answer.json().detail).toContain("access_as_user");
  });

  test.each(["/", "/api/nothing", "/api/%ZZ", "/%00"])(
    "of the unknown address %s is a problem document",
    async (url) => {
      const answer = await service.ask("employee", { url });
      expect([400, 404]).toContain(answer.statusCode);
      expect(problemSchema.safeParse(answer.json()).success).toBe(true);
    },
  );
});

test("me says roles, departments, the inquiry key, the account and the service's time", async () => {
  const answer = await service.ask("supervisor", { url: "/api/me" });
  expect(answer.json()).toEqual({
    roles: ["Supervisor"],
    departments: ["planning"],
    inquiryKey: "A".repeat(43),
    account: expect.stringMatching(/^[\w-]{43}$/),
    now: testNow,
  });
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("an account is the same for the same person, another one for every other, and shows neither id", async () => {
  const accountOf = async (claims: Readonly<Record<string, unknown>>): Promise<string> => {
    const authorization = `Bearer ${await service.issuer.token(claims)}`;
    return (await service.ask(null, { url: "/api/me", headers: { authorization } })).json<{ account: string }>()
      .account;
  };
  const first = { oid: "6f1c0c52-0000-4000-8000-0000000000e1" };
  const second = { oid: "6f1c0c52-0000-4000-8000-0000000000e2" };
  expect(await accountOf({ ...first, roles: ["Reviewer"] })).toBe(await accountOf(first));
  expect(await accountOf(second)).not.toBe(await accountOf(first));
  const named = createHmac("sha256", Buffer.from("A".repeat(43), "base64url"));
  expect(await accountOf(first)).toBe(named.update(`${identity.tenant} ${first.oid}`).digest("base64url"));
});

test("a supervisor without a department reads what to do about it", async () => {
  const answer = await service.ask("supervisorWithoutDepartment", { url: "/api/statistics" });
  expect(answer.json().detail).toMatch(/No department is assigned to you yet\. Ask the administrator/);
});

describe("another origin", () => {
  const preflight = (origin: string, url = "/api/facts", method = "POST"): InjectOptions => ({
    url,
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": "authorization,content-type",
    },
  });

  test("is let in when the settings name it", async () => {
    const answer = await service.ask(null, preflight("https://addin.elmbend.example"));
    expect(answer.statusCode).toBe(204);
    expect(answer.headers["access-control-allow-origin"]).toBe("https://addin.elmbend.example");
    expect(answer.headers["access-control-allow-headers"]).toContain("authorization");
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
  });

  test("may put its coverage", async () => {
    const answer = await service.ask(null, preflight("https://addin.elmbend.example", "/api/coverage", "PUT"));
    expect(answer.headers["access-control-allow-methods"]).toContain("PUT");
  });

  test("is let in with the trailing slash of classic Outlook, and gets it back", async () => {
    const answer = await service.ask("employee", {
      url: "/api/me",
      headers: { origin: "https://addin.elmbend.example/" },
    });
    expect(answer.headers["access-control-allow-origin"]).toBe("https://addin.elmbend.example/");
  });

  test.each([
    "https://elsewhere.example",
    "https://addin.elmbend.example.evil.example",
    "null",
    "http://addin.elmbend.example",
  ])("%s is not let in", async (origin) => {
    expect((await service.ask(null, preflight(origin))).headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("can read a refusal too: the pane says why", async () => {
    const answer = await service.ask(null, { url: "/api/me", headers: { origin: "https://addin.elmbend.example" } });
    expect(answer.headers["access-control-allow-origin"]).toBe("https://addin.elmbend.example");
  });
});

test("every answer carries the security headers", async () => {
  for (const url of ["/health", "/api/me", "/nothing"]) {
    const { headers } = await service.ask("employee", { url });
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});

test("a runaway program is told to wait, by person and not by address", async () => {
  const busy = await testApp();
  let last = 200;
  for (let n = 0; n < 601; n += 1)
    last = (await busy.ask("employee", { url: "/api/policy", headers: { "if-none-match": "*" } })).statusCode;
  expect(last).toBe(429);
  const other = await busy.issuer.token({ oid: "6f1c0c52-0000-4000-8000-0000000000e2" });
  const answer = await busy.ask(null, { url: "/api/me", headers: { authorization: `Bearer ${other}` } });
  expect(answer.statusCode).toBe(200);
  await busy.close();
});
