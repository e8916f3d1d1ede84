import { expect, test } from "@jest/globals";
import type { Addin } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { message, nodeDigest, settled, world, type World } from "../support/ports.ts";
import { at } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [["api://pinewood/access_as_user"]] };
const otherAccount = nodeDigest.sha256("Kim Other");

async function opened(w: World): Promise<Addin> {
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

/** A pane in which Robin has reported once; then somebody else is signed in. */
async function changedHands(): Promise<{ readonly w: World; readonly addin: Addin; readonly own: string }> {
  const w = world();
  w.mail.open(message());
  const addin = await opened(w);
  expect(w.service.facts).toHaveLength(1);
  const own = w.service.account;
  w.service.account = otherAccount;
  return { w, addin, own };
}

const codes = (addin: Addin) => addin.state().notices.map(({ code }) => code);
/** Counts what asks the service about inquiries from now on. */
function countStates(w: World): () => number {
  let calls = 0;
  const states = w.service.states.bind(w.service);
  w.service.states = (inquiries) => {
    calls += 1;
    return states(inquiries);
  };
  return () => calls;
}

test("once somebody else is signed in, facts wait, and one notice says so", async () => {
  const { w, addin } = await changedHands();
  await addin.exclude("thanks");
  await settled();
  expect(w.service.facts).toHaveLength(1);
  expect(addin.state().waitingFacts).toBe(1);
  expect(codes(addin)).toEqual(["otherAccount"]);
});

test("neither coverage nor questions about inquiries leave under another account", async () => {
  const { w, addin } = await changedHands();
  await addin.exclude("thanks");
  await settled();
  const asked = countStates(w);
  const covered = w.service.covered.length;
  await w.clock.turnTo(at("Fri 2026-11-20 11:30"));
  await addin.setWatching(false);
  await settled();
  expect({ asked: asked(), covered: w.service.covered.length }).toEqual({ asked: 0, covered });
});

test("with nothing to send, no question about inquiries leaves under another account either", async () => {
  const { w, addin } = await changedHands();
  const asked = countStates(w);
  await w.clock.turnTo(at("Fri 2026-11-20 11:01"));
  expect(asked()).toBe(0);
  expect(codes(addin)).toEqual(["otherAccount"]);
});

test("what another account may see is not shown", async () => {
  const { addin } = await changedHands();
  expect(addin.state().roles).toEqual(["Supervisor"]);
  await addin.exclude("thanks");
  await settled();
  expect(addin.state()).toMatchObject({ roles: [], departments: [] });
});

test("a pane opened later knows the account again, before it sends anything", async () => {
  const { w } = await changedHands();
  await w.mail.changed();
  const asked = countStates(w);
  const covered = w.service.covered.length;
  const later = await opened(w);
  await later.exclude("duplicate");
  await settled();
  expect(codes(later)).toEqual(["otherAccount"]);
  expect(w.service.facts).toHaveLength(1);
  expect({ asked: asked(), covered: w.service.covered.length }).toEqual({ asked: 0, covered });
});

test("back under the first account everything that waited is sent, and the notice is gone", async () => {
  const { w, addin, own } = await changedHands();
  await addin.exclude("thanks");
  await settled();
  w.service.account = own;
  await w.clock.turnTo(at("Fri 2026-11-20 11:02"));
  expect(w.service.facts).toHaveLength(2);
  expect(addin.state()).toMatchObject({ waitingFacts: 0, roles: ["Supervisor"], notices: [] });
});

test("an account that cannot be read from storage is no reason to send", async () => {
  const { w, addin } = await changedHands();
  const { OutsideError } = await import("../../src/addin/ports.ts");
  w.ports.storage.memory.get = () => Promise.reject(new OutsideError("storageDenied", "gone"));
  await addin.exclude("thanks");
  await settled();
  expect(w.service.facts).toHaveLength(1);
});
