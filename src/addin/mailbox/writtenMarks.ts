/**
 * Marks that were written and have not been seen on their messages since: the answer to a change alone proves nothing.
 * The next look's changes show most of them; the others are asked for by their ids.
 */
import { minuteMs } from "../../domain/time.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Desk } from "../desk.ts";
import type { MailboxName, MailboxReader, Mark } from "../mailboxPorts.ts";
import { keepFound, touch, type Reading } from "./rounds.ts";
import type { Watched } from "./watched.ts";
import { keyOfMark, type WrittenMark } from "./writtenMark.ts";

/**
 * The same mark, written so often in a row and not there when it was looked for, waits so long before each further try:
 * what disturbed it may be over by then, and what takes it off again and again is not fought.
 */
const mostWrites = 3;
const pauseMs = 60 * minuteMs;

/** False, and said, for a mark that its message does not keep, until it is worth another try. */
export function mayWriteAgain({ rewrites, notices, ports }: Desk, key: string, mark: Mark): boolean {
  const last = rewrites.get(key);
  if (last?.meant !== meantBy(mark) || last.times < mostWrites) return true;
  notices.raise({ code: "marksNotKept" });
  return ports.clock.now() - last.at >= pauseMs;
}

/** Once a look, however often somebody else came in between. */
export function countWrite({ rewrites, ports }: Desk, key: string, mark: Mark): void {
  const meant = meantBy(mark);
  const last = rewrites.get(key);
  rewrites.set(key, { meant, times: last?.meant === meant ? last.times + 1 : 1, at: ports.clock.now() });
}

function meantBy({ categories, flag }: Mark): string {
  return JSON.stringify([categories, flag]);
}

/** What a look wrote, by keys of messages. */
export interface MarksWritten {
  readonly written: Set<string>;
  /** Wrong, and not worth a try now. */
  readonly heldBack: Set<string>;
}

/** Before they are written, so that they are looked for whatever happens meanwhile. */
export async function noteWriting(desk: Desk, mailbox: MailboxName, marks: readonly Mark[]): Promise<void> {
  const now = marks.map(({ id, categories, flag }) => ({
    ...{ mailbox, id, categories: categories !== undefined, flag: flag !== undefined },
  }));
  const written = new Set(now.map(keyOfMark));
  await desk.writtenMarks.change((known) => [...known.filter((each) => !written.has(keyOfMark(each))), ...now]);
}

/** Asks for the messages whose marks no change has shown. @throws OutsideError */
export async function seeOtherMarks(
  desk: Desk,
  reader: MailboxReader,
  policy: Policy,
  watched: Watched,
  reading: Reading,
): Promise<void> {
  const left = [...reading.unseenMarks.values()];
  reading.unseenMarks.clear();
  for (const name of new Set(left.map(({ mailbox }) => mailbox))) {
    const mailbox = watched[name];
    if (mailbox === undefined) continue;
    const ids = left.filter((each) => each.mailbox === name).map(({ id }) => id);
    // Not to be had now is not gone: the next look is told of what was removed.
    const there = [...(await reader.messages(name, ids))].filter(([, fields]) => fields !== null);
    for (const message of await keepFound(desk, policy, name, mailbox, new Map(there))) touch(reading, message);
  }
}

/**
 * All that did not have to be written in this look and were not held back stand right.
 *
 * @param lookedFor marks of earlier looks, seen in this one
 */
export async function closeMarks(
  { rewrites, notices, writtenMarks }: Desk,
  lookedFor: readonly WrittenMark[],
  { written, heldBack }: MarksWritten,
): Promise<void> {
  for (const key of [...rewrites.keys()]) if (!written.has(key) && !heldBack.has(key)) rewrites.delete(key);
  if (![...rewrites.values()].some(({ times }) => times >= mostWrites)) notices.lower("marksNotKept");
  const seen = new Set(lookedFor.map(keyOfMark).filter((key) => !written.has(key)));
  if (seen.size > 0) await writtenMarks.change((known) => known.filter((each) => !seen.has(keyOfMark(each))));
}
