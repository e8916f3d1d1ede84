import { expect, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import type { Ports } from "../../../src/addin/ports.ts";
import { mail } from "../../support/mailbox.ts";
import { city, served, sentReply, settled, world, type World } from "../../support/ports.ts";
import { at, day } from "../../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };

async function started(w: World) {
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

const flagging = (w: World, change: Partial<Ports> = {}): World => ({
  ...w,
  ports: { ...w.ports, mailbox: { reader: w.mailbox, writer: w.mailbox }, ...change },
});

test("everything that waits in the mailbox stands in My replies, without being opened", async () => {
  const w = world({}, at("Tue 2026-11-24 11:00"));
  w.mailbox.put("a", mail());
  w.mailbox.put("b", mail({ internetMessageId: "<b@x>", conversationId: "b", receivedAt: at("Mon 2026-11-23 09:00") }));
  w.mailbox.put("c", mail({ internetMessageId: "<c@x>", conversationId: "c", receivedAt: at("Wed 2026-11-18 09:00") }));
  const { queue } = (await started(w)).state();
  const names = (rows: readonly { readonly internetMessageId: string }[] | undefined) =>
    rows?.map(({ internetMessageId }) => internetMessageId);
  expect(names(queue?.overdue)).toEqual(["<c@x>"]);
  expect(names(queue?.today)).toEqual(["<one@mail.example>"]);
  expect(queue?.later.map((each) => [each.day, names(each.rows)])).toEqual([[day("Wed 2026-11-25"), ["<b@x>"]]]);
});

test("an answer that was sent while no pane was open takes the mark off within one look", async () => {
  const w = flagging(world({}, at("Tue 2026-11-24 11:00")));
  w.mailbox.put("a", mail({ categories: ["Order"] }));
  const addin = await started(w);
  expect(w.mailbox.get("a")?.categories).toEqual(["Order", "Reply due today"]);
  w.mailbox.put("sent", sentReply({ sentAt: at("Tue 2026-11-24 11:30") }));
  await w.clock.turnTo(at("Tue 2026-11-24 12:00"));
  await addin.refresh();
  await settled();
  expect(w.mailbox.get("a")?.categories).toEqual(["Order"]);
  expect(addin.state().queue?.today).toEqual([]);
});

test("a look with nothing new asks once and writes nothing", async () => {
  const w = flagging(world({}, at("Tue 2026-11-24 11:00")));
  w.mailbox.put("a", mail());
  const addin = await started(w);
  await addin.refresh();
  await settled();
  const [looks, marks, asked] = [w.mailbox.looks, w.mailbox.marks.length, w.mailbox.asked.length];
  await addin.refresh();
  await settled();
  expect([w.mailbox.looks, w.mailbox.marks.length, w.mailbox.asked.length]).toEqual([looks + 1, marks, asked]);
});

test("headers are read where the envelope leaves it open, and only inside the look-back window", async () => {
  const w = world({}, at("Tue 2026-11-24 11:00"));
  w.mailbox.put("open", mail());
  w.mailbox.put(
    "colleague",
    mail({ internetMessageId: "<d@x>", from: { name: "Sam", address: "sam@pinewood.example" } }),
  );
  w.mailbox.put("old", mail({ internetMessageId: "<e@x>", receivedAt: at("Mon 2026-06-01 09:00") }));
  w.mailbox.put("sent", sentReply());
  await started(w);
  expect(w.mailbox.asked).toEqual(["open"]);
});

test("what a new policy judges otherwise is put right at the next look", async () => {
  const machine = { ...city, version: "2026-12", machines: { senders: ["ada@mail.example"] } };
  const w = world({}, at("Mon 2026-11-23 11:00"));
  w.mailbox.put("a", mail());
  expect((await started(w)).state().queue?.later).toHaveLength(1);
  w.ports.service!.policy = () => Promise.resolve({ ...served, policy: machine });
  const addin = await started(w);
  await addin.refresh();
  await settled();
  expect(addin.state().queue?.later).toEqual([]);
  expect(w.service.standings(w.clock.now())[0]?.excludedReason).toBe("notification");
});

test("where the mailbox cannot be read the pane says so, shows what it knows and is right again by itself", async () => {
  const w = world({}, at("Mon 2026-11-23 11:00"));
  w.mailbox.put("a", mail());
  const addin = await started(w);
  w.mailbox.refusal = "throttled";
  await addin.refresh();
  expect(addin.state().notices.map(({ code }) => code)).toEqual(["mailboxBusy"]);
  expect(addin.state().queue?.later).toHaveLength(1);
  w.mailbox.refusal = null;
  w.mailbox.put("sent", sentReply({ sentAt: at("Mon 2026-11-23 11:05") }));
  await w.clock.turnTo(at("Mon 2026-11-23 11:30"));
  await settled();
  expect(addin.state().notices).toEqual([]);
  expect(addin.state().queue?.later).toEqual([]);
});

test("a line of My replies opens its message by the id that Outlook knows", async () => {
  const w = world({}, at("Mon 2026-11-23 11:00"));
  w.mailbox.put("a", mail());
  const addin = await started(w);
  await addin.openRow(addin.state().queue!.later[0]!.rows[0]!);
  expect(w.mail.openedIds).toEqual(["outlook a"]);
});
