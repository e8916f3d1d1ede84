/** A message as the rules look at it: headers by name, subject parted, sender weighed once. */
import type { WeighedHeader } from "./headerNames.ts";
import type { ChannelKind, Policy } from "../policy/policy.ts";
import type { Address, MessageFacts, MessagePart } from "./message.ts";
import { addressOf, domainOf, isNoReply, isRole, isStaff } from "./senders.ts";
import { subjectOf, type Subject } from "./subject.ts";

export interface Reading {
  readonly message: MessageFacts;
  readonly policy: Policy;
  /** From, else Sender, else null. */
  readonly from: Address | null;
  /** The same's address, lower case; "" when there is none. */
  readonly address: string;
  readonly subject: Subject;
  /** Lower case; "" when the client could not say. */
  readonly itemClass: string;
  /** The message's own parts: those of an attached message say nothing of this one. */
  readonly parts: readonly MessagePart[];
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly headersKnown: boolean;
}

export function readingOf(message: MessageFacts, policy: Policy): Reading {
  const from = addressOf(message.from) !== "" ? message.from : (message.sender ?? message.from);
  return {
    message,
    policy,
    from,
    address: addressOf(from),
    subject: subjectOf(message.subject),
    itemClass: (message.itemClass ?? "").toLowerCase(),
    parts: message.parts.filter((part) => part.embedded !== true),
    headers: headersByName(message.headers ?? []),
    headersKnown: message.headers !== null,
  };
}

/** All values of a header, trimmed, empty ones left out: an empty X-Autoreply stood on a real clerk's answer. */
export function headerValues(reading: Reading, name: WeighedHeader): readonly string[] {
  return reading.headers.get(name) ?? [];
}

export function hasHeader(reading: Reading, name: WeighedHeader): boolean {
  return headerValues(reading, name).length > 0;
}

export function hasPart(reading: Reading, test: (part: MessagePart) => boolean): boolean {
  return reading.parts.some(test);
}

/** Return-Path "<>": whoever sent it wants no answer, not even an error (RFC 5321 §4.5.5). */
export function hasNullPath(reading: Reading): boolean {
  return headerValues(reading, "return-path").some((value) => value.replace(/\s/g, "") === "<>");
}

/** Auto-Submitted keywords without comments and parameters (RFC 3834 §5), lower case. */
export function autoSubmitted(reading: Reading): readonly string[] {
  return headerValues(reading, "auto-submitted")
    .map((value) => (value.replace(/\([^)]*\)/g, "").split(";")[0] ?? "").trim().toLowerCase())
    .filter((keyword) => keyword !== "");
}

/** Auto-Submitted says that a machine wrote it. "no" is a human's; "auto-forwarded" can be a customer's mail that a rule passed on. */
export function saysAutomatic(reading: Reading): boolean {
  return autoSubmitted(reading).some((keyword) => keyword !== "no" && keyword !== "auto-forwarded");
}

/** The policy's channel of this kind, or null. */
export function channelOfKind(policy: Policy, kind: ChannelKind): string | null {
  return Object.keys(policy.channels).find((id) => policy.channels[id]?.kind === kind) ?? null;
}

/** Plain mail's channel: the first of kind "email", else the first (design.md, the policy document). */
export function mailChannel(policy: Policy): string {
  return channelOfKind(policy, "email") ?? Object.keys(policy.channels)[0] ?? "email";
}

/** The Reply-To behind which a customer may be, or null. */
export function usableReplyTo(reading: Reading): Address | null {
  return reading.message.replyTo.find((who) => mayBeCustomer(reading, who)) ?? null;
}

/**
 * Whether a customer may be behind an address that a machine's mail gives: not "no-reply", not the sender itself, not a
 * colleague, and not the desk of the machine that sent it (no-reply@courier with Reply-To support@courier).
 */
export function mayBeCustomer(reading: Reading, who: Address): boolean {
  const address = addressOf(who);
  const ownDesk = isRole(who) && domainOf(address) === domainOf(reading.address);
  return (
    address.includes("@") &&
    address !== reading.address &&
    !isNoReply(who) &&
    !ownDesk &&
    !isStaff(reading.policy, address)
  );
}

/** Who a reply to an ordinary message goes to: its Reply-To when usable, else its sender. */
export function writerOf(reading: Reading): Address | null {
  const replyTo = usableReplyTo(reading);
  if (replyTo !== null)
    return replyTo.name === "" ? { name: reading.from?.name ?? "", address: replyTo.address } : replyTo;
  return reading.address === "" || isNoReply(reading.from) ? null : reading.from;
}

function headersByName(headers: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const key = name.trim().toLowerCase();
    const trimmed = value.trim();
    if (trimmed === "") continue;
    const values = byName.get(key);
    if (values === undefined) byName.set(key, [trimmed]);
    else values.push(trimmed);
  }
  return byName;
}
