/** Which mailboxes are watched: the person's own, and those of the policy's departments that are open to them. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import { instant, type Instant, type LocalDay } from "../../domain/time.ts";
import type { Desk } from "../desk.ts";
import { unlessRefused } from "../notices.ts";
import { OutsideError } from "../ports.ts";
import type { MailboxName, MailboxReader } from "../mailboxPorts.ts";
import {
  rememberedFrom,
  watchedFrom,
  watchedKey,
  type Remembered,
  type Watched,
  type WatchedMailbox,
} from "./watched.ts";

/** How far before the first day older mail is offered, once. */
const offeredDays = 10;
/** Sent Items are read further back, for matching alone; headers no further. The policy may say otherwise. */
export const usualLookBackDays = 30;
/** A shared mailbox that was closed to the person is tried again after this. */
const tryAgainMs = 24 * 60 * 60_000;
/** New mail is looked for in other folders this often; a rule of the person's own may put it there. */
const otherFoldersMs = 60 * 60_000;
const closedKey = "closedMailboxes";

export async function readRemembered(desk: Desk): Promise<void> {
  desk.remembered = rememberedFrom(await unlessRefused<unknown>(desk.ports.mail.remembered(), () => null));
  const { memory } = desk.ports.storage;
  desk.watched = watchedFrom(await unlessRefused<unknown>(memory.get(watchedKey), () => null));
}

export async function remember(desk: Desk, change: Partial<Remembered>): Promise<void> {
  desk.remembered = { ...desk.remembered, ...change };
  await unlessRefused(desk.ports.mail.remember(desk.remembered), () => undefined);
}

export async function saveWatched(desk: Desk, watched: Watched): Promise<void> {
  desk.watched = watched;
  await unlessRefused(desk.ports.storage.memory.set(watchedKey, watched), () => undefined);
}

/** Begins with the mailboxes that are not watched yet. @throws OutsideError when the person's own cannot be read */
export async function watchAll(desk: Desk, reader: MailboxReader, rules: Rules): Promise<Watched> {
  const watched: Record<MailboxName, WatchedMailbox> = { ...desk.watched };
  watched[""] ??= await beginWatching(desk, reader, rules, "");
  for (const [name, known] of Object.entries(watched)) watched[name] = await withNewFolders(desk, reader, name, known);
  for (const name of await sharedToTry(desk, reader, rules)) {
    const begun = await begunUnlessClosed(desk, reader, rules, name);
    if (begun !== null) watched[name] = begun;
  }
  desk.watched = watched;
  return watched;
}

/** Folders into which mail came since they were last asked for. @throws OutsideError */
async function withNewFolders(
  desk: Desk,
  reader: MailboxReader,
  name: MailboxName,
  known: WatchedMailbox,
): Promise<WatchedMailbox> {
  const now = desk.ports.clock.now();
  if (now - known.foldersAt < otherFoldersMs) return known;
  // Mail may reach its folder a moment after it was received.
  const found = await reader.foldersSince(name, instant(known.foldersAt - otherFoldersMs));
  const fresh = found.filter((id) => known.links[id] === undefined && isWatchable(id, known.folders));
  const links = { ...known.links, ...Object.fromEntries(fresh.map((id) => [id, null])) };
  return { ...known, links, foldersAt: now };
}

async function sharedToTry(desk: Desk, reader: MailboxReader, rules: Rules): Promise<readonly MailboxName[]> {
  if (!reader.canReadShared) return [];
  const own = desk.ports.mail.user.address.toLowerCase();
  const mailboxes = Object.values(rules.policy.departments ?? {}).flatMap(({ mailboxes: names = [] }) => names);
  const closed = await closedMailboxes(desk);
  const now = desk.ports.clock.now();
  return [...new Set(mailboxes)].filter(
    (name) => name !== own && desk.watched[name] === undefined && now - (closed[name] ?? 0) > tryAgainMs,
  );
}

async function begunUnlessClosed(
  desk: Desk,
  reader: MailboxReader,
  rules: Rules,
  name: MailboxName,
): Promise<WatchedMailbox | null> {
  try {
    return await beginWatching(desk, reader, rules, name);
  } catch (error) {
    if (!(error instanceof OutsideError) || !["forbidden", "gone"].includes(error.code)) throw error;
    const closed = { ...(await closedMailboxes(desk)), [name]: desk.ports.clock.now() };
    await unlessRefused(desk.ports.storage.memory.set(closedKey, closed), () => undefined);
    return null;
  }
}

async function closedMailboxes(desk: Desk): Promise<Readonly<Record<string, number>>> {
  const value = await unlessRefused<unknown>(desk.ports.storage.memory.get(closedKey), () => null);
  return typeof value === "object" && value !== null ? (value as Record<string, number>) : {};
}

/** Counts from the first day on, or from the day that the mailbox itself remembers. */
async function beginWatching(
  desk: Desk,
  reader: MailboxReader,
  rules: Rules,
  name: MailboxName,
): Promise<WatchedMailbox> {
  const { calendar } = rules;
  const folders = await reader.folders(name);
  if (folders.inbox === "") throw new OutsideError("gone", "there is no such mailbox");
  const today = calendar.localDay(desk.ports.clock.now());
  const joinedAt = desk.remembered.joinedAt[name] ?? startOf(rules, today);
  const joined = calendar.localDay(joinedAt);
  const since = startOf(rules, calendar.addBusinessDays(joined, -offeredDays));
  const sentSince = startOf(rules, calendar.addBusinessDays(joined, -lookBackDays(rules)));
  const usual = [folders.inbox, folders.sentitems, folders.junkemail, folders.deleteditems];
  const others = await reader.foldersSince(name, since);
  const ids = new Set([...usual, ...others].filter((id) => id !== "" && isWatchable(id, folders)));
  if (desk.remembered.joinedAt[name] === undefined) {
    await remember(desk, { joinedAt: { ...desk.remembered.joinedAt, [name]: joinedAt } });
  }
  const foldersAt = desk.ports.clock.now();
  return {
    joinedAt,
    since,
    sentSince,
    folders,
    foldersAt,
    links: Object.fromEntries([...ids].map((id) => [id, null])),
  };
}

/** Nothing that waits lies among drafts. */
export function isWatchable(id: string, folders: WatchedMailbox["folders"]): boolean {
  return id !== "" && id !== folders.drafts && id !== folders.outbox;
}

export function lookBackDays(rules: Rules): number {
  return rules.policy.lookBackDays ?? usualLookBackDays;
}

/** Headers are asked of messages received at or after this. */
export function lookBackFrom(rules: Rules, now: Instant): Instant {
  return startOf(rules, rules.calendar.addBusinessDays(rules.calendar.localDay(now), -lookBackDays(rules)));
}

function startOf({ calendar }: Rules, day: LocalDay): Instant {
  return instant(calendar.instantAt(day, 0));
}
