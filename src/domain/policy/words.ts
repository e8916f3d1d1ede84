/** Readers of the small values that stand all over a policy: names, days, addresses, clauses. */
import { isLocalDay } from "../calendar/localDay.ts";
import type { LocalDay } from "../time.ts";
import { checked, listOf, recordOf, text, value, wholeNumber, yesOrNo, type Reader } from "./reader.ts";

/** The most business days that a policy may promise: far beyond any city's, and short enough to count. */
const mostDays = 1000;

/** What each element may say of its source. */
export const cited = {
  clause: text('the clause it comes from, such as "AP-1077-23 §5.1(a)"'),
  cityToConfirm: yesOrNo,
};

export const id = text("an id that begins with a letter, of letters, digits, - and _", /^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

export const localDay: Reader<LocalDay> = value(
  'a day that exists, such as "2026-12-25"',
  (found): found is LocalDay => typeof found === "string" && isLocalDay(found),
);

export const language = text('a language tag such as "en" or "fr"', /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** The same name in other languages. */
export const names = recordOf('names by language, such as { "fr": "Courriel" }', language, text("a name"));

export const responseDays = wholeNumber(
  `a whole number of business days from 1 to ${mostDays}; leave it out where nothing is promised`,
  1,
  mostDays,
);

export const daysByChannel = recordOf('business days by channel id, such as { "email": 2 }', id, responseDays);

const addressText = /^[^\s@*]+@[^\s@*]+$/;
const senderText = /^([^\s@*]+|\*)@[^\s@*]+$/;

export const addresses = lowerCase(
  listOf("a list of addresses", text('an address such as "council@city.example"', addressText)),
);
export const senders = lowerCase(
  listOf("a list of senders", text('an address, or "*@domain" for all of a domain', senderText)),
);
export const domains = lowerCase(listOf("a list of domains", text('a domain such as "city.example"', /^[^\s@*]+$/)));

export const expressions = listOf(
  "a list of regular expressions",
  checked(text('a regular expression such as "^Toner low"'), (expression) =>
    compiles(expression) ? null : notAnExpression(expression),
  ),
);

/** A regular expression that captures an address and, if wanted, a name. */
export const customerPattern = checked(
  text('a regular expression with a group for the address, such as "^E-mail: (\\S+@\\S+)$"'),
  (expression) => {
    if (!compiles(expression)) return notAnExpression(expression);
    const groups = groupsOf(expression);
    if (groups === 1 || groups === 2) return null;
    return `"${expression}" has ${groups} groups: put ( ) around the address and, if wanted, around the name; (?: ) groups without capturing`;
  },
);

/** Mail addresses are compared without regard to case. */
function lowerCase(reader: Reader<readonly string[]>): Reader<readonly string[]> {
  const read: Reader<readonly string[]>["read"] = (found, place) => {
    const items = reader.read(found, place);
    return typeof items === "symbol" ? items : items.map((item) => item.toLowerCase());
  };
  return { expected: reader.expected, read };
}

function notAnExpression(expression: string): string {
  return `"${expression}" is no regular expression: mend it, or put \\ before ( [ + * ? to mean the character`;
}

/** How many groups an expression captures: with an empty alternative it matches anything, and lists them all. */
function groupsOf(expression: string): number {
  return (new RegExp(`${expression}|`, "iu").exec("")?.length ?? 1) - 1;
}

function compiles(expression: string): boolean {
  try {
    new RegExp(expression, "iu");
    return true;
  } catch {
    return false;
  }
}
