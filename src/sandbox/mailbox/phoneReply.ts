/** A reply as the mail program of a phone writes it: no add-in was there, nothing is stamped. */
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Instant } from "../../domain/time.ts";
import { mailDate } from "../clock.ts";
import { normalizedSubject } from "./conversation.ts";
import type { Actor } from "./behind.ts";
import { draftOf } from "./draft.ts";
import { htmlOf } from "./htmlTokens.ts";
import type { NewMessage, StoredMessage } from "./storedMessage.ts";

export function phoneReply(
  original: StoredMessage,
  { person, owner }: Actor,
  calendar: BusinessCalendar,
  answer = "Yes, that is fine.",
  now: Instant,
): NewMessage {
  const draft = draftOf({ composeType: "reply" }, original, person, calendar, now, owner);
  const quoted = original.text.replace(/^/gm, "> ");
  const wrote = `On ${mailDate(calendar, original.sentAt as Instant)}, ${original.from?.name ?? ""} wrote:`;
  const text = `${answer}\n\nSent from my phone\n\n${wrote}\n\n${quoted}`;
  return {
    ...draft,
    composeType: null,
    subject: `Re: ${normalizedSubject(original.subject)}`,
    bodyType: "text",
    text,
    html: `<div>${htmlOf(text).replaceAll("\n", "<br>")}</div>`,
  };
}
