/** Senders of whom a person said that they never need a reply: which can be offered, and the city's share of the list. */
import type { MessageFacts, TriageDecision } from "../domain/triage/message.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { addressOf, domainOf, isInside, isNoReply, looksLikeAPerson, matchesSender } from "../domain/triage/senders.ts";
import { instant } from "../domain/time.ts";
import type { NeverSender } from "./addin.ts";

/** Rules by which a message is its sender's own, not what somebody else says through a form, a scanner or a colleague. */
const ownMail: readonly string[] = ["ordinary-mail", "headers-unknown", "list-unsubscribe-by-person"];

/** Local parts behind which nobody reads, besides those that say "no reply". */
const machineLocal =
  /^([\w-]+[.+-])?(notif(y|ier|ications?)?|alert(s|es?)?|mailer-daemon|robot|bot|scada|monitoring)([.+-][\w-]+)?\d*$/;

/**
 * What the list can be offered for this message: the sender's address and, for a machine with a domain of its own,
 * everybody there ("*@courier.example"). Nothing where somebody else speaks through the sender: their requests count.
 */
export function offeredSenders(facts: MessageFacts, decision: TriageDecision, policy: Policy): readonly string[] {
  const sender = addressOf(facts.from);
  if (sender === "" || !isOwnMail(sender, decision)) return [];
  const whole = isMachineAddress(sender) && !isInside(policy, sender) && !isPublicProvider(domainOf(sender));
  return whole ? [sender, `*@${domainOf(sender)}`] : [sender];
}

/** True when the list holds the sender, or everybody at its domain. */
export function isNeverSender(facts: MessageFacts, decision: TriageDecision, never: readonly NeverSender[]): boolean {
  const sender = addressOf(facts.from);
  return isOwnMail(sender, decision) && never.some((listed) => matchesSender(listed.sender, sender));
}

/** A no-reply sender whose replies go elsewhere is a form or a shared file, unless elsewhere is the same house. */
function isOwnMail(sender: string, { rule, customer }: TriageDecision): boolean {
  if (ownMail.includes(rule)) return true;
  return rule === "no-reply-with-reply-to" && customer !== null && domainOf(customer.address) === domainOf(sender);
}

function isMachineAddress(address: string): boolean {
  return isNoReply({ name: "", address }) || machineLocal.test(address.split("@")[0] ?? "");
}

/** Only where private people have their mail does an address without a name look like a person's. */
function isPublicProvider(domain: string): boolean {
  return looksLikeAPerson({ name: "", address: `someone@${domain}` });
}

/**
 * The part of the list that can be offered to the city, as a fragment of its policy document: machine addresses and
 * whole domains only, because an address may be a person's. Null when there is none.
 */
export function cityFragment(never: readonly NeverSender[]): string | null {
  const senders = never
    .map(({ sender }) => sender)
    .filter((sender) => sender.startsWith("*@") || isMachineAddress(sender))
    .sort();
  return senders.length === 0 ? null : JSON.stringify({ machines: { senders } }, null, 2);
}

/** An item of the list as storage holds it, or null when it is none. */
export function neverSenderFrom(value: unknown): NeverSender | null {
  const { sender, at } = (value ?? {}) as Partial<Record<keyof NeverSender, unknown>>;
  return typeof sender === "string" && typeof at === "number" ? { sender, at: instant(at) } : null;
}
