import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type TestApp, testApp } from "./support/app.ts";

let service: TestApp;

beforeAll(async () => {
  service = await testApp({ trustProxy: ["10.0.0.5"] });
});

afterAll(() => service.close());

/** OWASP Secure Headers Project, as far as an API's answers go; X-Frame-Options is said by frame-ancestors. */
const expected = {
  "content-security-policy": "default-src 'none';base-uri 'none';frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-permitted-cross-domain-policies": "none",
  "permissions-policy": expect.stringMatching(/^accelerometer=\(\), .*camera=\(\).*geolocation=\(\).*microphone=\(\)/),
};

describe("the security headers", () => {
  test.each(["/api/me", "/api/policy", "/nothing", "/api/nothing"])("are on the answer of %s", async (url) => {
    const { headers } = await service.ask("employee", { url });
    expect(headers).toMatchObject({ ...expected, "cross-origin-resource-policy": "same-origin" });
  });

  test("are on refusals too", async () => {
    const { headers } = await service.ask(null, { url: "/api/me" });
    expect(headers).toMatchObject({ ...expected, "cache-control": "no-store" });
  });

  test("name neither server nor framework", async () => {
    const { headers } = await service.ask("employee", { url: "/api/me" });
    for (const name of ["server", "x-powered-by"]) expect(headers).not.toHaveProperty(name);
  });

  test("ask for TLS only over TLS: our own, or that of a proxy that is trusted", async () => {
    const hstsOf = async (remoteAddress: string, proto: string): Promise<unknown> => {
      const request = { url: "/api/me", remoteAddress, headers: { "x-forwarded-proto": proto } };
      return (await service.ask("employee", request)).headers["strict-transport-security"];
    };
    expect(await hstsOf("10.0.0.5", "https")).toBe("max-age=31536000; includeSubDomains");
    expect(await hstsOf("10.0.0.5", "http")).toBeUndefined();
    expect(await hstsOf("203.0.113.1", "https")).toBeUndefined();
  });
});

describe("the event runtime of classic Outlook", () => {
  const addin = "https://addin.elmbend.example";

  const preflight = (origin: string, method: string) =>
    service.ask(null, {
      url: "/api/facts",
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": method,
        "access-control-request-headers": "authorization,content-type",
      },
    });

  test.each([addin, `${addin}/`])("asks first, without a token, as %s and is told what it may send", async (origin) => {
    for (const method of ["GET", "POST", "PUT"]) {
      const { statusCode, headers, body } = await preflight(origin, method);
      expect([statusCode, body]).toEqual([204, ""]);
      expect(headers).toMatchObject({
        "access-control-allow-origin": origin,
        "access-control-allow-methods": expect.stringContaining(method),
        "access-control-allow-headers": "authorization, content-type, if-none-match",
        "access-control-max-age": "600",
        vary: expect.stringContaining("Origin"),
      });
      expect(headers).not.toHaveProperty("access-control-allow-credentials");
    }
  });

  test("reads the answer, and when to try again, with its origin as it was sent", async () => {
    const { headers } = await service.ask("employee", { url: "/api/me", headers: { origin: `${addin}/` } });
    expect(headers).toMatchObject({
      "access-control-allow-origin": `${addin}/`,
      "access-control-expose-headers": "etag, retry-after",
      vary: expect.stringContaining("Origin"),
    });
  });

  test.each([
    "https://elsewhere.example/",
    "https://addin.elmbend.example//",
    "https://addin.elmbend.example/pane",
    "https://addin.elmbend.example:8443",
    "http://addin.elmbend.example/",
    "https://ADDIN.elmbend.example",
    "null",
    "*",
    "",
  ])("as “%s” is not let in", async (origin) => {
    const before = await preflight(origin, "POST");
    expect(before.statusCode).toBe(405);
    expect(before.headers).not.toHaveProperty("access-control-allow-origin");
    const answer = await service.ask("employee", { url: "/api/me", headers: { origin } });
    expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
    expect(answer.headers["vary"]).toContain("Origin");
  });
});
