/** Readers of the small values that stand all over a policy: names, days, addresses, clauses. */
import { isLocalDay } from "../calendar/localDay.ts";
import type { LocalDay } from "../time.ts";
import { checked, listOf, recordOf, text, value, wholeNumber, yesOrNo, type Reader } from "./reader.ts";

/** The most business days that a policy may promise: far beyond any city's, and short enough to count. */
const mostDays = 1000;

/** What each element may say of its source. */
export const cited = {
  clause: text((said) => said.clause),
  cityToConfirm: yesOrNo,
};

export const id = text((said) => said.id, /^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

export const localDay: Reader<LocalDay> = value(
  (said) => said.day,
  (found): found is LocalDay => typeof found === "string" && isLocalDay(found),
);

export const language = text((said) => said.languageTag, /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** The same name in other languages. */
export const names = recordOf(
  (said) => said.names,
  language,
  text((said) => said.aName),
);

export const responseDays = wholeNumber(1, mostDays, (said) => said.responseDays(mostDays));

export const daysByChannel = recordOf((said) => said.daysByChannel, id, responseDays);

const addressText = /^[^\s@*]+@[^\s@*]+$/;
const senderText = /^([^\s@*]+|\*)@[^\s@*]+$/;

export const addresses = lowerCase(
  listOf(
    (said) => said.addresses,
    text((said) => said.address, addressText),
  ),
);
export const senders = lowerCase(
  listOf(
    (said) => said.senders,
    text((said) => said.sender, senderText),
  ),
);
export const domains = lowerCase(
  listOf(
    (said) => said.domains,
    text((said) => said.domain, /^[^\s@*]+$/),
  ),
);

export const expressions = listOf(
  (said) => said.expressions,
  checked(
    text((said) => said.expression),
    (expression) => (compiles(expression) ? null : (said) => said.notAnExpression(expression)),
  ),
);

/** A regular expression that captures an address and, if wanted, a name. */
export const customerPattern = checked(
  text((said) => said.customerPattern),
  (expression) => {
    if (!compiles(expression)) return (said) => said.notAnExpression(expression);
    const groups = groupsOf(expression);
    if (groups === 1 || groups === 2) return null;
    return (said) => said.wrongGroups(expression, groups);
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
