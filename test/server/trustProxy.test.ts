import { describe, expect, test } from "@jest/globals";
import { usualLimits } from "../../src/server/limits.ts";
import type { TrustProxy } from "../../src/server/trustProxy.ts";
import { testApp } from "./support/app.ts";

/**
 * How three strangers' requests are answered where one a minute is allowed to each address.
 *
 * @param from the address at the other end of the connection
 * @param forwarded what each says of whom it was forwarded for
 */
async function statuses(
  trustProxy: TrustProxy,
  from: string,
  forwarded: readonly string[],
): Promise<readonly number[]> {
  const service = await testApp({ trustProxy, limits: { ...usualLimits, requestsPerMinute: 1 } });
  const answers: number[] = [];
  for (const names of forwarded) {
    const headers = { "x-forwarded-for": names };
    const answer = await service.ask(null, { url: "/api/me", remoteAddress: from, headers });
    answers.push(answer.statusCode);
  }
  await service.close();
  return answers;
}

const callers = ["203.0.113.1", "203.0.113.2", "203.0.113.1"];

describe("an address that a proxy tells", () => {
  test("is the caller's when the proxy is trusted: by address, by range, by number", async () => {
    for (const trusted of [["10.0.0.5"], ["10.0.0.0/8"], 1] as const)
      expect(await statuses(trusted, "10.0.0.5", callers)).toEqual([401, 401, 429]);
  });

  test("counts for nothing from anybody else, so that nobody escapes the limit by inventing one", async () => {
    expect(await statuses(false, "10.0.0.5", callers)).toEqual([401, 429, 429]);
    expect(await statuses(["10.0.0.5"], "198.51.100.7", callers)).toEqual([401, 429, 429]);
  });

  test("is the one that the proxy added: what the caller wrote before it is not believed", async () => {
    const invented = ["1.1.1.1, 203.0.113.1", "2.2.2.2, 203.0.113.1"];
    expect(await statuses(["10.0.0.5"], "10.0.0.5", invented)).toEqual([401, 429]);
    expect(await statuses(1, "10.0.0.5", invented)).toEqual([401, 429]);
  });

  test("goes through as many proxies as are trusted", async () => {
    const twice = callers.map((caller) => `${caller}, 10.0.0.9`);
    expect(await statuses(2, "10.0.0.5", twice)).toEqual([401, 401, 429]);
    expect(await statuses(1, "10.0.0.5", twice)).toEqual([401, 429, 429]);
  });
});
