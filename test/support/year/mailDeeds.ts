/** Mail that comes in, and mail that people send. */
import { stampKey } from "../../../src/addin/ports.ts";
import type { ReplyKind } from "../../../src/domain/policy/policy.ts";
import type { MailAddress, NewDraft } from "../../../src/sandbox/api.ts";
import { behind } from "../../../src/sandbox/mailbox/behind.ts";
import { newInternetMessageId, sendDraft } from "../../../src/sandbox/mailbox/delivery.ts";
import { draftOf } from "../../../src/sandbox/mailbox/draft.ts";
import { blankMessage, type StoredMessage } from "../../../src/sandbox/mailbox/storedMessage.ts";
import type { MailboxOwner, Person } from "../../../src/sandbox/people.ts";
import { messagesWhere, picked, type Life, type Placed } from "./life.ts";
import { colleague, employee } from "./town.ts";
import { planning } from "./townRules.ts";

export type Deed = (life: Life, pick: number, other: number) => Promise<void>;

export const customers: readonly MailAddress[] = [
  { name: "Ada Okafor", address: "ada@mail.example" },
  { name: "Ben Small", address: "ben@post.example" },
  { name: "Chloé Roy", address: "chloe@courrier.example" },
];
const subjects = ["Fence", "Dog licence", "Dark lane", "Permit 12"];
const inboxes = [[employee.address], [planning], [employee.address, planning], [colleague.address]];
const isCustomer = (address: MailAddress | null) => customers.some((each) => each.address === address?.address);

const fromCustomers = (life: Life) => messagesWhere(life, ({ from }) => isCustomer(from));
const fromUs = (life: Life) => messagesWhere(life, ({ folder, to }) => folder === "sentitems" && to.some(isCustomer));

async function arrives(
  { town }: Life,
  from: MailAddress,
  to: readonly string[],
  subject: string,
  text: string,
  references: readonly string[] = [],
): Promise<void> {
  const actor = { person: employee, owner: employee };
  await behind(town.behind, actor, { what: "arrives", from, to, subject, text, references }, town.clock.now());
}

function inThread({ references, internetMessageId }: StoredMessage): readonly string[] {
  return [...references, internetMessageId];
}

function arrivesByMachine(
  { town }: Life,
  from: MailAddress,
  subject: string,
  headers: string,
  answers: string[],
): void {
  const now = town.clock.now();
  const internetMessageId = newInternetMessageId("mail.example");
  town.mine.add({
    ...blankMessage(now),
    ...{
      folder: "inbox",
      from,
      sender: from,
      subject,
      internetMessageId,
      headers,
      text: "By a machine.",
      isRead: false,
    },
    to: [{ name: employee.name, address: employee.address }],
    ...{ inReplyTo: answers[0] ?? null, references: answers },
  });
}

/** @param by who sends, from which address */
async function sends(
  { town }: Life,
  by: { readonly person: Person; readonly owner: MailboxOwner },
  draft: NewDraft,
  original: StoredMessage | null,
  stamp: ReplyKind | null = null,
): Promise<void> {
  const { mailboxes, calendar } = town.behind;
  const now = town.clock.now();
  const promised =
    stamp === "holding" ? calendar.nextBusinessDay(calendar.nextBusinessDay(calendar.localDay(now))) : null;
  const value = {
    replyKind: stamp,
    template: null,
    promisedDay: promised,
    answers: original?.internetMessageId ?? null,
  };
  const customProperties = stamp === null ? {} : { [stampKey]: JSON.stringify(value) };
  const made = { ...draftOf(draft, original, by.person, calendar, now, by.owner), customProperties };
  await sendDraft(mailboxes, by.person, mailboxes.of(by.person).add(made), calendar, now);
}

const reply = (replyAll = false, stamp: ReplyKind | null = null) =>
  onPicked(fromCustomers, (life, { message, owner }) =>
    sends(
      life,
      { person: employee, owner },
      { composeType: "reply", html: "<p>Here it is.</p>", replyAll },
      message,
      stamp,
    ),
  );

function onPicked(
  of: (life: Life) => readonly Placed[],
  deed: (life: Life, placed: Placed, other: number) => unknown,
): Deed {
  return async (life, pick, other) => {
    const placed = picked(of(life), pick);
    if (placed !== null) await deed(life, placed, other);
  };
}

export const mailDeeds = {
  writes: (life, pick, other) =>
    arrives(life, picked(customers, pick)!, picked(inboxes, other)!, subjects[(pick + other) % 4]!, "Where do I ask?"),
  writesAgain: onPicked(fromCustomers, (life, { message }) =>
    arrives(life, message.from!, addressesOf(message.to), `RE: ${message.subject}`, "Any news?", inThread(message)),
  ),
  writesAgainBare: onPicked(fromCustomers, (life, { message }) =>
    arrives(life, message.from!, addressesOf(message.to), `RE: ${message.subject}`, "Are you there?"),
  ),
  strangerJoins: onPicked(fromCustomers, (life, { message }, other) =>
    arrives(
      life,
      picked(customers, other)!,
      addressesOf(message.to),
      `RE: ${message.subject}`,
      "Me too?",
      inThread(message),
    ),
  ),
  thanks: onPicked(fromUs, (life, { message }) =>
    arrives(
      life,
      message.to.find(isCustomer)!,
      [message.from!.address],
      `RE: ${message.subject}`,
      "Thank you very much!",
      inThread(message),
    ),
  ),
  asksBack: onPicked(fromUs, (life, { message }) =>
    arrives(
      life,
      message.to.find(isCustomer)!,
      [message.from!.address],
      `RE: ${message.subject}`,
      "But when?",
      inThread(message),
    ),
  ),
  newsletter: (life, pick) => {
    arrivesByMachine(
      life,
      { name: "News", address: `news${pick % 3}@list.example` },
      "This month",
      "List-Id: <news.list.example>\r\nList-Unsubscribe: <https://list.example/out>\r\nPrecedence: bulk\r\n",
      [],
    );
    return Promise.resolve();
  },
  awayNotice: onPicked(fromUs, (life, { message }) =>
    arrivesByMachine(
      life,
      message.to.find(isCustomer)!,
      "Away until Monday",
      `Auto-Submitted: auto-replied\r\nIn-Reply-To: ${message.internetMessageId}\r\n`,
      [message.internetMessageId],
    ),
  ),
  bounces: onPicked(fromUs, (life, { message, owner }, other) =>
    behind(
      life.town.behind,
      { person: employee, owner },
      {
        what: "deliveryFailed",
        message: message.id,
        ...(other % 2 === 0 ? {} : { recipients: [message.to[0]!.address] }),
      },
      life.town.clock.now(),
    ),
  ),
  replies: reply(),
  repliesToAll: reply(true),
  acknowledges: reply(false, "acknowledgement"),
  holds: reply(false, "holding"),
  answersFromPhone: onPicked(fromCustomers, (life, { message, owner }) =>
    behind(
      life.town.behind,
      { person: employee, owner },
      { what: "answeredFromPhone", message: message.id },
      life.town.clock.now(),
    ),
  ),
  colleagueAnswers: onPicked(
    (life) => fromCustomers(life).filter(({ box }) => box === life.town.shared),
    (life, { message, owner }) =>
      sends(life, { person: colleague, owner }, { composeType: "reply", html: "<p>Done.</p>" }, message),
  ),
  forwards: onPicked(fromCustomers, (life, { message, owner }, other) =>
    sends(
      life,
      { person: employee, owner },
      {
        composeType: "forward",
        html: "<p>Yours?</p>",
        to: [other % 2 === 0 ? named(colleague.address) : customers[other % 3]!],
      },
      message,
    ),
  ),
  asksColleague: onPicked(fromCustomers, (life, { message, owner }) =>
    sends(
      life,
      { person: employee, owner },
      { composeType: "reply", html: "<p>Do you know?</p>", to: [named(colleague.address)] },
      message,
    ),
  ),
  colleagueForwards: async (life, pick) => {
    const mailbox = life.town.boxesOf(colleague)[0]!;
    const message = picked(
      [...mailbox.all()].filter(({ from, isDraft }) => !isDraft && isCustomer(from)),
      pick,
    );
    if (message === null) return;
    await sends(
      life,
      { person: colleague, owner: colleague },
      { composeType: "forward", html: "<p>For you.</p>", to: [named(employee.address)] },
      message,
    );
  },
  beginsConversation: (life, pick, other) =>
    sends(
      life,
      { person: employee, owner: employee },
      {
        composeType: "newMail",
        subject: subjects[other % 4]!,
        html: "<p>We need your form.</p>",
        to: [customers[pick % 3]!],
      },
      null,
    ),
} satisfies Record<string, Deed>;

function addressesOf(list: readonly MailAddress[]): readonly string[] {
  return list.map(({ address }) => address);
}

function named(address: string): MailAddress {
  return { name: address, address };
}
