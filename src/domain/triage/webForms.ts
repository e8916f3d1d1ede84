/**
 * Web forms that the policy does not name: WordPress on the city's own domain, a form service, a shared file.
 *
 * A machine sent them, a customer wrote them: From is a machine, Reply-To the customer. A form without Reply-To may
 * name the customer in its text; one that asks for a telephone number alone names nobody. All of these are probable: the better way is to name the sender.
 */
import { customerOfForm } from "./customerInText.ts";
import { autoSubmitted, channelOfKind, hasHeader, mailChannel, usableReplyTo, type Reading } from "./reading.ts";
import type { OnTheClock, Rule } from "./rule.ts";
import { isFormSender, isNoReply, isStaff, looksLikeAPerson } from "./senders.ts";

const formSubject =
  /\b(new|nouvelle?)\b.{0,40}\b(submission|form entry|entry|form response|soumission|entrée)\b|\b(contact|web|online|website|feedback|request|enquiry|inquiry|service)[ -]?form\b|\bform (submission|response|entry|submitted)\b|\b(web)?form submission\b|\bsubmission from\b|\bformulaire\b|^(\[[^\]]+\] )?(new )?(message|inquiry|enquiry) (from|via) (your|the|our|city)?.{0,20}\b(web ?site|site)\b/i;

/** Status mail of telephone systems, seen with a Reply-To. */
const callNotice = /\b(missed (call|conversation)|appel manqué)\b/i;

/** The rules of this family, in order. They stand before the automatic headers, which such machines also write. */
export const webFormRules: readonly Rule[] = [
  { id: "web-form", when: isWebForm, on: (r) => toPortal(r) },
  { id: "web-form-no-reply-to", when: isFormWithoutReplyTo, on: (r) => toPortal(r) },
];

/** A no-reply sender with a usable Reply-To and no other mark: a shared file, or a form under another name. */
export const replyToRules: readonly Rule[] = [
  { id: "call-notice", when: (r) => isNoReply(r.from) && callNotice.test(r.subject.whole), off: "notification" },
  {
    id: "no-reply-with-reply-to",
    when: (r) => isNoReply(r.from) && usableReplyTo(r) !== null,
    on: (r) => ({ channel: mailChannel(r.policy), customer: usableReplyTo(r), probable: true }),
  },
];

function isWebForm(reading: Reading): boolean {
  const replyTo = usableReplyTo(reading);
  if (replyTo === null || !isPostedByMachine(reading) || callNotice.test(reading.subject.whole)) return false;
  return (
    formSubject.test(reading.subject.whole) ||
    isFormSender(reading.from) ||
    isOwnSite(reading) ||
    looksLikeAPerson(replyTo)
  );
}

function isFormWithoutReplyTo(reading: Reading): boolean {
  return isPostedByMachine(reading) && usableReplyTo(reading) === null && formSubject.test(reading.subject.whole);
}

function isPostedByMachine(reading: Reading): boolean {
  const answered = autoSubmitted(reading).some((keyword) => keyword === "auto-replied" || keyword === "auto-notified");
  const listed = hasHeader(reading, "list-id") || hasHeader(reading, "list-unsubscribe");
  if (answered || listed || reading.subject.prefix !== null) return false;
  return isNoReply(reading.from) || isFormSender(reading.from) || isOwnSite(reading);
}

/** From the city's own domain with somebody else to answer: WordPress, a control system, a form that sends as the desk itself. */
function isOwnSite(reading: Reading): boolean {
  return isStaff(reading.policy, reading.address) && usableReplyTo(reading) !== null;
}

function toPortal(reading: Reading): OnTheClock {
  const channel = channelOfKind(reading.policy, "portal") ?? mailChannel(reading.policy);
  return { channel, ...customerOfForm(reading, channel), probable: true };
}
