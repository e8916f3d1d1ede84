import { afterEach, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import type { Observation } from "../../src/domain/inquiry/fact.ts";
import { callOffice } from "../../src/office/callOffice.ts";
import { compact } from "../../src/addin/decisions.ts";
import { decisionsFrom } from "../../src/addin/readDecisions.ts";
import { headerLines } from "../../src/office/item.ts";
import { officeMail } from "../../src/office/officeMail.ts";
import { startOffice } from "../../src/office/startOffice.ts";
import { at, day } from "../support/time.ts";
import { madeUpOffice, type Script } from "./office.ts";

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, "Office");
});

const names = {
  replyDueToday: "Reply due today",
  replyOverdue: "Reply overdue",
  replyDue: "Reply due",
  replied: "Replied",
};

/** A read item whose categories are `present`. */
function withCategories(present: string[], script: Script = {}) {
  const master = script.master ?? [];
  const item: Record<string, unknown> = { subject: "Dog licence" };
  const office = madeUpOffice({ ...script, master, item });
  item["categories"] = {};
  const categories = {
    getAsync: office.method("getAsync", () => present.map((displayName) => ({ displayName, color: "None" }))),
    addAsync: office.method("addAsync", (added: string[]) => void present.push(...added)),
    removeAsync: office.method(
      "removeAsync",
      (gone: string[]) => void present.splice(0, 99, ...present.filter((c) => !gone.includes(c))),
    ),
  };
  Object.assign((globalThis as unknown as { Office: typeof Office }).Office.context.mailbox.item!, { categories });
  return { ...office, master };
}

test("outside Outlook there is no mailbox", async () => {
  expect(await startOffice()).toBe(false);
  madeUpOffice();
  expect(await startOffice()).toBe(true);
});

test("a message is read with what is missing left empty", async () => {
  madeUpOffice({
    item: {
      itemId: "AAk=",
      internetMessageId: "<one@mail.example>",
      conversationId: "c-1",
      subject: "Dog licence",
      from: { displayName: "Ada Okafor", emailAddress: "ada@mail.example" },
      dateTimeCreated: new Date(at("Fri 2026-11-20 10:12")),
      attachments: [
        { attachmentType: "file", contentType: "Text/Calendar" },
        { attachmentType: "item", contentType: null },
      ],
    },
  });
  expect(await officeMail().current()).toEqual({
    kind: "message",
    itemId: "AAk=",
    internetMessageId: "<one@mail.example>",
    conversationId: "c-1",
    subject: "Dog licence",
    from: { name: "Ada Okafor", address: "ada@mail.example" },
    sender: null,
    to: [],
    cc: [],
    createdAt: at("Fri 2026-11-20 10:12"),
    itemClass: "",
    parts: [{ type: "text/calendar" }, { type: "message/rfc822", embedded: true }],
  });
});

test("selected messages are named by their internet message ids, and a change of them is heard", async () => {
  const { calls } = madeUpOffice({
    selected: [{ internetMessageId: "<one@mail.example>", itemId: "AAk=" }, { itemId: "AAo=" }],
  });
  expect(await officeMail().selected()).toEqual(["<one@mail.example>", ""]);
  await officeMail().onSelectionChanged(() => undefined);
  expect(calls).toEqual([["getSelectedItemsAsync"], ["addHandlerAsync", "selectedItemsChanged"]]);
});

test("before Mailbox 1.14 no selected message is named: nothing is asked", async () => {
  const { calls } = madeUpOffice({ versions: ["1.5", "1.13"] });
  await expect(officeMail().selected()).rejects.toMatchObject({ code: "unsupported" });
  await expect(officeMail().onSelectionChanged(() => undefined)).rejects.toMatchObject({ code: "unsupported" });
  expect(calls).toEqual([]);
});

test("no item, and an appointment, are nothing to show", async () => {
  madeUpOffice({ item: null });
  expect(await officeMail().current()).toBeNull();
  madeUpOffice({ item: { itemType: "appointment", subject: "Meeting" } });
  expect(await officeMail().current()).toBeNull();
});

test("a draft says what kind it is where Outlook can tell", async () => {
  const { method } = madeUpOffice();
  const item = {
    conversationId: "c-1",
    subject: { getAsync: method("subject", "RE: Dog licence") },
    getComposeTypeAsync: method("type", { composeType: "reply" }),
  };
  madeUpOffice({ item });
  expect(await officeMail().current()).toEqual({
    kind: "draft",
    conversationId: "c-1",
    composeType: "reply",
    subject: "RE: Dog licence",
  });
  madeUpOffice({ item, versions: ["1.5"] });
  expect(await officeMail().current()).toMatchObject({ composeType: null });
});

test("headers come in order, folded lines joined, and are unknown before Mailbox 1.8", async () => {
  expect(
    headerLines("Received: from a\r\n\tby b; Fri, 20 Nov 2026 16:30:12 +0000\r\nX-Empty:\r\nReceived: from c\r\n\r\n"),
  ).toEqual([
    ["Received", "from a by b; Fri, 20 Nov 2026 16:30:12 +0000"],
    ["X-Empty", ""],
    ["Received", "from c"],
  ]);
  madeUpOffice({ item: { subject: "x" }, versions: ["1.5"] });
  expect(await officeMail().headers()).toBeNull();
});

test("a category is made in the master list when missing, and ours alone are replaced", async () => {
  const present = ["Budget", "Reply due today"];
  const { master, calls } = withCategories(present);
  await officeMail().categorise("replyOverdue", names);
  expect(present).toEqual(["Budget", "Reply overdue"]);
  expect(master).toEqual([{ displayName: "Reply overdue", color: "Preset0" }]);
  calls.length = 0;
  await officeMail().categorise("replyOverdue", names);
  expect(calls.map(([name]) => name)).toEqual(["getAsync"]);
  await officeMail().categorise(null, names);
  expect(present).toEqual(["Budget"]);
});

test.each([
  [{ versions: ["1.5"] }, "unsupported"],
  [{ codes: { "masterCategories.addAsync": 7000 } }, "forbidden"],
  [{ codes: { getAsync: 5000 } }, "unsupported"],
  [{ codes: { addAsync: -1 } }, "forbidden"],
  [{ codes: { addAsync: 9041 } }, "offline"],
  [{ codes: { addAsync: 9030 } }, "gone"],
  [{ codes: { addAsync: 1234 } }, "unexpected"],
])("categories under %j are refused as %s", async (script, code) => {
  withCategories([], script);
  await expect(officeMail().categorise("replyDueToday", names)).rejects.toMatchObject({ name: "OutsideError", code });
});

test("a call that Outlook never answers is given up after 15 s", async () => {
  madeUpOffice();
  jest.useFakeTimers();
  const waiting = callOffice(() => undefined);
  jest.advanceTimersByTime(15_000);
  await expect(waiting).rejects.toMatchObject({ code: "unexpected" });
});

test("the bar is put under one key with the manifest's icon, at most 150 characters, and taken away only when shown", async () => {
  const shown: { key: string }[] = [];
  const { method } = madeUpOffice();
  const notificationMessages = {
    addAsync: method("addAsync", (key: string) => void shown.push({ key })),
    replaceAsync: method("replaceAsync", () => undefined),
    getAllAsync: method("getAllAsync", () => shown),
    removeAsync: method("removeAsync", () => void shown.pop()),
  };
  madeUpOffice({ item: { subject: "x", notificationMessages } });
  const add = jest.spyOn(notificationMessages, "addAsync");
  const replace = jest.spyOn(notificationMessages, "replaceAsync");
  const remove = jest.spyOn(notificationMessages, "removeAsync");
  await officeMail().notify(null);
  expect(remove).not.toHaveBeenCalled();
  await officeMail().notify({ text: "x".repeat(200) });
  const details = add.mock.calls[0]?.[1] as { icon: string; message: string; persistent: boolean };
  expect(details).toMatchObject({ icon: "Icon.16x16", persistent: false });
  expect(details.message).toHaveLength(150);
  await officeMail().notify({ text: "another sentence" });
  expect([add, replace].map((each) => each.mock.calls.length)).toEqual([1, 1]);
  await officeMail().notify(null);
  expect(shown).toEqual([]);
});

test.each([
  ["html", "<p>Dear &lt;Ada&gt; &amp; co,</p><p>one<br>two</p>"],
  ["text", "Dear <Ada> & co,\n\none\ntwo\n\n"],
])("paragraphs go on top of a draft in its own format: %s", async (type, expected) => {
  const { method, calls } = madeUpOffice();
  const item = {
    subject: { getAsync: method("subject", "") },
    body: { getTypeAsync: method("getTypeAsync", type), prependAsync: method("prependAsync") },
  };
  madeUpOffice({ item });
  await officeMail().insertAtTop(["Dear <Ada> & co,", "one\ntwo"]);
  expect(calls.at(-1)).toEqual(["prependAsync", expected, { coercionType: type }]);
});

test("a reply opens by the newer call, else by the older one, else not at all", async () => {
  const { method, calls } = madeUpOffice();
  const item = { subject: "x", displayReplyFormAsync: method("newer"), displayReplyForm: method("older") };
  madeUpOffice({ item });
  await officeMail().openReply("<p>Hi</p>");
  madeUpOffice({ item, versions: ["1.5"] });
  await officeMail().openReply("<p>Hi</p>");
  expect(calls).toEqual([
    ["newer", { htmlBody: "<p>Hi</p>" }],
    ["older", { htmlBody: "<p>Hi</p>" }],
  ]);
  madeUpOffice({ item: { subject: "x" } });
  await expect(officeMail().openReply("<p>Hi</p>")).rejects.toMatchObject({ code: "unsupported" });
  await expect(officeMail().openReply("x".repeat(32_001))).rejects.toMatchObject({ code: "unsupported" });
});

const notice = { to: "ada@mail.example", subject: "RE: Dark lane", html: "<p>Hi</p>" };
const form = { toRecipients: ["ada@mail.example"], subject: "RE: Dark lane", htmlBody: "<p>Hi</p>" };

test("a new message opens by the newer call, else by the older one, else not at all", async () => {
  const newer = madeUpOffice({ mailbox: ["displayNewMessageFormAsync", "displayNewMessageForm"] });
  await officeMail().openNew(notice);
  expect(newer.calls).toEqual([["displayNewMessageFormAsync", form]]);
  const older = madeUpOffice({ mailbox: ["displayNewMessageForm"], versions: ["1.5", "1.6"] });
  await officeMail().openNew(notice);
  expect(older.calls).toEqual([["displayNewMessageForm", form]]);
  for (const script of [{ mailbox: ["displayNewMessageForm"], versions: ["1.5"] }, {}]) {
    madeUpOffice(script);
    await expect(officeMail().openNew(notice)).rejects.toMatchObject({ code: "unsupported" });
  }
});

test("a new message keeps to Outlook's 32 KB of html and 255 characters of subject", async () => {
  const { calls } = madeUpOffice({ mailbox: ["displayNewMessageFormAsync"] });
  await officeMail().openNew({ ...notice, subject: "x".repeat(300) });
  expect(calls).toEqual([["displayNewMessageFormAsync", { ...form, subject: "x".repeat(255) }]]);
  const long = { ...notice, html: "x".repeat(32_001) };
  await expect(officeMail().openNew(long)).rejects.toMatchObject({ code: "unsupported" });
});

test("a stamp that is written is read again; nonsense in its place is none", async () => {
  const { method } = madeUpOffice();
  const { properties } = madeUpOffice({ item: { subject: { getAsync: method("subject", "") } } });
  const stamp = {
    replyKind: "holding" as const,
    template: "receipt",
    promisedDay: day("Thu 2026-11-26"),
    answers: null,
  };
  await officeMail().writeStamp(stamp);
  expect(await officeMail().readStamp()).toEqual(stamp);
  for (const nonsense of ["{", "7", 7, undefined, '{"replyKind":"lie"}']) {
    properties["civicreply.stamp"] = nonsense;
    expect(await officeMail().readStamp()).toBeNull();
  }
});

test("what needs a message refuses a draft, and the other way round", async () => {
  const { method } = madeUpOffice();
  madeUpOffice({ item: { subject: { getAsync: method("subject", "") } } });
  await expect(officeMail().decisions()).rejects.toMatchObject({ code: "gone" });
  madeUpOffice({ item: { subject: "x" } });
  await expect(officeMail().insertAtTop([])).rejects.toMatchObject({ code: "gone" });
});

const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
const decision = fc
  .oneof(
    fc.record({
      kind: fc.constant("excluded"),
      reason: fc.constantFrom("thanks", "duplicate"),
      at: moment,
      saidAt: moment,
    }),
    fc.record({
      kind: fc.constant("channelSet"),
      channel: fc.constantFrom("email", "our-city"),
      at: moment,
      saidAt: moment,
    }),
    fc.record({ kind: fc.constant("included"), at: moment, saidAt: moment }),
    fc.record({ kind: fc.constant("retracted"), fact: fc.constant("f".repeat(43)), at: moment, saidAt: moment }),
  )
  .map((said) => ({ ...said, by: "person" }) as unknown as Observation);

test("decisions come back as they were kept, and the latest of many fit Outlook's 2,500 characters", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(decision, { maxLength: 60 }), async (observations) => {
      const { properties } = madeUpOffice({ item: { subject: "x" } });
      await officeMail().saveDecisions({ observations });
      expect(JSON.stringify(properties).length).toBeLessThanOrEqual(2_500);
      const kept = (await officeMail().decisions()).observations;
      expect(kept).toEqual(observations.slice(observations.length - kept.length));
      if (observations.length <= 15) expect(kept).toHaveLength(observations.length);
    }),
    { numRuns: 40 },
  );
});

test("what somebody else wrote in the decisions' place is left out", () => {
  expect(decisionsFrom(null)).toEqual([]);
  expect(
    decisionsFrom([
      7,
      null,
      {},
      { kind: "excluded", reason: "<script>", at: 1, saidAt: 1 },
      { kind: "lie", at: 1, saidAt: 1 },
    ]),
  ).toEqual([]);
  expect(compact([])).toEqual([]);
});
