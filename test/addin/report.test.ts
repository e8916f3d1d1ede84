import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Addin } from "../../src/addin/addin.ts";
import { backOffMs } from "../../src/addin/backOff.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { factContent } from "../../src/domain/inquiry/factId.ts";
import { inquiryKey, message, nodeDigest, settled, world, type World } from "../support/ports.ts";
import { at } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [["api://pinewood/access_as_user"], ["Mail.ReadBasic"]] };

async function started(w: World): Promise<Addin> {
  w.mail.open(message());
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

const codes = (addin: Addin) => addin.state().notices.map(({ code }) => code);

test("a fact leaves under an HMAC of the message id and the hash of its content", async () => {
  const w = world();
  await started(w);
  const [fact] = w.service.facts;
  expect(fact?.inquiry).toBe(nodeDigest.hmac(inquiryKey, "<one@mail.example>"));
  expect(fact?.id).toBe(nodeDigest.sha256(factContent(fact!)));
});

test("nothing but metadata leaves the mailbox", async () => {
  const w = world();
  const addin = await started(w);
  await addin.exclude("thanks");
  await settled();
  expect(JSON.stringify(w.service.facts)).not.toMatch(/Okafor|ada@|Dog licence|one@mail|conversation/);
});

test("while the service is away facts wait, one notice says so, and the first answer takes all of them once", async () => {
  const w = world();
  w.service.refusal = "offline";
  const addin = await started(w);
  await addin.setChannel("letter");
  await settled();
  expect(codes(addin)).toEqual(["shippedPolicy", "serviceAway"]);
  expect(addin.state().waitingFacts).toBe(2);
  w.service.refusal = null;
  await w.clock.turnTo(at("Fri 2026-11-20 11:10"));
  expect(addin.state().waitingFacts).toBe(0);
  expect(codes(addin)).not.toContain("serviceAway");
  expect(w.service.facts).toHaveLength(2);
  expect(w.service.reports).toBe(1);
});

test("a refused fact is dropped with a notice and does not hold the others back", async () => {
  const w = world();
  w.service.refusedKinds.add("channelSet");
  const addin = await started(w);
  await addin.setChannel("letter");
  await addin.exclude("duplicate");
  await settled();
  expect(addin.state().waitingFacts).toBe(0);
  expect(w.service.facts.map(({ kind }) => kind).sort()).toEqual(["excluded", "received"]);
  expect(addin.state().notices).toContainEqual({ code: "factsRefused", count: 1 });
});

test("facts that the service does not answer for stay in the queue", async () => {
  const w = world();
  const report = w.service.report.bind(w.service);
  w.service.report = async (facts) => ({ answers: (await report(facts)).answers.slice(1) });
  const addin = await started(w);
  expect(addin.state().waitingFacts).toBe(1);
});

test("an expired sign-in is not retried by itself, and signing in sends what waited", async () => {
  const w = world();
  w.service.refusal = "signInNeeded";
  const addin = await started(w);
  expect(codes(addin)).toContain("signInNeeded");
  expect([...new Set(w.clock.waits)].sort()).toEqual([15_000, 60_000]);
  w.service.refusal = null;
  await addin.signIn();
  await settled();
  expect(codes(addin)).toEqual([]);
  expect(w.service.facts).toHaveLength(1);
  expect(addin.state().roles).toEqual(["Supervisor"]);
});

test("waits double from 5 s to 30 s, between half and all of it by chance", () => {
  expect([1, 2, 3, 20].map((attempt) => backOffMs(attempt, 0))).toEqual([2_500, 5_000, 10_000, 15_000]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (n, dice) => {
        const wait = backOffMs(n, dice);
        expect(wait).toBeGreaterThanOrEqual(backOffMs(n, 0));
        expect(wait).toBeLessThanOrEqual(Math.min(30_000, 5_000 * 2 ** (n - 1)));
      },
    ),
  );
});
