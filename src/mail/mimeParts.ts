/** The types of a message's parts, in order, with what lies inside attached messages marked as such. */
import type { MessagePart } from "../domain/triage/message.ts";

const deepest = 20;
const mostParts = 1000;

interface Found {
  readonly parts: MessagePart[];
  readonly bytes: Buffer;
}

/** @param message raw RFC 5322 bytes; malformed ones give the parts that can be made out */
export function partsOf(message: Uint8Array): readonly MessagePart[] {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const parts: MessagePart[] = [];
  walk({ parts, bytes }, 0, bytes.length, false, 0);
  return parts;
}

function walk(found: Found, start: number, end: number, embedded: boolean, depth: number): void {
  if (depth > deepest || found.parts.length >= mostParts) return;
  const body = bodyStart(found.bytes, start, end);
  const head = found.bytes.toString("latin1", start, body);
  const contentType = headerOf(head, "content-type");
  const type = /^\s*([^\s;]+\/[^\s;]+)/.exec(contentType)?.[1]?.toLowerCase() ?? "text/plain";
  const encoding = headerOf(head, "content-transfer-encoding").trim().toLowerCase();
  const method =
    parameter(contentType, "method") ?? (isCalendar(type) ? methodInside(found.bytes, body, end, encoding) : null);
  const reportType = parameter(contentType, "report-type");
  found.parts.push({
    type,
    ...(method === null ? {} : { method: method.toUpperCase() }),
    ...(reportType === null ? {} : { reportType: reportType.toLowerCase() }),
    ...(embedded ? { embedded } : {}),
  });
  const boundary = type.startsWith("multipart/") ? parameter(contentType, "boundary") : null;
  if (boundary !== null) {
    for (const [from, to] of sections(found.bytes, body, end, boundary)) walk(found, from, to, embedded, depth + 1);
  } else if (type === "message/rfc822" && !/^(base64|quoted-printable)$/.test(encoding)) {
    walk(found, body, end, true, depth + 1);
  }
}

/** Where the body begins: after the first empty line. */
function bodyStart(bytes: Buffer, start: number, end: number): number {
  if (bytes[start] === 10) return start + 1;
  if (bytes[start] === 13 && bytes[start + 1] === 10) return start + 2;
  const ends = [
    { at: bytes.indexOf("\r\n\r\n", start), length: 4 },
    { at: bytes.indexOf("\n\n", start), length: 2 },
  ].filter(({ at }) => at >= 0 && at < end);
  const first = ends.sort((a, b) => a.at - b.at)[0];
  return first === undefined ? end : Math.min(end, first.at + first.length);
}

/** Start and end of each section between boundary lines; an unclosed last one reaches to the end. */
function sections(bytes: Buffer, start: number, end: number, boundary: string): readonly (readonly [number, number])[] {
  const marker = `--${boundary}`;
  const found: [number, number][] = [];
  let open = -1;
  for (
    let at = bytes.indexOf(marker, start, "latin1");
    at >= 0 && at < end;
    at = bytes.indexOf(marker, at + 1, "latin1")
  ) {
    if (at > start && bytes[at - 1] !== 10) continue;
    const lineEnd = bytes.indexOf(10, at);
    const rest = bytes.toString("latin1", at + marker.length, lineEnd < 0 ? end : lineEnd).trim();
    if (rest !== "" && rest !== "--") continue;
    if (open >= 0) found.push([open, at]);
    open = rest === "--" || lineEnd < 0 ? -1 : lineEnd + 1;
    if (rest === "--") break;
  }
  if (open >= 0) found.push([open, end]);
  return found;
}

/** METHOD from the calendar object itself: some requests do not repeat it in Content-Type. */
function methodInside(bytes: Buffer, start: number, end: number, encoding: string): string | null {
  const raw = bytes.toString("latin1", start, Math.min(end, start + 8192));
  const text = encoding === "base64" ? Buffer.from(raw, "base64").toString("latin1") : raw;
  return /^METHOD:\s*([A-Za-z]+)/m.exec(text)?.[1] ?? null;
}

function isCalendar(type: string): boolean {
  return type === "text/calendar" || type === "application/ics";
}

function headerOf(head: string, name: string): string {
  const line = new RegExp(`^${name}[ \\t]*:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, "im").exec(head)?.[1] ?? "";
  return line.replace(/\r?\n[ \t]+/g, " ").trim();
}

function parameter(contentType: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, "i").exec(contentType);
  return match?.[1] ?? match?.[2] ?? null;
}
