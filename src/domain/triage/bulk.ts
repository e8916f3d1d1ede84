/**
 * Newsletters and lists, and machines that cannot be answered.
 *
 * List-Unsubscribe stands on some human mail, and list posts by people who write to the city are people: a list header alone needs either a second mark or the absence of a person. All of this is listed for review.
 */
import { ordinaryChannel } from "./channels.ts";
import type { WeighedHeader } from "./headerNames.ts";
import { hasHeader, headerValues, usableReplyTo, type Reading } from "./reading.ts";
import type { Rule } from "./rule.ts";
import { addressOf, domainOf, isInside, isNoReply, isRole, looksLikeAPerson } from "./senders.ts";

/** Headers of mass mailings; each also stands on single notices, so none decides without a list header. */
const secondMarks: readonly WeighedHeader[] = [
  "list-unsubscribe-post",
  "feedback-id",
  "x-campaign",
  "x-campaign-id",
  "x-campaignid",
  "x-mc-user",
  "x-mailchimp-campaign",
  "x-csa-complaints",
  "x-mailer-recptid",
  "x-job",
  "x-newsletter",
];

/** The rules of this family, in order. */
export const bulkRules: readonly Rule[] = [
  { id: "list-post-to-city", when: (r) => isListPost(r) && isAddressedToCity(r), on: byItsWriter },
  { id: "list-post", when: isListPost, off: "bulk", probable: true },
  { id: "list-id", when: (r) => hasHeader(r, "list-id"), off: "bulk" },
  {
    id: "list-unsubscribe-by-person",
    when: (r) => hasHeader(r, "list-unsubscribe") && isPersonsMail(r),
    on: byItsWriter,
  },
  {
    id: "list-unsubscribe",
    when: (r) => hasHeader(r, "list-unsubscribe"),
    off: "bulk",
    probable: (r) => !hasSecondMark(r),
  },
  { id: "no-reply-sender", when: (r) => isNoReply(r.from), off: "notification", probable: true },
  { id: "no-reply-to-answer", when: isUnanswerable, off: "notification", probable: true },
];

/** A discussion list: people post to it. */
function isListPost(reading: Reading): boolean {
  const posted =
    headerValues(reading, "list-post").some((value) => /mailto:/i.test(value)) || hasHeader(reading, "mailing-list");
  return (
    posted &&
    !isNoReply(reading.from) &&
    !/^(notifications?|notify|alerts?|mailer|news(letter)?)@/.test(reading.address)
  );
}

/** To or Cc names the city, or the list is the city's own; without staff in the policy: anybody besides the list. */
function isAddressedToCity(reading: Reading): boolean {
  const { policy, message } = reading;
  const lists = (["list-post", "list-id"] as const)
    .flatMap((name) => headerValues(reading, name))
    .map((value) => value.toLowerCase());
  const ownDomains = policy.staff?.domains.map((domain) => domain.toLowerCase()) ?? [];
  if (ownDomains.some((domain) => lists.some((list) => list.includes(domain)))) return true;
  const mailboxes = Object.values(policy.departments ?? {}).flatMap((department) => department.mailboxes ?? []);
  const cityKnown = ownDomains.length > 0 || message.mailbox !== undefined;
  return [...message.to, ...message.cc].map(addressOf).some((address) => {
    if (address === message.mailbox?.toLowerCase() || isInside(policy, address) || mailboxes.includes(address))
      return true;
    return (
      !cityKnown && address !== "" && !lists.some((list) => list.includes(address) || list.includes(domainOf(address)))
    );
  });
}

function byItsWriter(reading: Reading): ReturnType<Extract<Rule, { on: unknown }>["on"]> {
  return { channel: ordinaryChannel(reading), customer: reading.from, probable: true };
}

/** One header and no other mark, from what looks like a person or in answer to somebody. */
function isPersonsMail(reading: Reading): boolean {
  if (hasSecondMark(reading) || isNoReply(reading.from)) return false;
  const answers = reading.subject.prefix === "reply" && hasHeader(reading, "in-reply-to") && !isRole(reading.from);
  return answers || looksLikeAPerson(reading.from);
}

function hasSecondMark(reading: Reading): boolean {
  return (
    hasHeader(reading, "list-id") ||
    secondMarks.some((name) => hasHeader(reading, name)) ||
    headerValues(reading, "precedence").some((value) => /^(bulk|list|junk)$/i.test(value))
  );
}

/** Only the Reply-To says "no-reply": a machine's, unless a person stands in From. */
function isUnanswerable(reading: Reading): boolean {
  const { replyTo } = reading.message;
  return (
    replyTo.length > 0 && replyTo.every(isNoReply) && usableReplyTo(reading) === null && !looksLikeAPerson(reading.from)
  );
}
