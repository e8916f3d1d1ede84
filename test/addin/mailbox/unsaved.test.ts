import { expect, test } from "@jest/globals";
import { createAddin } from "../../../src/addin/createAddin.ts";
import { mail } from "../../support/mailbox.ts";
import { inquiryKey, nodeDigest, settled, world, type World } from "../../support/ports.ts";
import { at } from "../../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };

function flagging(start = at("Mon 2026-11-23 11:00")): World {
  const w = world({}, start);
  return { ...w, ports: { ...w.ports, mailbox: { reader: w.mailbox, writer: w.mailbox } } };
}

async function started(w: World) {
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

test("a decision that could not be written on its message is written at the next look", async () => {
  const w = flagging();
  w.mailbox.put("a", mail());
  const addin = await started(w);
  w.mailbox.refusal = "throttled";
  await addin.excludeRows(["<one@mail.example>"], "thanks");
  await settled();
  expect(w.mailbox.get("a")?.decisions).toEqual([]);
  w.mailbox.refusal = null;
  await addin.refresh();
  await settled();
  expect(w.mailbox.get("a")?.decisions).toMatchObject([{ kind: "excluded", reason: "thanks", by: "person" }]);
});

test("what Outlook refuses to keep of the open message is written through Graph", async () => {
  const w = flagging();
  w.mailbox.put("a", mail());
  const addin = await started(w);
  w.mail.refuses.set("saveDecisions", "forbidden");
  w.mail.open({
    ...{ kind: "message", itemId: "item-1", internetMessageId: "<one@mail.example>", conversationId: "conversation-1" },
    ...{
      subject: "Dog licence",
      from: mail().from,
      sender: null,
      to: mail().to,
      cc: [],
      itemClass: "IPM.Note",
      parts: [],
    },
    createdAt: mail().receivedAt,
  });
  await w.mail.changed();
  await addin.exclude("thanks");
  await settled();
  expect(w.mailbox.get("a")?.decisions).toMatchObject([{ kind: "excluded", reason: "thanks" }]);
});

test("on a new computer mail from before the look-back window is counted if it was counted then, and not otherwise", async () => {
  const w = flagging();
  const old = at("Mon 2026-08-10 09:00");
  const letter = (name: string) =>
    mail({ internetMessageId: `<${name}>`, conversationId: name, receivedAt: old, sentAt: old });
  w.mailbox.put("counted", letter("counted"));
  w.mailbox.put("never", letter("never"));
  w.service.take([
    {
      ...{ id: "f".repeat(43), inquiry: nodeDigest.hmac(inquiryKey, "<counted>"), kind: "received", channel: "email" },
      ...{ department: "planning", mailboxKind: "shared", timeSource: "exchange", at: old, saidAt: old, by: "rule" },
    } as never,
  ]);
  const addin = await started(w);
  expect(addin.state().queue?.overdue.map(({ internetMessageId }) => internetMessageId)).toEqual(["<counted>"]);
  expect(w.mailbox.asked).toEqual([]);
  expect(w.service.facts).toHaveLength(1);
});
