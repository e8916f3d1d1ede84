/** New drafts, as Outlook on the web makes them: recipients, subject, signature and the quoted thread. */
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { type Instant, instant } from "../../domain/time.ts";
import { dayInWords, timeInWords } from "../../domain/wording/dates.ts";
import type { MailAddress, NewDraft } from "../api.ts";
import type { Person } from "../people.ts";
import { newConversation, normalizedSubject } from "./conversation.ts";
import { htmlOf, textOf } from "./htmlTokens.ts";
import { sanitise } from "./sanitise.ts";
import { blankMessage, type NewMessage, type StoredMessage } from "./storedMessage.ts";

/** A draft of that person's; attachments of a forwarded message are added by who stores it. */
export function draftOf(
  asked: NewDraft,
  original: StoredMessage | null,
  person: Person,
  calendar: BusinessCalendar,
  now: Instant,
): NewMessage {
  const self = { name: person.name, address: person.address };
  const above = sanitise(asked.html ?? "");
  const quoted = original ? quotedThread(original, calendar) : "";
  const html = `${above === "" ? "<div><br></div>" : `<div>${above}</div>`}${signature(person)}${quoted}`;
  return {
    ...blankMessage(now),
    isDraft: true,
    composeType: asked.composeType,
    from: self,
    sender: self,
    subject: asked.subject ?? subjectOf(asked.composeType, original),
    ...recipientsOf(asked, original, person),
    html,
    text: textOf(html),
    ...(original ? threadOf(original) : { conversationId: newConversation() }),
  };
}

/** An answer or a forward stays in the conversation, and says in its headers what it follows (RFC 5322 §3.6.4). */
function threadOf(
  original: StoredMessage,
): Pick<NewMessage, "conversationId" | "original" | "inReplyTo" | "references"> {
  const before = original.references.length > 0 ? original.references : original.inReplyTo ? [original.inReplyTo] : [];
  const own = original.internetMessageId === "" ? [] : [original.internetMessageId];
  return {
    conversationId: original.conversationId,
    original: original.id,
    inReplyTo: own[0] ?? null,
    references: [...before.filter((id) => id !== own[0]), ...own],
  };
}

function subjectOf(kind: NewDraft["composeType"], original: StoredMessage | null): string {
  if (!original) return "";
  return `${kind === "forward" ? "FW" : "RE"}: ${normalizedSubject(original.subject)}`;
}

type Recipients = Pick<NewMessage, "to" | "cc">;

function recipientsOf(asked: NewDraft, original: StoredMessage | null, person: Person): Recipients {
  if (!original || asked.composeType !== "reply") return { to: asked.to ?? [], cc: [] };
  const isOwn = same(original.from?.address ?? "", person.address);
  const answered = original.replyTo.length > 0 ? original.replyTo : original.from ? [original.from] : [];
  // One's own sent message is answered to those whom it went to.
  const first = isOwn ? original.to : answered;
  if (!asked.replyAll) return { to: distinct(asked.to ?? first, []), cc: [] };
  const to = distinct([...first, ...original.to], [person.address]);
  return { to, cc: distinct(original.cc, [person.address, ...to.map(({ address }) => address)]) };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function distinct(list: readonly MailAddress[], without: readonly string[]): readonly MailAddress[] {
  return list.filter(
    ({ address }, index) =>
      !without.some((one) => same(one, address)) && list.findIndex((one) => same(one.address, address)) === index,
  );
}

/** The block that Outlook finds again by its id. */
function signature(person: Person): string {
  const lines = [person.name, `${person.title}, Planning and Development`, "City of Spruce Grove"];
  return `<div id="Signature"><div>${lines.map(htmlOf).join("<br>")}</div></div>`;
}

function quotedThread(original: StoredMessage, calendar: BusinessCalendar): string {
  const written = ({ name, address }: MailAddress): string => (name === address ? address : `${name} <${address}>`);
  const sentAt = instant(original.sentAt);
  const sent = `${dayInWords(calendar.localDay(sentAt), "en")} ${timeInWords(calendar.localMinutes(sentAt), "en")}`;
  const lines = [
    ["From", original.from ? written(original.from) : ""],
    ["Sent", sent],
    ["To", original.to.map(written).join("; ")],
    ["Cc", original.cc.map(written).join("; ")],
    ["Subject", original.subject],
  ] as const;
  const shown = lines.filter(([, value]) => value !== "").map(([name, value]) => `<b>${name}:</b> ${htmlOf(value)}`);
  return (
    `<div id="appendonsend"></div><hr>` +
    `<div id="divRplyFwdMsg" dir="ltr">${shown.join("<br>")}<div>&nbsp;</div></div><div>${original.html}</div>`
  );
}
