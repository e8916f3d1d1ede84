import { describe, expect, test } from "@jest/globals";
import type { Addin, MessageView } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { OutsideError } from "../../src/addin/ports.ts";
import { cityFragment, neverSenderFrom, offeredSenders } from "../../src/addin/neverSenders.ts";
import { triage } from "../../src/domain/triage/triage.ts";
import type { MessageFacts } from "../../src/domain/triage/message.ts";
import { city, later, message, sentReply, settled, world, type World } from "../support/ports.ts";
import { at } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };
const courier = { name: "Parcels", address: "status@courier.example" };
const view = (addin: Addin) => addin.state().view as MessageView;

async function started(w: World, from = courier): Promise<Addin> {
  w.mail.open(message({ from }));
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

async function opened(w: World, number: number, conversationId = `conversation-${number}`, from = courier) {
  w.mail.open(
    message({ itemId: `item-${number}`, internetMessageId: `<${number}@courier.example>`, conversationId, from }),
  );
  await w.mail.changed();
}

/** A minute passes: what was said before and after are not of the same instant. */
const aMinute = (w: World) => w.clock.turnTo(later(w.clock.now(), 60_000));

test("mail of a sender who never needs a reply stays off the clock from then on, and counts nowhere", async () => {
  const w = world();
  const addin = await started(w);
  await addin.neverNeedsReply("status@courier.example");
  await opened(w, 2);
  expect(view(addin).standing).toBeNull();
  expect(view(addin).triage).toMatchObject({ onTheClock: false, reason: "notification", rule: "sender-never" });
  expect(w.service.standings(w.clock.now())).toHaveLength(1);
});

test("the message itself goes off the clock by a person’s word, with the service too", async () => {
  const w = world();
  const addin = await started(w);
  await addin.neverNeedsReply("status@courier.example");
  await settled();
  expect(view(addin)).toMatchObject({ undo: "never", standing: { state: "excluded" } });
  expect(w.service.standings(w.clock.now())[0]?.excludedReason).toBe("notification");
  expect(addin.state().neverSenders).toEqual([{ sender: "status@courier.example", at: at("Fri 2026-11-20 11:00") }]);
});

test("undone, the message is on the clock again with its first date, and so is later mail", async () => {
  const w = world();
  const addin = await started(w);
  const before = view(addin).standing?.due;
  await addin.neverNeedsReply("status@courier.example");
  await aMinute(w);
  await addin.undo();
  expect(view(addin).standing?.due).toEqual(before);
  expect(view(addin).standing?.excludedReason).toBeNull();
  expect(addin.state().neverSenders).toEqual([]);
  await opened(w, 2);
  expect(view(addin).standing?.state).toBe("onTrack");
});

test("the list is remembered for the mailbox by the next pane", async () => {
  const w = world();
  await (await started(w)).neverNeedsReply("status@courier.example");
  w.mail.open(
    message({ itemId: "item-3", internetMessageId: "<3@courier.example>", conversationId: "c-3", from: courier }),
  );
  const next = createAddin(w.ports, options);
  await next.start();
  expect(view(next).triage.rule).toBe("sender-never");
  expect(next.state().neverSenders).toHaveLength(1);
});

test("a person’s word beats the list: a message that needs a reply gets on the clock, and its conversation stays there", async () => {
  const w = world();
  const addin = await started(w);
  await addin.neverNeedsReply("status@courier.example");
  await opened(w, 2);
  await addin.include();
  expect(view(addin).standing?.state).toBe("onTrack");
  await opened(w, 3, "conversation-2");
  expect(view(addin).triage.onTheClock).toBe(true);
  expect(view(addin).standing?.excludedReason).toBeNull();
});

test("a conversation that a person keeps on the clock is not touched by a list made elsewhere", async () => {
  const w = world();
  const addin = await started(w);
  await addin.setChannel("letter");
  await opened(w, 2);
  await addin.neverNeedsReply("status@courier.example");
  w.mail.open(message({ from: courier }));
  await w.mail.changed();
  expect(view(addin).standing).toMatchObject({ channel: "letter", excludedReason: null });
});

test("an inquiry that was answered before keeps its place in the figures", async () => {
  const w = world();
  const addin = await started(w);
  await opened(w, 2);
  w.mailbox.put(
    "sent-1",
    sentReply({ to: [{ name: "", address: "status@courier.example" }], sentAt: at("Fri 2026-11-20 10:30") }),
  );
  await addin.refresh();
  await settled();
  await addin.neverNeedsReply("status@courier.example");
  w.mail.open(message({ from: courier }));
  await w.mail.changed();
  expect(view(addin).standing?.state).toBe("repliedInTime");
});

test("one that still waits goes off the clock when it is opened again", async () => {
  const w = world();
  const addin = await started(w);
  await opened(w, 2);
  await addin.neverNeedsReply("status@courier.example");
  w.mail.open(message({ from: courier }));
  await w.mail.changed();
  expect(view(addin).standing?.excludedReason).toBe("notification");
  await w.mail.changed();
  expect(view(addin).standing?.excludedReason).toBe("notification");
});

test("taken off the list, the sender’s open message is judged anew", async () => {
  const w = world();
  const addin = await started(w);
  await addin.neverNeedsReply("status@courier.example");
  await opened(w, 2);
  await addin.removeNeverSender("status@courier.example");
  expect(view(addin).standing?.state).toBe("onTrack");
});

test("a sender that the open message does not offer is a bug", async () => {
  const addin = await started(world());
  await expect(addin.neverNeedsReply("ada@mail.example")).rejects.toThrow(RangeError);
});

test("storage that refuses the list keeps it as long as the pane is open", async () => {
  const w = world();
  Object.assign(w.ports.storage.memory, { set: () => Promise.reject(new OutsideError("storageDenied", "full")) });
  const addin = await started(w);
  await addin.neverNeedsReply("status@courier.example");
  await opened(w, 2);
  expect(view(addin).triage.rule).toBe("sender-never");
  expect(addin.state().neverSenders).toHaveLength(1);
});

describe("what is offered", () => {
  const facts = (address: string, more: Partial<MessageFacts> = {}): MessageFacts => ({
    id: "<1@x.example>",
    from: { name: "", address },
    replyTo: [],
    to: [{ name: "", address: "planning@pinewood.example" }],
    cc: [],
    subject: "Invoice 12",
    headers: [["From", address]],
    parts: [],
    receivedAt: at("Fri 2026-11-20 10:12"),
    ...more,
  });
  const offered = (each: MessageFacts, policy = city) => offeredSenders(each, triage(each, policy), policy);

  test.each([
    ["a person’s address alone", "ada@mail.example", ["ada@mail.example"]],
    ["a desk’s address alone: people answer there", "info@paperworks.example", ["info@paperworks.example"]],
    [
      "a machine’s, then its whole domain",
      "no-reply@courier.example",
      ["no-reply@courier.example", "*@courier.example"],
    ],
    ["a machine’s own name too", "alerts@hydro.example", ["alerts@hydro.example", "*@hydro.example"]],
    ["no public mail domain", "no-reply@gmail.com", ["no-reply@gmail.com"]],
  ])("%s", (_, address, expected) => {
    const each = facts(address);
    const plain = { ...triage(each, city), onTheClock: true, reason: null, rule: "ordinary-mail" };
    expect(offeredSenders(each, plain, city)).toEqual(expected);
  });

  test("never the staff’s own domain", () => {
    const each = facts("no-reply@pinewood.example");
    const plain = { ...triage(each, city), onTheClock: true, reason: null, rule: "ordinary-mail" };
    expect(offeredSenders(each, plain, city)).toEqual(["no-reply@pinewood.example"]);
  });

  test("nothing for a sender through whom others speak: a configured channel, a form", () => {
    const scanner = {
      ...city,
      channels: { ...city.channels, letter: { ...city.channels["letter"]!, senders: ["scan@office.example"] } },
    };
    expect(offered(facts("scan@office.example"), scanner)).toEqual([]);
    const form = facts("no-reply@forms.example", { replyTo: [{ name: "Ada", address: "ada@mail.example" }] });
    expect(offered(form)).toEqual([]);
  });

  test("nothing for a message without a sender", () => {
    expect(offered({ ...facts(""), from: null })).toEqual([]);
  });
});

test("the city is offered machine addresses and whole domains only, as a part of its policy document", () => {
  const senders = ["ada@mail.example", "no-reply@courier.example", "*@news.example", "info@shop.example"];
  const list = senders.map((sender) => ({ sender, at: at("Fri 2026-11-20 11:00") }));
  expect(JSON.parse(cityFragment(list) ?? "")).toEqual({
    machines: { senders: ["*@news.example", "no-reply@courier.example"] },
  });
  expect(cityFragment(list.slice(0, 1))).toBeNull();
});

test("what else stands in storage is no sender", () => {
  expect([null, 7, "x", { sender: 1, at: 1 }, { sender: "a@b.example" }].map(neverSenderFrom)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
