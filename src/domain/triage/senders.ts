/** What an address tells of who is behind it: the city's people, a customer, a machine. */
import type { Policy } from "../policy/policy.ts";
import type { Address } from "./message.ts";

/** Local parts that say "do not reply", in the languages of the mail that reaches Canadian cities. */
const noReplyLocal =
  /(^|[._+-])((no|not|non|do[._-]?not|dont|don't)[._-]?(reply|respond|answer)|(ne[._-]?pas|pas[._-]?de|sans)[._-]?(repondre|reponse)|no[._-]?(responder|contestar|responda)|nao[._-]?respond[ae]r?|non[._-]?rispondere|(nicht|keine)[._-]?antwort(en)?|niet[._-]?(be)?antwoorden|svar[._-]?ikke|ikke[._-]?svar|svara[._-]?(inte|ej)|nie[._-]?odpowiadaj|unmonitored|unattended|nobody|null|devnull)([._+-]|\d|$)/;
const noReplyName = /\b(no|do not|don't|ne pas) ?-?(reply|respond|répondre|repondre)\b/i;

/** Local parts of desks and systems. They prove no machine: they only fail to prove a person. */
const roleLocal =
  /(^|[._+-])(news|newsletter|newsletters|info|infolettre|marketing|updates?|notif(y|ier|ications?)?|alerts?|alertes?|mailer|mail|email|system|daemon|service|services|support|help|helpdesk|hello|contact|admin|administrator|billing|invoices?|facturation|receipts?|orders?|sales|accounts?|events?|team|office|reception|webmaster|bounces?|robot|bot|scada|monitor(ing)?|server|root|cron|wordpress|www|www-data|apache|web|webforms?|forms?|security|quarantine|member(ship)?s?|customer(s|care|service)?|delivery|shipping|tracking|digest|announce(ments?)?|campaigns?|promo(tions?)?|offers?|deals?|survey|surveys|feedback|drive-shares|reports?)([._+-]|\d|$)/;

/** Local parts under which sites send what a visitor typed into a form. */
const formLocal =
  /^(wordpress|web-?forms?|forms?|formulaires?|contact-?form|www|www-data|apache|nobody|drupal|joomla|website|site-?web|web|jotform|wufoo|formstack|gravityforms)([._+-]|\d|$)/;

/** Where private people have their mail. */
const freemail =
  /@(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|proton|protonmail|shaw|telus|telusplanet|sasktel|videotron|sympatico|bell|rogers|gmx|web|laposte|orange|free|mail)\.(com|ca|net|de|fr|me|ru|co\.uk)$/;

/** Lower-case and trimmed, or "" when there is none. */
export function addressOf(who: Address | null | undefined): string {
  return (who?.address ?? "").trim().toLowerCase();
}

/** `pattern` is an address or "*@domain"; `address` lower case. */
export function matchesSender(pattern: string, address: string): boolean {
  const wanted = pattern.trim().toLowerCase();
  if (address === "" || wanted === "") return false;
  return wanted.startsWith("*@") ? address.endsWith(wanted.slice(1)) : address === wanted;
}

/** The policy lists inside addresses that are customers all the same (AP-1077-23 §2.3). */
export function isListedCustomer(policy: Policy, address: string): boolean {
  return (policy.customers?.addresses ?? []).some((pattern) => matchesSender(pattern, address));
}

/** On the staff's domains or among its addresses, listed customers included. */
export function isInside(policy: Policy, address: string): boolean {
  const { domains = [], addresses = [] } = policy.staff ?? {};
  return (
    addresses.some((pattern) => matchesSender(pattern, address)) ||
    domains.some((domain) => address.endsWith(`@${domain.toLowerCase().replace(/^\*?@/, "")}`))
  );
}

/** Of the staff, and no listed customer. */
export function isStaff(policy: Policy, address: string): boolean {
  return isInside(policy, address) && !isListedCustomer(policy, address);
}

/** True when the address or the name in front of it asks not to be answered. */
export function isNoReply(who: Address | null | undefined): boolean {
  const local = addressOf(who).split("@")[0] ?? "";
  return noReplyLocal.test(local) || noReplyName.test(who?.name ?? "");
}

/** True for the addresses under which web sites send their forms. */
export function isFormSender(who: Address | null): boolean {
  return formLocal.test(addressOf(who).split("@")[0] ?? "");
}

/** True for a desk's or a system's address. */
export function isRole(who: Address | null | undefined): boolean {
  return roleLocal.test(addressOf(who).split("@")[0] ?? "");
}

/** True when there is evidence of a single person: a private mail provider, or a name that stands in its address. */
export function looksLikeAPerson(who: Address | null | undefined): boolean {
  const address = addressOf(who);
  if (address === "" || isNoReply(who) || isRole(who)) return false;
  if (freemail.test(address)) return true;
  const local = address.split("@")[0] ?? "";
  const words = (who?.name ?? "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
  return words.length > 1 && words.some((word) => local.includes(word));
}

/** The part behind the @, lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
