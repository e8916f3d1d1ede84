/** The new text of a message and the thread quoted below it. */
import type { Address } from "../domain/triage/message.ts";
import { addressesOf } from "./headers.ts";

/** Lines with which mail programs begin the quoted thread, in English and French. */
const quoteBegins = [
  /^\s*-{2,}\s*(Original Message|Message d'origine|Message d’origine)\s*-{2,}\s*$/i,
  /^\s*_{20,}\s*$/,
  /^\s*(From|De)\s*:\s.*\S+@\S+/i,
  /^\s*On .{6,200} wrote:\s*$/i,
  /^\s*Le .{6,200} a écrit\s*:\s*$/i,
];

/**
 * The text that the writer added, without the thread quoted below it. A quote that is not recognised stays in: too much
 * text makes a message look like one that needs a reply, which is the safe side (design rule 3).
 */
export function newText(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => quoteBegins.some((begin) => begin.test(line)));
  const own = end < 0 ? lines : lines.slice(0, end);
  return own
    .filter((line) => !/^\s*>/.test(line))
    .join("\n")
    .trim();
}

/** Who wrote the first quoted message, from its "From:" line; null when none names an address. */
export function quotedAuthor(text: string): Address | null {
  const line = /^[\s*]*(?:From|De)\s*:[\s*]*(.+)$/im.exec(text)?.[1] ?? "";
  const plain = line.replace(/\[mailto:([^\]]+)\]/i, "<$1>").replace(/\*/g, "");
  return addressesOf(plain)[0] ?? null;
}
