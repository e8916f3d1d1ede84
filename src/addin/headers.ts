/** What the add-in reads out of internet headers: a value, the time of receipt, addresses, the content type. */
import type { Address, MessagePart } from "../domain/triage/message.ts";
import { instant, type Instant } from "../domain/time.ts";

export type Headers = readonly (readonly [string, string])[];

/** The first header of that name (the top one: the last server to touch the message), unfolded; null when there is none. */
export function headerValue(headers: Headers, name: string): string | null {
  const found = headers.find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? null : found[1].replace(/\s+/g, " ").trim();
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const mailDate = /(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? ([+-]\d{4}|GMT|UTC|UT|Z)/;

/** A moment from the date of a mail header (RFC 5322 §3.3: "Fri, 20 Nov 2026 16:30:12 -0600"), or null. */
export function mailDateOf(text: string): Instant | null {
  const match = mailDate.exec(text.replace(/\s+/g, " "));
  if (match === null) return null;
  const [, day, monthName, year, hour, minute, second, zone] = match;
  const month = months.indexOf((monthName ?? "").toLowerCase());
  if (month < 0) return null;
  const utc = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second ?? 0));
  return instant(utc - offsetMinutes(zone ?? "Z") * 60_000);
}

function offsetMinutes(zone: string): number {
  const match = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}

/**
 * When the mailbox received the message: the date after the last semicolon of the top `Received` header
 * (RFC 5321 §4.4), which the receiving Exchange server wrote. Null when there is none to read.
 */
export function receivedTime(headers: Headers): Instant | null {
  const received = headerValue(headers, "Received");
  return received === null ? null : mailDateOf(received.slice(received.lastIndexOf(";") + 1));
}

/** Addresses of a header such as Reply-To: `"Okafor, Ada" <ada@mail.example>, b@mail.example`. Groups are not read. */
export function addressesOf(value: string | null): readonly Address[] {
  const single = /\s*(?:("(?:[^"\\]|\\.)*"|[^"<>,]*?)\s*<([^<>\s]+@[^<>\s]+)>|([^\s<>,"]+@[^\s<>,"]+))\s*(?:,|$)/g;
  return [...(value ?? "").matchAll(single)].map(([, name, bracketed, bare]) => ({
    name: (name ?? "").replace(/^"|"$/g, "").replace(/\\(.)/g, "$1").trim(),
    address: bracketed ?? bare ?? "",
  }));
}

/** The message's own type from its Content-Type header ("text/calendar; method=REQUEST"), or null. */
export function ownPart(headers: Headers): MessagePart | null {
  const value = headerValue(headers, "Content-Type");
  const type = value?.split(";")[0]?.trim().toLowerCase();
  if (value === null || type === undefined || type === "") return null;
  const method = parameter(value, "method");
  const reportType = parameter(value, "report-type");
  return { type, ...(method === null ? {} : { method }), ...(reportType === null ? {} : { reportType }) };
}

function parameter(value: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*"?([^";\\s]+)`, "i").exec(value);
  return match?.[1]?.toLowerCase() ?? null;
}
