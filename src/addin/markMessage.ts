/** Makes the state visible in Outlook itself: the category on the open message, the bar above it. */
import { standingOf } from "../domain/inquiry/derive.ts";
import type { Desk } from "./desk.ts";
import { unlessRefused } from "./notices.ts";
import { urgentText } from "./notificationText.ts";
import { categoryNames, categoryOf } from "./stateCategories.ts";

/**
 * Puts category and bar on the open message as its state asks, and takes ours away when it no longer does. Where
 * Outlook refuses categories (delegates, phones) the bar alone remains, and one sentence in the pane says so.
 */
export async function markMessage(desk: Desk): Promise<void> {
  const { rules, inquiry, opened, generation } = desk;
  if (rules === null || inquiry === null || opened === null) return;
  const { mail, clock } = desk.ports;
  const now = clock.now();
  const standing = standingOf(inquiry.facts, rules, now);
  const text = urgentText(standing, rules.calendarOf(standing?.datedBy ?? null), now, desk.language);
  await unlessRefused(mail.notify(text === null ? null : { text }), () => undefined);
  if (desk.generation !== generation || isMarkedByLook(desk)) return;
  const put = await unlessRefused(
    mail.categorise(categoryOf(standing), categoryNames(rules.policy)).then(() => true),
    () => false,
  );
  if (put) desk.notices.lower("categoriesUnsupported");
  else desk.notices.raise({ code: "categoriesUnsupported" });
}

/** Where every message is marked through Graph, Outlook must not do it a second time. */
export function isMarkedByLook({ ports, remembered, watched }: Desk): boolean {
  return ports.mailbox?.writer != null && remembered.watching && Object.keys(watched).length > 0;
}
