import { expect, test } from "@jest/globals";
import type { Addin, MessageView } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { policyKey } from "../../src/addin/loadPolicy.ts";
import { OutsideError } from "../../src/addin/ports.ts";
import { memoryStorage } from "../../src/browser/memoryStorage.ts";
import { city, message, served, settled, world, type World } from "../support/ports.ts";
import { at, day } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [["scope"]] };

async function started(w: World): Promise<Addin> {
  w.mail.open(message());
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

const codes = (addin: Addin) =>
  addin
    .state()
    .notices.map(({ code }) => code)
    .sort();
const dueDay = (addin: Addin) => (addin.state().view as MessageView).standing?.due?.dueDay;

test("without service, Graph and storage the pane shows the due date and says each loss once", async () => {
  const w = world({ service: null, mailbox: null, signIn: null, storage: memoryStorage() });
  const addin = await started(w);
  expect(dueDay(addin)).toBe(day("Tue 2026-11-24"));
  expect(codes(addin)).toEqual(["mailboxUnseen", "storageDenied"]);
  expect(addin.state().waitingFacts).toBe(1);
  await addin.refresh();
  expect(codes(addin)).toEqual(["mailboxUnseen", "storageDenied"]);
});

test("when every port refuses the pane still starts and shows the due date", async () => {
  const w = world();
  w.service.refusal = "offline";
  w.mailbox.refusal = "offline";
  for (const name of [
    "headers",
    "text",
    "decisions",
    "saveDecisions",
    "categorise",
    "notify",
    "onItemChanged",
  ] as const) {
    w.mail.refuses.set(name, "unexpected");
  }
  const addin = await started(w);
  expect(dueDay(addin)).toBe(day("Tue 2026-11-24"));
  expect(codes(addin)).toEqual([
    "categoriesUnsupported",
    "headersUnknown",
    "mailboxUnseen",
    "serviceAway",
    "shippedPolicy",
  ]);
});

test("storage that fails while writing costs a notice, not the view", async () => {
  const w = world();
  const denied = () => Promise.reject(new OutsideError("storageDenied", "disk full"));
  Object.assign(w.ports.storage.ledger, { put: denied });
  Object.assign(w.ports.storage.outbox, { add: denied });
  const addin = await started(w);
  expect(dueDay(addin)).toBe(day("Tue 2026-11-24"));
  expect(codes(addin)).toContain("storageDenied");
});

test("a remembered policy holds at once; the service's newer one takes its place", async () => {
  const w = world();
  const older = {
    ...city,
    version: "2026-10",
    channels: { ...city.channels, email: { ...city.channels["email"]!, responseDays: 5 } },
  };
  await w.ports.storage.memory.set(policyKey, { ...served, policy: older });
  w.mail.open(message());
  const addin = createAddin(w.ports, options);
  const versions: (string | undefined)[] = [];
  addin.subscribe(() => versions.push(addin.state().policy?.version));
  await addin.start();
  await settled();
  expect(versions[0]).not.toBe("2026-11");
  expect(versions).toContain("2026-10");
  expect(addin.state().policy?.version).toBe("2026-11");
  expect(dueDay(addin)).toBe(day("Tue 2026-11-24"));
});

test("a remembered policy that cannot be read is as good as none", async () => {
  const w = world({ service: null });
  await w.ports.storage.memory.set(policyKey, { policy: { name: 7 }, zones: "none" });
  expect((await started(w)).state().policy?.version).toBe("2026-11");
});

test("closures that end soon are said with their last day", async () => {
  const w = world({}, at("Mon 2027-12-06 09:00"));
  expect((await started(w)).state().notices).toContainEqual({ code: "calendarEnds", day: day("Fri 2027-12-31") });
});

test("without a service the team view is not to be had; a refusal says why", async () => {
  expect(await (await started(world({ service: null }))).team(null)).toEqual({ ok: false, why: "unsupported" });
  const w = world();
  const addin = await started(w);
  const answer = await addin.team("planning");
  expect(answer.ok && answer.statistics.open).toBe(1);
  w.service.refusal = "forbidden";
  expect(await addin.team("roads")).toEqual({ ok: false, why: "forbidden" });
});

test("a person who declines to sign in is not asked for the next resource", async () => {
  const asked: string[] = [];
  const w = world({
    signIn: {
      silently: () => Promise.resolve("token"),
      asking: ([scope]) => {
        asked.push(scope ?? "");
        return Promise.reject(new OutsideError("signInNeeded", "cancelled"));
      },
    },
  });
  const addin = createAddin(w.ports, { dice: () => 0, scopes: [["api"], ["graph"]] });
  await addin.signIn();
  expect(asked).toEqual(["api"]);
});
