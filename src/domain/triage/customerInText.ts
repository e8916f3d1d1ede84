/** The customer of a notice that a machine sent: behind its Reply-To, else named in its text. */
import { channelOf } from "../policy/responseDays.ts";
import type { Address } from "./message.ts";
import { mayBeCustomer, usableReplyTo, type Reading } from "./reading.ts";
import type { OnTheClock } from "./rule.ts";

/** What web forms write before the address that a visitor gave: "E-mail: …", "Your email address: …", "Courriel : …". */
const formLine =
  /^[ \t*]*(?:(?:your|contact|customer|votre|adresse(?: de)?)[ \t]+)?(?:e-?mail(?: address)?|courriel)[ \t*]*:[ \t*]*<?(?:mailto:)?([^\s<>@]+@[^\s<>@]+)/imu;

type Customer = Pick<OnTheClock, "customer" | "customerInText">;

/** By Reply-To, else by the channel's `customerPattern`; null when neither names somebody who can be written to. */
export function customerOfNotice(reading: Reading, channel: string): Customer {
  const replyTo = usableReplyTo(reading);
  return replyTo === null ? inText(byPattern(reading, channel)) : { customer: replyTo };
}

/** As customerOfNotice; where the channel has no pattern or it finds nobody, by the form's own line of the address. */
export function customerOfForm(reading: Reading, channel: string): Customer {
  const found = customerOfNotice(reading, channel);
  return found.customer === null ? inText(customerIn(reading, formLine)) : found;
}

function inText(customer: Address | null): Customer {
  return customer === null ? { customer } : { customer, customerInText: true };
}

function byPattern(reading: Reading, channel: string): Address | null {
  const pattern = channelOf(reading.policy, channel)?.customerPattern;
  return pattern === undefined ? null : customerIn(reading, new RegExp(pattern, "imu"));
}

/** Of the groups, the one with an @ is the address, another one the name. */
function customerIn(reading: Reading, pattern: RegExp): Address | null {
  const { text, said } = reading.message;
  if (text === undefined) return said?.customer ?? null;
  const [, ...captured]: readonly (string | undefined)[] = pattern.exec(text) ?? [];
  const groups = captured.map((group) => (group ?? "").trim());
  const address = groups.find((group) => /^[^\s@]+@[^\s@]+$/.test(group));
  if (address === undefined) return null;
  const customer = { name: groups.find((group) => group !== address) ?? "", address };
  return mayBeCustomer(reading, customer) ? customer : null;
}
