/** Does a licence let us use a package? An SPDX licence expression against a list of licences. */

const words = ["(", ")", "AND", "OR"];

/** One step of working out an expression whose licences are 1 or 0; what is no expression stays as it is. */
function simpler(expression: string): string {
  return expression
    .replace(/\( ([01]) \)/g, "$1")
    .replace(/([01]) AND ([01])/g, (_all, a, b) => (a === "1" && b === "1" ? "1" : "0"))
    .replace(/(?<!AND )([01]) OR ([01])(?! AND)/g, (_all, a, b) => (a === "1" || b === "1" ? "1" : "0"));
}

/**
 * @param expression such as "(MIT OR GPL-3.0-only) AND Zlib"; AND binds closer than OR (SPDX 2.3, annex D)
 * @returns true when the licences on the list are enough; false for what is no such expression, and for any WITH
 */
export function isLicensed(expression: string, allowed: ReadonlySet<string>): boolean {
  const parts = expression.match(/[()]|[^\s()]+/g) ?? [];
  let left = parts.map((part) => (words.includes(part) ? part : allowed.has(part) ? "1" : "0")).join(" ");
  for (let next = simpler(left); next !== left; next = simpler(left)) left = next;
  return left === "1";
}
