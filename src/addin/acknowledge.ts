/** Acknowledgements: a filled template goes into a reply, and the reply is stamped so that Sent Items tell what it was. */
import type { FilledTemplate } from "../domain/acknowledgement/draft.ts";
import { htmlOf } from "../domain/acknowledgement/html.ts";
import type { Rules } from "../domain/inquiry/derive.ts";
import type { LocalDay } from "../domain/time.ts";
import { subjectOf } from "../domain/triage/subject.ts";
import type { Desk } from "./desk.ts";
import type { ReplyStamp } from "./ports.ts";
import { show } from "./show.ts";
import { filledTemplates } from "./templates.ts";

/**
 * Opens a reply that begins with the template, and leaves word for the event handler how to stamp the new draft. Where
 * only a notice's text names the customer, it is a new message to them: Outlook's Reply would go to the machine.
 *
 * @throws OutsideError unsupported: then the pane offers the text to copy
 */
export async function replyWith(desk: Desk, template: string, promisedDay: LocalDay | null): Promise<void> {
  const { opened, rules, inquiry } = desk;
  if (opened === null || rules === null) return;
  const { mail, clock, storage } = desk.ports;
  const { conversationId, subject } = opened.message;
  const filled = chosen(desk, rules, template, promisedDay);
  const html = htmlOf(filled.paragraphs);
  const hint = { at: clock.now(), stamp: stampOf(desk, filled) };
  const to = inquiry?.triage.customerInText === true ? (inquiry.triage.customer?.address ?? null) : null;
  await storage.handlerMail.leaveHint(to === null ? { ...hint, conversationId } : { ...hint, to });
  if (to === null) await mail.openReply(html);
  else await mail.openNew({ to, subject: replySubject(subject), html });
}

/** As Outlook writes it in English and in French. */
function replySubject(subject: string): string {
  return `RE: ${subjectOf(subject).bare}`.trim();
}

/** Opens a reply with the policy's first template and the usual day. @throws OutsideError as replyWith */
export async function usualReply(desk: Desk): Promise<void> {
  const first = desk.rules?.policy.templates?.[0];
  if (first !== undefined) await replyWith(desk, first.id, null);
}

/**
 * Puts the template on top of the open draft and stamps it.
 *
 * @throws OutsideError when the draft takes no text; a stamp that fails does not: Sent Items show the reply anyway
 */
export async function insert(desk: Desk, template: string, promisedDay: LocalDay | null): Promise<void> {
  const { draft, rules, generation } = desk;
  if (draft === null || rules === null) return;
  const filled = chosen(desk, rules, template, promisedDay);
  await desk.ports.mail.insertAtTop(filled.paragraphs);
  await desk.ports.mail.writeStamp(stampOf(desk, filled)).catch(() => undefined);
  if (desk.generation !== generation) return;
  desk.draft = { ...draft, inserted: template };
  show(desk);
}

/** @throws RangeError when the policy has no such template */
function chosen(desk: Desk, rules: Rules, template: string, promisedDay: LocalDay | null): FilledTemplate {
  const filled = filledTemplates(desk, rules, promisedDay).find((each) => each.template === template);
  if (filled === undefined) throw new RangeError(`no such template: ${template}`);
  return filled;
}

function stampOf(desk: Desk, filled: FilledTemplate): ReplyStamp {
  return {
    replyKind: filled.replyKind,
    template: filled.template,
    promisedDay: filled.promisedDay,
    answers: desk.inquiry?.internetMessageId ?? null,
  };
}
