import { expect, test } from "@jest/globals";
import type { Addin, MessageView } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { city, message, served, settled, world, type World } from "../support/ports.ts";
import { at, day } from "../support/time.ts";

const departments = { ...city.departments, roads: { name: "Roads" } };
const policy = { ...city, departments };

function twoDepartments(): World {
  const twice = { ...served, policy };
  const w = world({ shippedPolicy: () => Promise.resolve(twice) });
  Object.assign(w.service, { policy: () => Promise.resolve(twice) });
  return w;
}

async function started(w: World): Promise<Addin> {
  w.mail.open(message());
  const addin = createAddin(w.ports, { dice: () => 0.5, scopes: [] });
  await addin.start();
  await settled();
  return addin;
}

const view = (addin: Addin) => addin.state().view as MessageView;

test("a hand-over names the department and leaves the date; it can be taken back, with the service too", async () => {
  const w = twoDepartments();
  const addin = await started(w);
  const { due } = view(addin).standing ?? {};
  await addin.handOver("roads");
  await settled();
  expect(view(addin).standing).toMatchObject({ department: "roads", due });
  expect(w.service.standings(w.clock.now())[0]?.department).toBe("roads");
  expect(view(addin).undo).toBe("department");
  await addin.undo();
  await settled();
  expect(view(addin).standing?.department).toBe("planning");
  expect(w.service.standings(w.clock.now())[0]?.department).toBe("planning");
});

test("a department that the policy does not know is a bug", async () => {
  await expect((await started(world())).handOver("moon")).rejects.toThrow(RangeError);
});

test("“I’m on it” holds until the office closes on the next business day, and then no more", async () => {
  const w = world();
  const addin = await started(w);
  await addin.setClaimed(true);
  expect(view(addin).standing?.claimedUntil).toBe(at("Mon 2026-11-23 16:30"));
  expect(view(addin).standing?.due?.dueDay).toBe(day("Tue 2026-11-24"));
  expect(view(addin).undo).toBe("claimed");
  await w.clock.turnTo(at("Mon 2026-11-23 16:30"));
  expect(view(addin).standing?.claimedUntil).toBeNull();
});

test("“I’m on it” and a compliment are turned off again, also long after the step, and can be said anew", async () => {
  const w = world();
  const addin = await started(w);
  for (const turn of ["first", "second"]) {
    await addin.setClaimed(true);
    await addin.setCompliment(true);
    expect([turn, view(addin).compliment, view(addin).standing?.claimedUntil !== null]).toEqual([turn, true, true]);
    await addin.refresh();
    await addin.setClaimed(false);
    await addin.setCompliment(false);
    expect([turn, view(addin).compliment, view(addin).standing?.claimedUntil]).toEqual([turn, false, null]);
    expect(view(addin).undo).toBeNull();
    await w.clock.turnTo(at("Fri 2026-11-20 11:05"));
  }
});

test("a compliment reaches the service as a fact and changes nothing of the clock", async () => {
  const w = world();
  const addin = await started(w);
  const before = view(addin).standing;
  await addin.setCompliment(true);
  await settled();
  expect(w.service.facts.map(({ kind }) => kind)).toContain("compliment");
  const { compliments, restsOn } = view(addin).standing!;
  expect(compliments).toHaveLength(1);
  expect(view(addin).standing).toEqual({ ...before, compliments, restsOn });
  await addin.undo();
  expect(view(addin).compliment).toBe(false);
});
