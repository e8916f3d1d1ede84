import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { htmlOf } from "../../src/domain/acknowledgement/html.ts";
import type { Addin, DraftView } from "../../src/addin/addin.ts";
import { createAddin } from "../../src/addin/createAddin.ts";
import { OutsideError, type OpenItem, type OpenMessage } from "../../src/addin/ports.ts";
import { mail } from "../support/mailbox.ts";
import {
  city,
  cityWithApp,
  message,
  openNotice,
  sentReply,
  served,
  settled,
  world,
  type World,
} from "../support/ports.ts";
import { at, day } from "../support/time.ts";

const options = { dice: () => 0.5, scopes: [] };
const reply: OpenItem = {
  kind: "draft",
  conversationId: "conversation-1",
  composeType: "reply",
  subject: "RE: Dog licence",
};

async function started(w: World, change: Partial<OpenMessage> = {}): Promise<Addin> {
  w.mail.open(message(change));
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return addin;
}

test("an acknowledgement names customer, handler, city and the due day in words", async () => {
  const [receipt] = (await started(world())).templates(null);
  expect(receipt?.promisedDay).toBe(day("Tue 2026-11-24"));
  expect(receipt?.paragraphs).toEqual([
    "Dear Ada Okafor,",
    "Robin Clerk of City of Pinewood will answer you about Dog licence by Tuesday, November 24.",
    "We care.",
  ]);
  expect(receipt?.missing).toEqual([]);
});

test("the policy's order stands until time presses; then who answers and by when comes first", async () => {
  const reversed = { ...city, templates: [...(city.templates ?? [])].reverse() };
  const shippedPolicy = () => Promise.resolve({ ...served, policy: reversed });
  const ids = (addin: Addin) => addin.templates(null).map(({ template }) => template);
  expect(ids(await started(world({ shippedPolicy, service: null })))).toEqual(["call", "receipt"]);
  const overdue = world({ shippedPolicy, service: null }, at("Fri 2026-11-27 09:00"));
  expect(ids(await started(overdue))).toEqual(["receipt", "call"]);
});

test("once the due day is past the next business day is promised", async () => {
  const addin = await started(world({}, at("Fri 2026-11-27 09:00")));
  expect(addin.promiseDays()[0]).toBe(day("Mon 2026-11-30"));
  expect(addin.promiseDays()).toHaveLength(10);
});

test("the due day leads the days on offer and none of them is closed or twice there", async () => {
  const days = (await started(world())).promiseDays();
  expect(days.slice(0, 3)).toEqual([day("Tue 2026-11-24"), day("Mon 2026-11-23"), day("Wed 2026-11-25")]);
  expect(new Set(days).size).toBe(days.length);
  expect(days).not.toContain(day("Sat 2026-11-21"));
});

test("a reader in French gets the French text where there is one", async () => {
  const w = world();
  Object.assign(w.mail, { language: "fr-CA" });
  const [receipt, call] = (await started(w)).templates(null);
  expect(receipt?.paragraphs[0]).toBe("Bonjour Ada Okafor,");
  expect(call?.paragraphs[0]).toMatch(/^Please call/);
});

test("reply with acknowledgement opens a reply and leaves word how to stamp it", async () => {
  const w = world();
  const addin = await started(w);
  await addin.replyWith("receipt", day("Thu 2026-11-26"));
  expect(w.mail.replies[0]).toMatch(/^<p>Dear Ada Okafor,<\/p><p>.*Thursday, November 26/);
  expect(w.handlerMail.hints).toEqual([
    {
      conversationId: "conversation-1",
      at: at("Fri 2026-11-20 11:00"),
      stamp: {
        replyKind: "holding",
        template: "receipt",
        promisedDay: day("Thu 2026-11-26"),
        answers: "<one@mail.example>",
      },
    },
  ]);
});

test("where Outlook opens no reply the pane hears of it and can offer the text", async () => {
  const w = world();
  w.mail.refuses.set("openReply", "unsupported");
  await expect((await started(w)).replyWith("receipt", null)).rejects.toThrow(OutsideError);
});

async function besideNotice(): Promise<{ readonly w: World; readonly addin: Addin }> {
  const w = world({ shippedPolicy: () => Promise.resolve(cityWithApp), service: null });
  openNotice(w.mail);
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  return { w, addin };
}

test("a customer whom only a notice's text names gets a new message, with word left for the draft to that address", async () => {
  const { w, addin } = await besideNotice();
  await addin.replyWith("receipt", null);
  expect(w.mail.replies).toEqual([]);
  expect(w.mail.newMessages).toEqual([
    {
      to: "ada@mail.example",
      subject: "RE: New report: dark lane",
      html: expect.stringMatching(/^<p>Dear Ada Okafor,<\/p>/),
    },
  ]);
  expect(w.handlerMail.hints).toEqual([
    {
      to: "ada@mail.example",
      at: at("Fri 2026-11-20 11:00"),
      stamp: {
        replyKind: "holding",
        template: "receipt",
        promisedDay: day("Tue 2026-11-24"),
        answers: "<one@mail.example>",
      },
    },
  ]);
});

test("beside that new message the pane shows what it answers, and inserting keeps saying so in the stamp", async () => {
  const { w, addin } = await besideNotice();
  await addin.replyWith("receipt", null);
  w.mail.stamps.push(w.handlerMail.hints[0]!.stamp);
  w.mail.open({ ...reply, conversationId: "conversation-9", composeType: "newMail" });
  await w.mail.changed();
  expect((addin.state().view as DraftView).answering?.subject).toBe("[External] New report: dark lane");
  await addin.insert("call", null);
  expect(w.mail.stamps.at(-1)).toMatchObject({ template: "call", answers: "<one@mail.example>" });
});

test("html in a subject and a field in a name stay text", async () => {
  const w = world();
  const addin = await started(w, {
    subject: "<img src=x onerror=alert(1)> & more",
    from: { name: "{handler} Okafor", address: "ada@mail.example" },
  });
  await addin.replyWith("receipt", null);
  expect(w.mail.replies[0]).toContain("&lt;img src=x onerror=alert(1)&gt; &amp; more");
  expect(w.mail.replies[0]).toContain("Dear {handler} Okafor");
  expect(w.mail.replies[0]).not.toContain("<img");
});

test("whatever a paragraph holds, its html has no tag but p and br", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "\n", "a", "/", "p") })),
      (paragraphs) => {
        const html = htmlOf(paragraphs);
        expect(html.replace(/<\/?p>|<br>/g, "")).not.toMatch(/[<>"']/);
        expect(html.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      },
    ),
  );
});

test("beside a reply the pane shows what it answers; inserting puts paragraphs on top and stamps the draft", async () => {
  const w = world();
  const addin = await started(w);
  w.mail.open(reply);
  await w.mail.changed();
  const before = addin.state().view as DraftView;
  expect(before).toMatchObject({ kind: "draft", composeType: "reply", inserted: null });
  expect(before.answering?.standing?.due?.dueDay).toBe(day("Tue 2026-11-24"));
  await addin.insert("receipt", null);
  expect(w.mail.inserted[0]?.[0]).toBe("Dear Ada Okafor,");
  expect(w.mail.stamps).toEqual([
    { replyKind: "holding", template: "receipt", promisedDay: day("Tue 2026-11-24"), answers: "<one@mail.example>" },
  ]);
  expect((addin.state().view as DraftView).inserted).toBe("receipt");
});

test("a reply answers what waits in its conversation, not an older run there that was answered", async () => {
  const w = world();
  const came = (name: string, when: string) =>
    mail({ internetMessageId: `<${name}@mail.example>`, receivedAt: at(when), sentAt: at(when) });
  w.mailbox.put("1", came("one", "Mon 2026-11-16 10:00"));
  w.mailbox.put("2", came("two", "Tue 2026-11-17 10:00"));
  w.mailbox.put("3", sentReply({ sentAt: at("Tue 2026-11-17 14:00") }));
  w.mailbox.put("4", came("four", "Thu 2026-11-19 10:00"));
  w.mail.open(null);
  const addin = createAddin(w.ports, options);
  await addin.start();
  await settled();
  w.mail.open(reply);
  await w.mail.changed();
  expect((addin.state().view as DraftView).answering?.standing?.receivedAt).toBe(at("Thu 2026-11-19 10:00"));
});

test("a stamp that fails does not take the text back", async () => {
  const w = world();
  const addin = await started(w);
  w.mail.open(reply);
  await w.mail.changed();
  w.mail.refuses.set("writeStamp", "unexpected");
  await addin.insert("receipt", null);
  expect((addin.state().view as DraftView).inserted).toBe("receipt");
});

test("a new message answers nobody; its template greets the first recipient", async () => {
  const w = world();
  const addin = await started(w);
  w.mail.recipients = [{ name: "Ben Roy", address: "ben@mail.example" }];
  w.mail.open({ ...reply, composeType: "newMail" });
  await w.mail.changed();
  const view = addin.state().view as DraftView;
  expect(view.answering).toBeNull();
  expect(view.templates[0]?.paragraphs[0]).toBe("Dear Ben Roy,");
});

test("a reply to a message that was never opened here has its fields missing, and says which", async () => {
  const w = world();
  w.mail.open(null);
  const addin = createAddin(w.ports, options);
  await addin.start();
  w.mail.open(reply);
  await w.mail.changed();
  const view = addin.state().view as DraftView;
  expect(view.answering).toBeNull();
  expect(view.templates[0]?.missing).toEqual(["customer"]);
  expect(view.templates[0]?.paragraphs[0]).toBe("Dear [customer's name],");
});
