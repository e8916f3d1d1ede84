/** The customer's name as a greeting may use it. */
import type { Address } from "../triage/message.ts";
import { isNoReply, isRole } from "../triage/senders.ts";

const credentials =
  /^(p\.?\s?eng|ph\.?d|md|m\.d|rn|cpa|ca|mba|esq|ll\.?b|q\.?c|k\.?c|jr|sr|ii|iii|iv|p\.?ag|rpp|mcip)\.?$/i;
const organisation = /&|\b(inc|ltd|ltée|ltee|llc|llp|corp|co|company|society|association|gmbh)\b\.?/i;
const particles = /^(de|da|di|du|la|le|van|von|der|den|ter|bin|al|el|y|e)$/;

/**
 * The name for a greeting ("Dear Amara Okafor"), or null when the display name tells none: then the field is missing
 * and a person fills it. No title is invented, none that the customer uses is dropped.
 *
 * "OKAFOR, Amara" becomes "Amara Okafor"; "Amara Okafor, P.Eng." loses the credential; an address alone is no name.
 */
export function greetingName(who: Address | null): string | null {
  if (who === null || isNoReply(who)) return null;
  const name = who.name
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/\s*(\([^)]*\)|\[[^\]]*\]|\bvia .*$|\s[|/–—-]\s.*$)/gu, " ")
    .replace(/^["'“”‘’\s]+|["'“”‘’\s]+$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const looksLikeName = /\p{L}{2,}/u.test(name) && !/[@\d]/.test(name);
  if (!looksLikeName || isDesk(name, who)) return null;
  return organisation.test(name) ? name : inCase(inOrder(name));
}

/** "Reception" <reception@…>: a desk has no name. */
function isDesk(name: string, who: Address): boolean {
  const local = who.address.toLowerCase().split("@")[0] ?? "";
  return (
    !name.includes(" ") &&
    (isRole({ name: "", address: `${name.toLowerCase()}@` }) || (isRole(who) && name.toLowerCase() === local))
  );
}

/** "Okafor, Amara" to "Amara Okafor"; what follows a comma as a credential goes. */
function inOrder(name: string): string {
  const [family, ...rest] = name
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "" && !credentials.test(part));
  const [given] = rest;
  return family === undefined
    ? name
    : rest.length === 1 && given !== undefined
      ? `${given} ${family}`
      : [family, ...rest].join(", ");
}

/** Words all in capitals, or a name without any, as names are written: "O'BRIEN-SMITH" to "O'Brien-Smith". */
function inCase(name: string): string {
  const noCapitals = name === name.toLowerCase();
  return name
    .split(" ")
    .map((word) => {
      const shouts =
        word.length > 2 && word === word.toUpperCase() && !word.includes(".") && word !== word.toLowerCase();
      if (shouts) return capitalised(word.toLowerCase());
      return noCapitals && !particles.test(word) ? capitalised(word) : word;
    })
    .join(" ");
}

function capitalised(word: string): string {
  return word.replace(/(^|['’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
