/** Dates in mail headers (RFC 5322 §3.3). */
import type { Instant } from "../domain/time.ts";

/** A date such as "Mon, 23 Nov 2026 10:00:00 -0600 (MDT)"; without a zone it is taken as UTC, never the machine's. Null when it is none. */
export function mailDate(text: string): Instant | null {
  const plain = text
    .replace(/\([^)]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (!/\d{1,2} [A-Za-z]{3,} \d{2,4} \d{1,2}:\d{2}/.test(plain)) return null;
  const hasZone = /\d ?([+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T)$/i.test(plain);
  const ms = Date.parse(hasZone ? plain : `${plain.replace(/ [A-Za-z]+$/, "")} +0000`);
  return Number.isNaN(ms) ? null : (ms as Instant);
}

/** When the last server took the message: the date of the topmost Received line, or null. */
export function receivedDate(headers: readonly (readonly [string, string])[]): Instant | null {
  const line = headers.find(([name]) => name.toLowerCase() === "received")?.[1];
  return line === undefined ? null : mailDate(line.slice(line.lastIndexOf(";") + 1));
}
