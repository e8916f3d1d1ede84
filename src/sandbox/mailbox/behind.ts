/** What happens behind the add-in's back: on a phone, by a colleague, by a rule, by another mail server. */
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Instant } from "../../domain/time.ts";
import { readEml } from "../../mail/eml.ts";
import type { Behind } from "../api.ts";
import { mailDate } from "../clock.ts";
import { type MailboxOwner, ownerByAddress, type Person, personById, sharedMailboxes } from "../people.ts";
import { type Answer, given, refused } from "../refusal.ts";
import { newInternetMessageId, sendDraft } from "./delivery.ts";
import { draftOf } from "./draft.ts";
import { folderLabel } from "./folders.ts";
import { deliveryFailure, letter } from "./letters.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { phoneReply } from "./phoneReply.ts";
import { receive } from "./receive.ts";
import { discard, removeForGood } from "./removal.ts";
import type { StoredMessage } from "./storedMessage.ts";

export interface BehindParts {
  readonly mailboxes: Mailboxes;
  readonly calendar: BusinessCalendar;
}

/** Who acts, and in whose mailbox the message lies: the person's own, or one that is shared with them. */
export interface Actor {
  readonly person: Person;
  readonly owner: MailboxOwner;
}

/** @returns the messages that are new or changed; none when one is gone for good */
export async function behind(
  parts: BehindParts,
  actor: Actor,
  deed: Behind,
  now: Instant,
): Promise<Answer<readonly StoredMessage[]>> {
  if (deed.what === "arrives") return given(await arrives(parts, actor.owner, deed, now));
  const mailbox = parts.mailboxes.of(actor.owner);
  const message = mailbox.get(deed.message);
  if (!message) return refused("unknownMessage", {}, 404);
  switch (deed.what) {
    case "answeredFromPhone":
      return sent(parts, actor.person, phoneReply(message, actor, parts.calendar, deed.text, now), now);
    case "answeredByColleague":
      return answeredByColleague(parts, actor.owner, message, deed, now);
    case "deliveryFailed":
      return deliveryFailed(parts, actor.owner, message, deed.recipients, now);
    case "moved":
      if (folderLabel(deed.folder, mailbox.ownFolders) === null) return refused("unknownFolder", {}, 404);
      return given([mailbox.change(message.id, { folder: deed.folder }, now)]);
    case "movedToJunk":
      return given([mailbox.change(message.id, { folder: "junkemail" }, now)]);
    case "subjectEdited":
      return given([mailbox.change(message.id, { subject: deed.subject }, now)]);
    case "readMarked":
      return given([mailbox.change(message.id, { isRead: deed.isRead }, now, false)]);
    case "deleted":
      discard(parts.mailboxes, mailbox, message, now);
      return given([mailbox.get(message.id)].filter((left) => left !== null));
    case "deletedForGood":
      removeForGood(parts.mailboxes, mailbox, message);
      return given([]);
  }
}

/** Everybody in the sandbox whom it is addressed to gets it once; nobody of them: the mailbox at hand. */
async function arrives(
  { mailboxes, calendar }: BehindParts,
  owner: MailboxOwner,
  { from, to, cc = [], subject, text, references = [] }: Extract<Behind, { what: "arrives" }>,
  now: Instant,
): Promise<readonly StoredMessage[]> {
  const date = mailDate(calendar, now);
  const head = { from, to, cc, subject, date, messageId: newInternetMessageId("mail.example"), references };
  const inside = new Set([...to, ...cc].flatMap((address) => ownerByAddress(address) ?? []));
  const recipients = inside.size > 0 ? [...inside] : [owner];
  return Promise.all(recipients.map((one) => comesIn({ mailboxes, calendar }, one, letter(head, text), now)));
}

async function comesIn(
  { mailboxes, calendar }: BehindParts,
  owner: MailboxOwner,
  raw: Buffer,
  now: Instant,
): Promise<StoredMessage> {
  const reading = await readEml(raw, { fallback: now });
  if (!reading.ok) throw new Error(`a letter of the sandbox's own cannot be read: ${reading.reason}`);
  const received = `Received: from MX1.sprucegrove.example by MBX2.sprucegrove.example; ${mailDate(calendar, now)}\r\n`;
  return receive(mailboxes, mailboxes.of(owner), reading.message, now, received);
}

async function sent(
  { mailboxes, calendar }: BehindParts,
  person: Person,
  draft: Parameters<ReturnType<Mailboxes["of"]>["add"]>[0],
  now: Instant,
): Promise<Answer<readonly StoredMessage[]>> {
  const answer = await sendDraft(mailboxes, person, mailboxes.of(person).add(draft), calendar, now);
  return answer.ok ? given([answer.value]) : answer;
}

/** From the shared address; the copy lies in the colleague's own Sent Items, as Exchange does by default. */
function answeredByColleague(
  parts: BehindParts,
  owner: MailboxOwner,
  message: StoredMessage,
  { by, text = "We have looked into it." }: Extract<Behind, { what: "answeredByColleague" }>,
  now: Instant,
): Promise<Answer<readonly StoredMessage[]>> | Answer<never> {
  const colleague = personById(by);
  const mayAnswer = sharedMailboxes.some(({ id, members }) => id === owner.id && members.includes(by));
  if (!colleague || !mayAnswer) return refused("noMember", { person: by });
  const asked = { composeType: "reply", html: `<p>${text}</p>` } as const;
  return sent(parts, colleague, draftOf(asked, message, colleague, parts.calendar, now, owner), now);
}

async function deliveryFailed(
  parts: BehindParts,
  owner: MailboxOwner,
  message: StoredMessage,
  recipients: readonly string[] | undefined,
  now: Instant,
): Promise<Answer<readonly StoredMessage[]>> {
  if (message.folder !== "sentitems") return refused("notSent");
  const failed = recipients ?? message.to.map(({ address }) => address);
  const date = mailDate(parts.calendar, now);
  const raw = deliveryFailure(message, owner.address, failed, date, newInternetMessageId());
  return given([await comesIn(parts, owner, raw, now)]);
}
