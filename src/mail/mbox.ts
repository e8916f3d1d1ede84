/** Splits an .mbox as it streams in (mboxrd: "From " lines part messages, ">From " in a body is quoted). */
import { maxMessageBytes } from "./unreadable.ts";

export interface MboxEntry {
  /** The message's bytes, or null when it is larger than a message may be: then it was passed over, not kept. */
  readonly bytes: Uint8Array | null;
}

const newline = 10;
const quoted = /^>+From /;
/** "From sender Mon Nov 23 10:00:00 2026": a body line that only begins with "From " has no such time. */
const separator = /^From \S.*\d{1,2}:\d{2}/;

/** One entry per message, in order; holds one message at a time. */
export async function* mboxMessages(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<MboxEntry> {
  let lines: Buffer[] | null = null;
  let size = 0;
  let afterBlank = true;
  for await (const line of linesOf(chunks)) {
    if (afterBlank && isSeparator(line)) {
      if (lines !== null) yield entryOf(lines, size);
      lines = [];
      size = 0;
    } else if (lines !== null) {
      size += line.length;
      if (size > maxMessageBytes) lines = [];
      else lines.push(unquoted(line));
    }
    afterBlank = isBlank(line);
  }
  if (lines !== null) yield entryOf(lines, size);
}

/** Lines with their line ends. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
      pending.push(bytes.subarray(from, at + 1));
      yield pending.length === 1 ? (pending[0] as Buffer) : Buffer.concat(pending);
      pending = [];
      from = at + 1;
    }
    if (from < bytes.length) pending.push(bytes.subarray(from));
  }
  if (pending.length > 0) yield Buffer.concat(pending);
}

function isSeparator(line: Buffer): boolean {
  return line[0] === 0x46 && separator.test(line.toString("latin1", 0, 200));
}

function isBlank(line: Buffer): boolean {
  return line.length <= 2 && (line[0] === newline || (line[0] === 13 && line[1] === newline));
}

function unquoted(line: Buffer): Buffer {
  return line[0] === 0x3e && quoted.test(line.toString("latin1", 0, 40)) ? line.subarray(1) : line;
}

function entryOf(lines: readonly Buffer[], size: number): MboxEntry {
  return { bytes: size > maxMessageBytes ? null : Buffer.concat(lines) };
}
