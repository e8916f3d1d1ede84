/** Anybody's own mail: a folder of .eml and .mbox files, or one such file, message by message. */
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import { instant, type Instant } from "../domain/time.ts";
import { readEml, type MailMessage } from "./eml.ts";
import { mboxMessages } from "./mbox.ts";
import { maxMessageBytes } from "./unreadable.ts";

export type MailboxEntry =
  | { readonly ok: true; readonly file: string; readonly message: MailMessage }
  /** `file` is the name under the mailbox, with "#3" for the third message of an .mbox; `reason` a sentence. */
  | { readonly ok: false; readonly file: string; readonly reason: string };

/**
 * Every message under `path`, files in the order of their names, folders inside included. A message that cannot be read
 * is an entry with its reason and stops nothing; files that are neither .eml nor .mbox are passed over. At most one
 * message is in memory at a time.
 */
export async function* readMailbox(path: string): AsyncGenerator<MailboxEntry> {
  for await (const file of filesUnder(path)) {
    const name = relative(path, file.path) || basename(file.path);
    if (file.problem !== null) yield { ok: false, file: name, reason: file.problem };
    else if (extname(file.path).toLowerCase() === ".mbox") yield* readMbox(file.path, name);
    else yield await readFileEntry(file.path, name);
  }
}

interface FoundFile {
  readonly path: string;
  readonly problem: string | null;
}

async function* filesUnder(path: string): AsyncGenerator<FoundFile> {
  let isFolder: boolean;
  let names: readonly string[] = [];
  try {
    isFolder = (await stat(path)).isDirectory();
    if (isFolder) names = (await readdir(path)).sort();
  } catch (error) {
    yield { path, problem: sentenceFor(error) };
    return;
  }
  if (!isFolder) {
    yield { path, problem: null };
    return;
  }
  for (const name of names) {
    const inner = join(path, name);
    const isMail = /\.(eml|mbox)$/i.test(name);
    if (isMail || (await isDirectory(inner))) yield* filesUnder(inner);
  }
}

async function readFileEntry(path: string, file: string): Promise<MailboxEntry> {
  try {
    const { size, mtimeMs } = await stat(path);
    if (size > maxMessageBytes) return { ok: false, file, reason: "it is larger than 50 MB" };
    return await entryOf(await readFile(path), file, instant(Math.trunc(mtimeMs)));
  } catch (error) {
    return { ok: false, file, reason: sentenceFor(error) };
  }
}

async function* readMbox(path: string, name: string): AsyncGenerator<MailboxEntry> {
  let count = 0;
  try {
    const fallback = instant(Math.trunc((await stat(path)).mtimeMs));
    for await (const { bytes } of mboxMessages(createReadStream(path, { highWaterMark: 1024 * 1024 }))) {
      count += 1;
      const file = `${name}#${count}`;
      if (bytes === null) yield { ok: false, file, reason: "it is larger than 50 MB" };
      else yield await entryOf(bytes, file, fallback);
    }
    if (count === 0) yield { ok: false, file: name, reason: 'it holds no message that begins with a "From " line' };
  } catch (error) {
    yield { ok: false, file: name, reason: sentenceFor(error) };
  }
}

async function entryOf(bytes: Uint8Array, file: string, fallback: Instant): Promise<MailboxEntry> {
  const reading = await readEml(bytes, { fallback });
  return reading.ok ? { ok: true, file, message: reading.message } : { ok: false, file, reason: reading.reason };
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function sentenceFor(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "there is no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "it may not be read: permission denied";
  return message;
}
