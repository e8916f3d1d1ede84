/**
 * Mail inside the city. Listed customers (council, boards) are no part of it, and a colleague who forwards a customer's
 * message puts it on this mailbox's clock.
 */
import { ordinaryChannel } from "./channels.ts";
import { autoSubmitted, hasPart, type Reading } from "./reading.ts";
import type { Rule } from "./rule.ts";
import { addressOf, isStaff } from "./senders.ts";

/** The rules of this family, in order. */
export const internalRules: readonly Rule[] = [
  {
    id: "colleague-forward",
    when: (r) => isStaff(r.policy, r.address) && forwardsOutsideMail(r),
    on: (r) => ({ channel: ordinaryChannel(r), customer: r.message.forwardedFrom ?? null, probable: true }),
  },
  { id: "internal", when: (r) => isStaff(r.policy, r.address), off: "internal" },
];

/** A forward whose first author is outside, or not known: when in doubt the clock runs. */
function forwardsOutsideMail(reading: Reading): boolean {
  const asAttachment = hasPart(reading, (part) => part.type === "message/rfc822");
  const byRule = autoSubmitted(reading).includes("auto-forwarded");
  if (reading.subject.prefix !== "forward" && !asAttachment && !byRule) return false;
  const author = addressOf(reading.message.forwardedFrom);
  return author === "" || !isStaff(reading.policy, author);
}
