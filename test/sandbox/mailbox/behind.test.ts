import { beforeEach, expect, test } from "@jest/globals";
import { businessCalendar } from "../../../src/domain/calendar/businessCalendar.ts";
import type { Behind } from "../../../src/sandbox/api.ts";
import { fillMailbox } from "../../../src/sandbox/graph/inProcess.ts";
import { behind } from "../../../src/sandbox/mailbox/behind.ts";
import { sendDraft } from "../../../src/sandbox/mailbox/delivery.ts";
import { draftOf } from "../../../src/sandbox/mailbox/draft.ts";
import { newFolder } from "../../../src/sandbox/mailbox/folders.ts";
import type { Mailbox } from "../../../src/sandbox/mailbox/mailbox.ts";
import { Mailboxes } from "../../../src/sandbox/mailbox/mailboxes.ts";
import type { StoredMessage } from "../../../src/sandbox/mailbox/storedMessage.ts";
import { MemoryFiles } from "../../../src/sandbox/memoryFiles.ts";
import { type MailboxOwner, ownerByAddress, personById } from "../../../src/sandbox/people.ts";
import { at } from "../../support/time.ts";
import { policy } from "../running.ts";

const { policy: document, zones } = await policy();
const calendar = businessCalendar(document.calendar, zones[0]!);
const now = at("Tue 2026-11-24 12:00");
const employee = personById("employee")!;
const colleague = personById("colleague")!;
const planning = ownerByAddress("planning@sprucegrove.example")!;
const customer = { name: "Zoë Tremblay", address: "zoe@mail.example" };

let mailboxes: Mailboxes;
let own: Mailbox;
let shared: Mailbox;
beforeEach(() => {
  mailboxes = new Mailboxes(new MemoryFiles());
  own = mailboxes.of(employee);
  shared = mailboxes.of(planning);
});

async function happens(deed: Behind, owner: MailboxOwner = employee): Promise<readonly StoredMessage[]> {
  const done = await behind({ mailboxes, calendar }, { person: employee, owner }, deed, now);
  if (!done.ok) throw new Error(done.refusal.sentence);
  return done.value;
}

const inquiry = (to: readonly string[], more: Partial<Extract<Behind, { what: "arrives" }>> = {}): Behind => ({
  ...{ what: "arrives", from: customer, to, subject: "Clôture", text: "Quelle hauteur ?" },
  ...more,
});
const inboxOf = (owner: MailboxOwner): readonly StoredMessage[] => mailboxes.of(owner).inFolder("inbox");

test("mail to three people lands in three inboxes with the same message id, unread", async () => {
  const people = ["employee", "colleague", "supervisor"].map((id) => personById(id)!);
  await happens(inquiry(people.map(({ address }) => address)));
  const landed = people.flatMap(inboxOf);
  expect(landed).toHaveLength(3);
  expect(new Set(landed.map(({ internetMessageId }) => internetMessageId)).size).toBe(1);
  expect(landed[0]).toMatchObject({ subject: "Clôture", text: "Quelle hauteur ?", isRead: false, from: customer });
});

test("mail to a shared address arrives there once, and in no member's own inbox", async () => {
  await happens(inquiry([planning.address]));
  expect(inboxOf(planning)).toHaveLength(1);
  expect([...inboxOf(employee), ...inboxOf(colleague)]).toEqual([]);
});

test("mail to nobody in the sandbox arrives in the mailbox at hand", async () => {
  await happens(inquiry(["list@mail.example"]));
  expect(inboxOf(employee)).toHaveLength(1);
});

test("a reminder in the thread joins the conversation", async () => {
  const [first] = await happens(inquiry([employee.address]));
  const [second] = await happens(
    inquiry([employee.address], { subject: "Re: Clôture", references: [first!.internetMessageId] }),
  );
  expect(second).toMatchObject({ conversationId: first!.conversationId, inReplyTo: first!.internetMessageId });
});

test("a reply from a phone lies in Sent Items with the thread's ids, a phone's words and no stamp", async () => {
  const [message] = await happens(inquiry([employee.address]));
  const [reply] = await happens({ what: "answeredFromPhone", message: message!.id, text: "Deux mètres." });
  expect(reply).toMatchObject({
    ...{ folder: "sentitems", isDraft: false, subject: "Re: Clôture", inReplyTo: message!.internetMessageId },
    ...{ references: [message!.internetMessageId], customProperties: {}, internetHeaders: {} },
  });
  expect(reply!.to.map(({ address }) => address)).toEqual([customer.address]);
  expect(reply!.text).toMatch(/^Deux mètres\.\n\nSent from my phone\n/);
  expect(own.get(message!.id)!.lastVerb).toEqual({ verb: 102, at: now });
});

test("a colleague answers from the shared address; the copy lies in their own Sent Items alone", async () => {
  const [message] = await happens(inquiry([planning.address]));
  const [reply] = await happens({ what: "answeredByColleague", message: message!.id, by: "colleague" }, planning);
  expect(mailboxes.of(colleague).inFolder("sentitems")).toEqual([reply]);
  expect(shared.inFolder("sentitems")).toEqual([]);
  expect(reply!.from?.address).toBe(planning.address);
  expect(reply!.sender?.address).toBe(colleague.address);
  expect(shared.get(message!.id)!.lastVerb?.verb).toBe(102);
});

test("who does not work in the shared mailbox cannot answer from it", async () => {
  const [message] = await happens(inquiry([planning.address]));
  const answering = happens({ what: "answeredByColleague", message: message!.id, by: "administrator" }, planning);
  await expect(answering).rejects.toThrow("noMember");
});

test("a colleague's forward keeps the thread's ids, and lands once at whom it is sent to", async () => {
  const [message] = await happens(inquiry([colleague.address]));
  const asked = { composeType: "forward", to: [{ name: employee.name, address: employee.address }] } as const;
  const draft = mailboxes.of(colleague).add(draftOf(asked, message!, colleague, calendar, now));
  await sendDraft(mailboxes, colleague, draft, calendar, now);
  const [forwarded, ...others] = inboxOf(employee);
  expect(others).toEqual([]);
  expect(forwarded).toMatchObject({
    ...{ subject: "FW: Clôture", inReplyTo: message!.internetMessageId, references: [message!.internetMessageId] },
  });
});

test("a reply to all from a shared mailbox writes neither to it nor to oneself", async () => {
  const [message] = await happens(inquiry([planning.address, employee.address], { cc: ["other@mail.example"] }));
  const draft = draftOf({ composeType: "reply", replyAll: true }, message!, employee, calendar, now, planning);
  expect(draft.to.map(({ address }) => address)).toEqual([customer.address]);
  expect(draft.cc.map(({ address }) => address)).toEqual(["other@mail.example"]);
});

test("messages are moved, thrown to Junk, deleted, deleted for good, renamed and marked as read", async () => {
  const [a = "", b = "", c = "", d = "", e = ""] = fillMailbox(own, 5, now);
  const folder = newFolder("Fences");
  own.ownFolders = [folder];
  await happens({ what: "moved", message: a, folder: folder.name });
  await happens({ what: "movedToJunk", message: b });
  await happens({ what: "deleted", message: c });
  await happens({ what: "deletedForGood", message: d });
  await happens({ what: "subjectEdited", message: e, subject: "Renamed" });
  await happens({ what: "readMarked", message: e, isRead: true });
  expect([a, b, c, d].map((id) => own.get(id)?.folder)).toEqual([folder.name, "junkemail", "deleteditems", undefined]);
  expect(own.get(e)).toMatchObject({ subject: "Renamed", isRead: true, conversationId: expect.stringMatching(/./) });
  await happens({ what: "deleted", message: c });
  expect(own.get(c)).toBeNull();
});

test("a read mark leaves the time of modification alone", async () => {
  const [id = ""] = fillMailbox(own, 1, at("Mon 2026-11-23 12:00"));
  await happens({ what: "readMarked", message: id, isRead: true });
  expect(own.get(id)!.modifiedAt).toBe(at("Mon 2026-11-23 12:00"));
});

test("a folder that the mailbox does not have, and a message that it does not have, are refused", async () => {
  const [id = ""] = fillMailbox(own, 1, now);
  await expect(happens({ what: "moved", message: id, folder: "own-none" })).rejects.toThrow("unknownFolder");
  await expect(happens({ what: "movedToJunk", message: "none" })).rejects.toThrow("unknownMessage");
});

test("a delivery failure is Exchange's report about the reply, addressed to its mailbox", async () => {
  const [message] = await happens(inquiry([employee.address]));
  const [reply] = await happens({ what: "answeredFromPhone", message: message!.id });
  const [report] = await happens({ what: "deliveryFailed", message: reply!.id });
  expect(report).toMatchObject({
    ...{ folder: "inbox", itemClass: "REPORT.IPM.Note.NDR", subject: "Undeliverable: Re: Clôture" },
    ...{ inReplyTo: reply!.internetMessageId, references: [message!.internetMessageId, reply!.internetMessageId] },
  });
  expect(report!.from?.address).toMatch(/^MicrosoftExchange[0-9a-f]{32}@/);
  for (const line of [
    /^Content-Type: multipart\/report; *report-type=delivery-status/m,
    /^X-Failed-Recipients: zoe@mail\.example/m,
  ])
    expect(report!.headers).toMatch(line);
  await expect(happens({ what: "deliveryFailed", message: message!.id })).rejects.toThrow("notSent");
});
