import { expect, test } from "@jest/globals";
import type { Addin, MessageView, PutOff } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { ofThisWeek } from "../../src/addin/putOff.ts";
import { day } from "../support/time.ts";
import { mail } from "../support/mailbox.ts";
import {
  inquiryKey,
  later,
  message,
  nodeDigest,
  receivedHeader,
  sentReply,
  settled,
  world,
  type World,
} from "../support/ports.ts";
import { at } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };
const view = (addin: Addin) => addin.state().view as MessageView;
const automatic = [...receivedHeader("Fri, 20 Nov 2026 10:00:00 -0600"), ["Auto-Submitted", "auto-replied"]] as const;

async function started(w: World): Promise<Addin> {
  w.mail.headersOf.set("item-1", automatic);
  w.mail.open(message());
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

async function openAnother(w: World): Promise<void> {
  w.mail.open(message({ itemId: "item-2", internetMessageId: "<two@mail.example>", conversationId: "conversation-2" }));
  await w.mail.changed();
}

test("what a rule put off the clock is listed with subject, sender, rule, reason and when", async () => {
  const addin = await started(world());
  expect(addin.state().putOff).toMatchObject([
    {
      internetMessageId: "<one@mail.example>",
      itemId: "item-1",
      subject: "Dog licence",
      sender: { address: "ada@mail.example" },
      rule: "auto-submitted",
      reason: "automatic",
      probable: false,
      at: at("Fri 2026-11-20 11:00"),
    },
  ]);
});

test("looked at again it keeps its day, and the next pane knows it", async () => {
  const w = world();
  await started(w);
  await w.clock.turnTo(at("Mon 2026-11-23 09:00"));
  const next = createAddin(w.ports, options);
  await next.start();
  expect(next.state().putOff.map((row) => row.at)).toEqual([at("Fri 2026-11-20 11:00")]);
});

test("a message that a person puts on the clock leaves the list; undone, it is back", async () => {
  const w = world();
  const addin = await started(w);
  await addin.include();
  expect(addin.state().putOff).toEqual([]);
  await addin.undo();
  expect(addin.state().putOff).toHaveLength(1);
});

test("mail on the clock, mail of ours and mail from before the city counted are not listed", async () => {
  const w = world();
  const addin = await started(w);
  await addin.include();
  await openAnother(w);
  w.mail.open(message({ itemId: "item-3", internetMessageId: "<3@pinewood.example>", from: w.mail.user }));
  await w.mail.changed();
  w.mail.headersOf.set("item-4", receivedHeader("Tue, 30 Dec 2025 10:00:00 -0700"));
  w.mail.open(message({ itemId: "item-4", internetMessageId: "<4@mail.example>", conversationId: "conversation-4" }));
  await w.mail.changed();
  expect(view(addin).triage.rule).toBe("counts-from");
  expect(addin.state().putOff).toEqual([]);
});

test("“This needs a reply” puts a listed message on the clock from its receipt, while another one is open", async () => {
  const w = world();
  const addin = await started(w);
  await openAnother(w);
  await addin.needsReply("<one@mail.example>");
  await settled();
  expect(addin.state().putOff).toEqual([]);
  const standings = w.service.standings(w.clock.now());
  expect(standings.map(({ receivedAt }) => receivedAt).sort()).toEqual([
    at("Fri 2026-11-20 10:00"),
    at("Fri 2026-11-20 10:12"),
  ]);
  expect(view(addin).internetMessageId).toBe("<two@mail.example>");
  w.mail.open(message());
  await w.mail.changed();
  expect(view(addin).standing?.due?.dueDay).toBe(day("Tue 2026-11-24"));
});

test("of the open message it can be taken back", async () => {
  const addin = await started(world());
  await addin.needsReply("<one@mail.example>");
  expect(view(addin).undo).toBe("included");
});

test("a row that is no longer there changes nothing", async () => {
  const w = world();
  const addin = await started(w);
  await addin.needsReply("<unknown@mail.example>");
  await settled();
  expect(w.service.facts).toEqual([]);
});

test("only the newest two hundred are kept", async () => {
  const w = world();
  const row = { conversationId: "c", subject: "", rule: "list-id", reason: "bulk", probable: false, received: {} };
  const many = Array.from({ length: 200 }, (_, n) => ({
    ...row,
    internetMessageId: `<${n}@list.example>`,
    itemId: `item-${n}`,
    at: at("Fri 2026-11-20 09:00"),
  }));
  await w.ports.storage.memory.set("putOff", [...many, "spoilt"]);
  const addin = await started(w);
  expect(addin.state().putOff).toHaveLength(200);
  expect(addin.state().putOff[0]?.internetMessageId).toBe("<one@mail.example>");
  expect(addin.state().putOff.some((each) => each.internetMessageId === "<199@list.example>")).toBe(false);
});

test("the review shows seven days, what is probable first, then the newest", () => {
  const now = at("Fri 2026-11-20 11:00");
  const row = (id: string, hoursAgo: number, probable: boolean) =>
    ({ internetMessageId: id, at: later(now, -hoursAgo * 3_600_000), probable }) as PutOff;
  const rows = [row("old", 168, true), row("sure", 1, false), row("unsure", 100, true), row("surer", 167, false)];
  expect(ofThisWeek(rows, now).map((each) => each.internetMessageId)).toEqual(["unsure", "sure", "surer"]);
});

test("a probable decision that a person confirms is probable no more, on another computer too", async () => {
  const here = world();
  const thanks = async (w: World) => {
    w.mail.headersOf.set("item-1", [...receivedHeader("Fri, 20 Nov 2026 10:00:00 -0600"), ["In-Reply-To", "<ours@x>"]]);
    w.mail.textOf.set("item-1", "Thank you very much!");
    const addin = createAddin(w.ports, options);
    await addin.start();
    await settled();
    w.mail.open(message({ subject: "Re: Dog licence" }));
    await w.mail.changed();
    return addin;
  };
  const answered = (w: World) => {
    const before = {
      conversationId: "conversation-1",
      sentAt: at("Thu 2026-11-19 09:00"),
      answers: ["<zero@mail.example>"],
    };
    w.mailbox.put("zero", mail({ internetMessageId: "<zero@mail.example>", receivedAt: at("Thu 2026-11-19 08:00") }));
    w.mailbox.put("sent-0", sentReply({ ...before, internetMessageId: "<ours@x>" }));
  };
  answered(here);
  const addin = await thanks(here);
  expect(view(addin).triage).toMatchObject({ onTheClock: false, reason: "closing", probable: true });
  await addin.confirmOff();
  expect(view(addin)).toMatchObject({ triage: { probable: false }, undo: "excluded", standing: null });
  const there = world();
  answered(there);
  there.mail.decisionsOf.set("item-1", here.mail.decisionsOf.get("item-1") ?? { observations: [] });
  expect(view(await thanks(there)).triage.probable).toBe(false);
  await addin.undo();
  expect(view(addin).triage.probable).toBe(true);
  const one = nodeDigest.hmac(inquiryKey, "<one@mail.example>");
  expect(here.service.facts.filter(({ inquiry }) => inquiry === one)).toEqual([]);
});

test("a confirmed thank-you that needs a reply after all gets on the clock", async () => {
  const w = world();
  const addin = await started(w);
  await addin.confirmOff();
  await w.clock.turnTo(later(w.clock.now(), 60_000));
  await addin.include();
  expect(view(addin).standing?.state).toBe("onTrack");
});
