/** What a person wrote anew, and whose message they forward, read from plain text. */
import type { Address } from "./message.ts";

const divider =
  /^\s*(-{2,}\s*(original|forwarded|message|begin|ursprüngliche|weitergeleitete).*|_{10,}\s*|begin forwarded message:.*|début du message (transféré|réexpédié).*)$/i;
const attribution =
  /^\s*(on|le|el|am|op|il|em)\b.{4,250}(wrote|a écrit|escribió|schrieb|schreef|ha scritto|escreveu)\s*:?\s*$/i;
const headerLine = /^\s*\*?(from|de|von|van|da|från|fra)\*?\s*:\*?\s*(\S.*)$/i;
const nextHeaderLine =
  /^\s*\*?(sent|date|to|subject|envoyé|à|objet|gesendet|datum|an|betreff|enviado|para|asunto)( le)?\*?\s*:/i;

/** The text before the quoted thread and the signature, without quoted lines. */
export function newText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const end = lines.findIndex((line, index) => beginsQuote(lines, index) || line === "-- ");
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !/^\s*>/.test(line))
    .join("\n")
    .trim();
}

/** Who wrote the message that a text forwards: the first "From:" line of a header block, or null. */
export function forwardedAuthor(text: string): Address | null {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/^[> ]+/gm, "")
    .split("\n");
  for (const [index, line] of lines.entries()) {
    const said = headerLine.exec(line)?.[2];
    if (said === undefined || !followsHeader(lines, index)) continue;
    const address = /([^\s<>[\]():;,"]+@[^\s<>[\]():;,"]+)/.exec(said.replace(/mailto:/gi, ""))?.[1];
    if (address === undefined) continue;
    const name = said
      .replace(/mailto:/gi, "")
      .replace(/[<[(]?[^\s<>[\]():;,"]+@[^\s<>[\]():;,"]+[>\])]?/g, "")
      .replace(/["*]/g, "")
      .trim();
    return { name, address };
  }
  return null;
}

function beginsQuote(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? "";
  const wrapped = `${line.trimEnd()} ${(lines[index + 1] ?? "").trim()}`;
  const broken = /^\s*(on|le|el|am|op|il|em)\s/i.test(line) && attribution.test(wrapped);
  return (
    divider.test(line) || attribution.test(line) || broken || (headerLine.test(line) && followsHeader(lines, index))
  );
}

function followsHeader(lines: readonly string[], index: number): boolean {
  return lines.slice(index + 1, index + 4).some((line) => nextHeaderLine.test(line));
}
