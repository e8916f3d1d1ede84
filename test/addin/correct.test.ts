import { expect, test } from "@jest/globals";
import type { Addin, MessageView } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { message, receivedHeader, settled, world, type World } from "../support/ports.ts";
import { at, day } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };

async function started(w: World): Promise<Addin> {
  w.mail.open(message());
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

const view = (addin: Addin) => addin.state().view as MessageView;

test("another channel moves the due date and can be taken back", async () => {
  const w = world();
  const addin = await started(w);
  await addin.setChannel("letter");
  expect(view(addin).standing).toMatchObject({ channel: "letter", due: { dueDay: day("Fri 2026-11-27") } });
  expect(view(addin).undo).toBe("channel");
  await addin.undo();
  expect(view(addin).standing).toMatchObject({ channel: "email", due: { dueDay: day("Tue 2026-11-24") } });
  expect(view(addin).undo).toBeNull();
  await settled();
  expect(w.service.standings(w.clock.now())[0]?.channel).toBe("email");
});

test("a channel that the policy does not know is a bug", async () => {
  await expect((await started(world())).setChannel("pigeon")).rejects.toThrow(RangeError);
});

test("no reply needed takes the message off the clock, with the service too", async () => {
  const w = world();
  const addin = await started(w);
  await addin.exclude("thanks");
  await settled();
  expect(view(addin).standing?.state).toBe("excluded");
  expect(w.service.standings(w.clock.now())[0]?.excludedReason).toBe("thanks");
});

test("this needs a reply puts an automatic message on the clock; undone, it counts nowhere", async () => {
  const w = world();
  w.mail.headersOf.set("item-1", [
    ...receivedHeader("Fri, 20 Nov 2026 10:00:00 -0600"),
    ["Auto-Submitted", "auto-replied"],
  ]);
  const addin = await started(w);
  await addin.include();
  await settled();
  expect(view(addin).standing?.due?.dueDay).toBe(day("Tue 2026-11-24"));
  expect(w.service.standings(w.clock.now())[0]?.state).toBe("onTrack");
  await addin.undo();
  await settled();
  expect(view(addin).standing?.state).toBe("excluded");
  expect(w.service.standings(w.clock.now())[0]?.state).toBe("excluded");
});

test("answered by telephone closes the inquiry at the time given", async () => {
  const w = world();
  const addin = await started(w);
  await addin.answeredAnotherWay("phone", at("Fri 2026-11-20 10:45"));
  expect(view(addin).standing).toMatchObject({
    state: "repliedInTime",
    closed: true,
    metAt: at("Fri 2026-11-20 10:45"),
  });
  await addin.undo();
  expect(view(addin).standing?.closed).toBe(false);
});

test("an answer before receipt, or in the future, is refused", async () => {
  const addin = await started(world());
  await expect(addin.answeredAnotherWay("phone", at("Fri 2026-11-20 10:00"))).rejects.toThrow(RangeError);
  await expect(addin.answeredAnotherWay("phone", at("Fri 2026-11-20 11:01"))).rejects.toThrow(RangeError);
});

test("decisions stay on the message: another computer shows them", async () => {
  const here = world();
  const addin = await started(here);
  await addin.setChannel("letter");
  const there = world();
  there.mail.decisionsOf.set("item-1", here.mail.decisionsOf.get("item-1") ?? { observations: [] });
  expect(view(await started(there)).standing?.channel).toBe("letter");
});

test("a message that takes no decisions loses none: the ledger keeps them", async () => {
  const w = world();
  w.mail.refuses.set("saveDecisions", "forbidden");
  const addin = await started(w);
  await addin.exclude("duplicate");
  await addin.refresh();
  await settled();
  expect(view(addin).standing?.excludedReason).toBe("duplicate");
  expect(w.service.standings(w.clock.now())[0]?.excludedReason).toBe("duplicate");
});

test("undo is gone once another message is open", async () => {
  const w = world();
  const addin = await started(w);
  await addin.exclude("thanks");
  w.mail.open(message({ itemId: "item-2", internetMessageId: "<two@mail.example>", conversationId: "c-2" }));
  await w.mail.changed();
  expect(view(addin).undo).toBeNull();
});
