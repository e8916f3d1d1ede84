/**
 * Marks that were written and have not been seen on their messages since: the answer to a change alone proves nothing.
 * The next look's changes show most of them; the others are asked for by their ids.
 */
import type { Policy } from "../../domain/policy/policy.ts";
import type { Desk } from "../desk.ts";
import type { MailboxName, MailboxReader, Mark } from "../mailboxPorts.ts";
import { keepFound, touch, type Reading } from "./rounds.ts";
import type { Watched } from "./watched.ts";
import { keyOfMark, type WrittenMark } from "./writtenMark.ts";

/** The same mark, written so often in a row and not there when it was looked for, is written no more by this pane. */
const mostWrites = 3;
const givenUp = Infinity;

/** False, and said, for a mark that its message does not keep. */
export function mayWriteAgain({ rewrites, notices }: Desk, key: string, mark: Mark): boolean {
  const last = rewrites.get(key);
  if (last?.meant !== meantBy(mark) || last.times < mostWrites) return true;
  rewrites.set(key, { ...last, times: givenUp });
  notices.raise({ code: "marksNotKept" });
  return false;
}

/** Once a look, however often somebody else came in between. */
export function countWrite({ rewrites }: Desk, key: string, mark: Mark): void {
  const meant = meantBy(mark);
  const last = rewrites.get(key);
  rewrites.set(key, { meant, times: last?.meant === meant ? last.times + 1 : 1 });
}

function meantBy({ categories, flag }: Mark): string {
  return JSON.stringify([categories, flag]);
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

/** Those that were looked for and did not have to be written again stand right. @param written keys of those that had to be */
export async function closeMarks(
  desk: Desk,
  lookedFor: readonly WrittenMark[],
  written: ReadonlySet<string>,
): Promise<void> {
  const right = new Set(lookedFor.map(keyOfMark).filter((key) => !written.has(key)));
  if (right.size === 0) return;
  for (const key of right) if (desk.rewrites.get(key)?.times !== givenUp) desk.rewrites.delete(key);
  await desk.writtenMarks.change((known) => known.filter((each) => !right.has(keyOfMark(each))));
}
