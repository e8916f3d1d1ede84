import { expect, test } from "@jest/globals";
import { usualLimits } from "../../../src/server/limits.ts";
import { testApp } from "../support/app.ts";

test("one person's questions at once are limited; others' are not, and there is room again after an answer", async () => {
  const service = await testApp({ limits: { ...usualLimits, requestsAtOnce: 2 } });
  let answerAll = (): void => undefined;
  const held = new Promise<void>((resolve) => (answerAll = resolve));
  const covered = await service.store.covered();
  service.store.covered = async () => {
    await held;
    return covered;
  };
  const slow = ["administrator", "administrator"] as const;
  const underWay = slow.map((who) => service.ask(who, { url: "/api/statistics" }));
  await new Promise((resolve) => setTimeout(resolve, 100));

  const third = await service.ask("administrator", { url: "/api/me" });
  expect(third.statusCode).toBe(429);
  expect(third.headers["retry-after"]).toBe("2");
  expect(third.json()).toMatchObject({ status: 429, detail: "Too many requests. Try again in 2 seconds." });
  const other = await service.issuer.token({ oid: "6f1c0c52-0000-4000-8000-0000000000e2" });
  const others = await service.ask(null, { url: "/api/me", headers: { authorization: `Bearer ${other}` } });
  expect(others.statusCode).toBe(200);

  answerAll();
  expect((await Promise.all(underWay)).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect((await service.ask("administrator", { url: "/api/me" })).statusCode).toBe(200);
  await service.close();
});

test("a person is the same at every address; a stranger is counted by address", async () => {
  const service = await testApp({ limits: { ...usualLimits, requestsPerMinute: 1 } });
  const ask = async (who: "employee" | null, remoteAddress: string): Promise<number> =>
    (await service.ask(who, { url: "/api/me", remoteAddress })).statusCode;
  expect([await ask("employee", "10.0.0.1"), await ask("employee", "10.0.0.2")]).toEqual([200, 429]);
  expect([await ask(null, "10.0.0.1"), await ask(null, "10.0.0.1"), await ask(null, "10.0.0.2")]).toEqual([
    401, 429, 401,
  ]);
  await service.close();
});
