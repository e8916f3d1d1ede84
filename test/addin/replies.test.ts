import { expect, test } from "@jest/globals";
import type { Addin, MessageView } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import type { ReplyStamp } from "../../src/addin/ports.ts";
import { cityWithApp, message, openNotice, sentReply, settled, world, type World } from "../support/ports.ts";
import { at, day } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };
const holding: ReplyStamp = {
  replyKind: "holding",
  template: "receipt",
  promisedDay: day("Thu 2026-11-26"),
  answers: "<one@mail.example>",
};

async function started(w: World): Promise<Addin> {
  w.mail.open(message());
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

const standing = (addin: Addin) => (addin.state().view as MessageView).standing;

test("a reply in Sent Items closes the inquiry and reaches the service", async () => {
  const w = world();
  const addin = await started(w);
  w.mailbox.put("sent-1", sentReply());
  await w.clock.turnTo(at("Fri 2026-11-20 14:05"));
  await addin.refresh();
  await settled();
  expect(standing(addin)).toMatchObject({ state: "repliedInTime", metAt: at("Fri 2026-11-20 14:00") });
  expect(w.service.standings(w.clock.now())[0]?.state).toBe("repliedInTime");
});

test("a stamped holding reply meets the response time and leaves its promise open", async () => {
  const w = world();
  const addin = await started(w);
  w.mailbox.put("sent-1", sentReply({ stamp: holding }));
  await w.clock.turnTo(at("Fri 2026-11-20 14:05"));
  await addin.refresh();
  expect(standing(addin)).toMatchObject({
    state: "promised",
    closed: false,
    promise: { day: day("Thu 2026-11-26"), kept: null },
  });
});

test("a new message that answers a notice is matched by its stamp, in whatever conversation it lies", async () => {
  const w = world({ shippedPolicy: () => Promise.resolve(cityWithApp), service: null });
  openNotice(w.mail);
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  const sent = sentReply({ conversationId: "conversation-9", answers: [] });
  w.mailbox.put("sent-1", sent);
  await w.clock.turnTo(at("Fri 2026-11-20 14:05"));
  await addin.refresh();
  expect(standing(addin)?.metAt).toBeNull();
  w.mailbox.put("sent-1", { ...sent, stamp: holding });
  await addin.refresh();
  expect(standing(addin)).toMatchObject({ state: "promised", metAt: at("Fri 2026-11-20 14:00") });
});

test("the due category goes once the reply is seen", async () => {
  const w = world({}, at("Tue 2026-11-24 09:00"));
  const addin = await started(w);
  expect(w.mail.categories.at(-1)?.[1]).toBe("replyDueToday");
  w.mailbox.put("sent-1", sentReply({ sentAt: at("Tue 2026-11-24 09:05") }));
  await w.clock.turnTo(at("Tue 2026-11-24 09:06"));
  await addin.refresh();
  expect(w.mail.categories.at(-1)).toEqual(["item-1", null]);
  expect(w.mail.bars.at(-1)).toBeNull();
});

test("a message first opened after its reply went out is found answered", async () => {
  const w = world({}, at("Mon 2026-11-23 11:00"));
  w.mailbox.put("sent-1", sentReply());
  expect(standing(await started(w))?.state).toBe("repliedInTime");
});

test("a reply to a colleague in the same conversation answers nobody", async () => {
  const w = world({}, at("Fri 2026-11-20 15:00"));
  w.mailbox.put("sent-1", sentReply({ to: [{ name: "", address: "sam@pinewood.example" }] }));
  expect(standing(await started(w))?.closed).toBe(false);
});

test("the send handler's note counts where Sent Items cannot be seen", async () => {
  const w = world();
  w.mailbox.refusal = "forbidden";
  const addin = await started(w);
  await w.handlerMail.left({
    conversationId: "conversation-1",
    at: at("Fri 2026-11-20 10:58"),
    stamp: holding,
    recipients: ["ada@mail.example"],
  });
  expect(standing(addin)?.state).toBe("promised");
  expect(w.service.facts.find(({ kind }) => kind === "replied")).toMatchObject({ seenIn: "send" });
  expect(addin.state().notices.map(({ code }) => code)).toEqual(["mailboxUnseen"]);
});

test("with Sent Items the note is only a bell: the copy decides, also when it comes late", async () => {
  const w = world();
  const addin = await started(w);
  await w.handlerMail.left({
    conversationId: "conversation-1",
    at: at("Fri 2026-11-20 11:00"),
    stamp: null,
    recipients: ["ada@mail.example"],
  });
  expect(standing(addin)?.closed).toBe(false);
  w.mailbox.put("sent-1", sentReply({ sentAt: at("Fri 2026-11-20 11:00:01") }));
  await w.clock.turnTo(at("Fri 2026-11-20 11:00:03"));
  expect(standing(addin)?.closed).toBe(true);
  expect(w.service.facts.filter(({ kind }) => kind === "replied")).toHaveLength(1);
});

test("a note whose recipients are unknown proves nothing", async () => {
  const w = world({ mailbox: null });
  const addin = await started(w);
  await w.handlerMail.left({ conversationId: "conversation-1", at: at("Fri 2026-11-20 10:58"), stamp: null });
  expect(standing(addin)?.closed).toBe(false);
});
