/** A clerk's mailbox as big as wanted: invented mail in threads, the same on every run. */
import { dayMs, instant, type Instant } from "../../../domain/time.ts";
import type { FolderName } from "../../../sandbox/api.ts";
import type { Mailbox } from "../../../sandbox/mailbox/mailbox.ts";
import { blankMessage, type NewMessage } from "../../../sandbox/mailbox/storedMessage.ts";

export const yearsBack = 2;
/** Questions that wait, however big the mailbox is: new ones, and old ones that were forgotten. */
const recentWaiting = 30;
const oldWaiting = 20;
/** Messages at the end that nobody has filed yet. */
const unfiled = 50;
/** Older newsletters all come from a sender that says no-reply: headers are not asked of what is old. */
const quietMs = 40 * dayMs;

const clerk = { name: "Jordan Tremblay-Reid", address: "jordan.tremblay-reid@sprucegrove.example" };
const colleague = { name: "Winston Abernathy-Cruz", address: "winston.abernathy-cruz@sprucegrove.example" };
const newsletter = { name: "Planning Weekly", address: "no-reply@planning-weekly.example" };
/** Its sender's name gives nothing away: only headers do. */
const quietNewsletter = { name: "Planning Weekly", address: "editor@planning-weekly.example" };

type Step = (cycle: number, at: Instant) => NewMessage;

/**
 * Twelve messages, of which four are sent and one is a newsletter: four customers ask, one asks again, one thanks, a
 * colleague writes, each customer gets a reply.
 */
const cycle: readonly Step[] = [
  asking("a"),
  asking("b"),
  asking("c"),
  (number, at) => junkNowAndThen(number, letter(at, newsletter, `Planning Weekly ${number}`, `news.${number}`, listed)),
  replying("a"),
  (number, at) => letter(at, colleague, `Site visit ${number}`, `visit.${number}`),
  asking("d"),
  following("b", "reminder"),
  replying("b"),
  replying("c"),
  following("a", "thanks"),
  replying("d"),
];

/**
 * Fills a mailbox evenly over two years.
 *
 * @param until when the newest message was received
 * @param filed folder of what was received, but for the newest
 */
export function fillBusily(mailbox: Mailbox, count: number, until: Instant, filed: FolderName = "inbox"): void {
  const step = (yearsBack * 365 * dayMs) / count;
  const cycles = Math.ceil(count / cycle.length);
  const forgotten = Math.max(1, Math.floor(cycles / oldWaiting));
  for (let index = 0; index < count; index += 1) {
    const at = instant(Math.round(until - (count - 1 - index) * step));
    const number = Math.floor(index / cycle.length);
    const message = cycle[index % cycle.length]?.(number, at);
    if (message === undefined) throw new Error("a cycle has twelve steps");
    // One of each cycle's customers waits for good where the reply goes to somebody else.
    const isForgotten = message.folder === "sentitems" && message.subject.includes(" d ");
    const waits = isForgotten && (cycles - number <= recentWaiting || number % forgotten === 0);
    const from = message.from === newsletter && until - at < quietMs ? quietNewsletter : message.from;
    const folder = message.folder === "inbox" && count - index > unfiled ? filed : message.folder;
    mailbox.add(waits ? toSomebodyElse(message, number) : { ...message, from, sender: from, folder });
  }
}

/**
 * What happens in a mailbox between two looks: half are new questions, half known messages that somebody put a
 * category on.
 */
export function changeBusily(mailbox: Mailbox, count: number, now: Instant): void {
  const known = mailbox.inFolder("inbox").slice(0, Math.floor(count / 2));
  for (const { id, categories } of known) {
    const toggled = categories.includes("Blue category")
      ? categories.filter((name) => name !== "Blue category")
      : [...categories, "Blue category"];
    mailbox.change(id, { categories: toggled }, now);
  }
  const first = mailbox.countsOf("inbox").total;
  for (let index = known.length; index < count; index += 1) mailbox.add(asking("new")(first + index, now));
}

function asking(thread: string): Step {
  return (number, at) => letter(at, customerOf(number, thread), subjectOf(number, thread), nameOf(number, thread));
}

function following(thread: string, what: "reminder" | "thanks"): Step {
  return (number, at) => {
    const text = what === "thanks" ? "Thank you!" : `Is there any news? ${question(number)}`;
    const first = `<${nameOf(number, thread)}@mail.example>`;
    return {
      ...letter(at, customerOf(number, thread), `RE: ${subjectOf(number, thread)}`, `${what}.${number}`),
      ...{ inReplyTo: first, references: [first], text, html: `<div>${text}</div>` },
    };
  };
}

function replying(thread: string): Step {
  return (number, at) => {
    const first = `<${nameOf(number, thread)}@mail.example>`;
    return {
      ...letter(at, clerk, `RE: ${subjectOf(number, thread)}`, `reply.${nameOf(number, thread)}`),
      ...{ folder: "sentitems", to: [customerOf(number, thread)], headers: "", isRead: true },
      ...{ inReplyTo: first, references: [first] },
    };
  };
}

function toSomebodyElse(message: NewMessage, number: number): NewMessage {
  const to = [{ name: "A Supplier", address: `supplier.${number}@stationery.example` }];
  return { ...message, to, subject: `Order ${number}`, inReplyTo: null, references: [] };
}

function junkNowAndThen(number: number, message: NewMessage): NewMessage {
  if (number % 10 === 0) return { ...message, folder: "junkemail" };
  return number % 10 === 1 ? { ...message, folder: "deleteditems" } : message;
}

const listed = "List-Id: Planning Weekly <weekly.planning-weekly.example>\r\nPrecedence: bulk\r\n";

function letter(at: Instant, from: NewMessage["from"], subject: string, name: string, more = ""): NewMessage {
  const text = question(Number(/\d+/.exec(name)?.[0] ?? 0));
  const internetMessageId = `<${name}@mail.example>`;
  return {
    ...blankMessage(at),
    ...{ folder: "inbox", from, sender: from, to: [clerk], isRead: false, text, html: `<div>${text}</div>` },
    ...{ subject, internetMessageId, headers: headersOf(from?.address ?? "", internetMessageId, more) },
  };
}

/** As many as a message brings that came through a few servers. */
function headersOf(from: string, id: string, more: string): string {
  const hops = [1, 2, 3, 4].map(
    (hop) =>
      `Received: from relay${hop}.mail.example (192.0.2.${hop}) by relay${hop + 1}.mail.example with ESMTPS id ${hop}x1077; Tue, 24 Nov 2026 10:0${hop}:00 -0600\r\n`,
  );
  const results = `Authentication-Results: spf=pass smtp.mailfrom=mail.example; dkim=pass header.d=mail.example; dmarc=pass\r\n`;
  return `${hops.join("")}${results}Return-Path: ${from}\r\nMessage-ID: ${id}\r\nContent-Type: text/html; charset="utf-8"\r\n${more}`;
}

function question(number: number): string {
  return `Hello, I would like to know whether application ${number} for a fence along the lane behind our house has been looked at, and by when we may begin to build it. We called last week and were told that somebody would write.`;
}

function customerOf(number: number, thread: string) {
  return { name: `Customer ${number} ${thread}`, address: `customer.${number}.${thread}@mail.example` };
}

function subjectOf(number: number, thread: string): string {
  return `Fence ${thread} of application ${number}`;
}

function nameOf(number: number, thread: string): string {
  return `question.${number}.${thread}`;
}
