import { expect, jest, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import type { Ledger } from "../../../src/addin/ledgerPorts.ts";
import { mail } from "../../support/mailbox.ts";
import { sentReply, settled, world, type World } from "../../support/ports.ts";
import { at } from "../../support/time.ts";

/** Calls of one of the ledger's functions from now on. */
function counted(w: World, name: keyof Ledger): { calls: number } {
  const count = { calls: 0 };
  const ledger = w.ports.storage.ledger as unknown as Record<string, (...args: unknown[]) => unknown>;
  const original = ledger[name];
  if (original === undefined) throw new Error(`no ${name}`);
  ledger[name] = (...args) => {
    count.calls += 1;
    return original(...args);
  };
  return count;
}

async function started(w: World) {
  const addin = createAddin(w.ports, { dice: () => 0.5, scopes: [] });
  await addin.start();
  await settled();
  return addin;
}

test("Junk is gone through again only when a message was told of", async () => {
  const w = world();
  w.mailbox.put("junk-1", { folder: "junkemail" });
  const addin = await started(w);
  expect(addin.state().junk).toHaveLength(1);
  const read = counted(w, "inFolder");
  await addin.refresh();
  expect(read.calls).toBe(0);
  w.mailbox.put("junk-2", { folder: "junkemail", internetMessageId: "<two@mail.example>" });
  await addin.refresh();
  expect(addin.state().junk).toHaveLength(2);
});

test("older mail that was not offered yet is gone through again only when a message was told of", async () => {
  const w = world();
  w.mail.kept = { joinedAt: { "": at("Fri 2026-11-20 08:00") }, offered: false };
  w.mailbox.put("old-1", { receivedAt: at("Tue 2026-11-17 10:00"), sentAt: at("Tue 2026-11-17 10:00") });
  const addin = await started(w);
  expect(addin.state().older).toHaveLength(1);
  const read = counted(w, "receivedBetween");
  await addin.refresh();
  expect(read.calls).toBe(0);
  expect(addin.state().older).toHaveLength(1);
});

test("what was answered is asked about by the look that sees it change and by the next one, and then no more", async () => {
  const w = world();
  w.mailbox.put("1", mail());
  w.mailbox.put("2", sentReply({ sentAt: at("Fri 2026-11-20 10:30") }));
  const asked: number[] = [];
  const states = w.service.states.bind(w.service);
  w.service.states = (inquiries) => {
    asked.push(inquiries.length);
    return states(inquiries);
  };
  const addin = await started(w);
  await addin.refresh();
  expect(asked).toEqual([1, 1]);
  await addin.refresh();
  expect(asked).toEqual([1, 1]);
});

test("messages that belong together are read through once, however many of them a look tells of", async () => {
  const w = world();
  for (let index = 0; index < 100; index += 1) {
    w.mailbox.put(`item-${index}`, { internetMessageId: `<${index}@mail.example>`, conversationId: "one" });
  }
  const read = counted(w, "related");
  await started(w);
  expect(read.calls).toBe(1);
});

test("a look works through a folder's page in parts, lets the page breathe between them, and keeps it in one step", async () => {
  const w = world();
  for (let index = 0; index < 101; index += 1) {
    w.mailbox.put(`item-${index}`, { internetMessageId: `<${index}@mail.example>`, conversationId: `${index}` });
  }
  const breathe = jest.spyOn(w.ports.clock, "breathe");
  const kept: (readonly [number, number])[] = [];
  const { ledger } = w.ports.storage;
  const keep = ledger.keep.bind(ledger);
  ledger.keep = (messages, forget) => {
    kept.push([messages.length, breathe.mock.calls.length]);
    return keep(messages, forget);
  };
  await started(w);
  const [[size, breaths]] = kept as [readonly [number, number]];
  expect(size).toBe(101);
  expect(breaths).toBeGreaterThanOrEqual(3);
});

test("mail from before the look-back window that bears no mark is read again for nothing but its inquiry", async () => {
  const w = world();
  const received = (when: string) => ({ receivedAt: at(when), sentAt: at(when) });
  w.mailbox.put("old", received("Tue 2026-09-01 10:00"));
  w.mailbox.put("marked", {
    ...received("Tue 2026-09-01 11:00"),
    internetMessageId: "<two@mail.example>",
    categories: ["Order"],
  });
  w.mailbox.put("new", { ...received("Fri 2026-11-20 10:00"), internetMessageId: "<three@mail.example>" });
  const { ledger } = w.ports.storage;
  const read: string[] = [];
  const messages = ledger.messages.bind(ledger);
  ledger.messages = (keys) => {
    read.push(...keys);
    return messages(keys);
  };
  const looked = { ...w, ports: { ...w.ports, service: null, mailbox: { reader: w.mailbox, writer: w.mailbox } } };
  await started(looked);
  const times = (id: string) => read.filter((key) => key === ` ${id}`).length;
  // As the page is kept; then for its headers, or for its marks.
  expect([times("old"), times("marked"), times("new")]).toEqual([1, 2, 3]);
});
