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
/** Graph may show a message this long after it arrived. */
const latestMs = 60 * 60_000;
/** A shared mailbox that was closed to the person is tried again after this. */
const tryAgainMs = 24 * 60 * 60_000;
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

/**
 * Begins with the mailboxes that are not watched yet, and with folders of the others into which new mail has come.
 *
 * @throws OutsideError when the person's own cannot be read
 */
export async function watchAll(desk: Desk, reader: MailboxReader, rules: Rules): Promise<Watched> {
  const watched: Record<MailboxName, WatchedMailbox> = await withNewFolders(reader, desk.watched);
  watched[""] ??= await beginWatching(desk, reader, rules, "");
  for (const name of await sharedToTry(desk, reader, rules)) {
    const begun = await begunUnlessClosed(desk, reader, rules, name);
    if (begun !== null) watched[name] = begun;
  }
  desk.watched = watched;
  return watched;
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
  const begun = await unlessClosed<WatchedMailbox | null>(beginWatching(desk, reader, rules, name), null);
  if (begun !== null) return begun;
  const closed = { ...(await closedMailboxes(desk)), [name]: desk.ports.clock.now() };
  await unlessRefused(desk.ports.storage.memory.set(closedKey, closed), () => undefined);
  return null;
}

/** @throws OutsideError for every refusal but that it is not to be had */
function unlessClosed<T>(work: Promise<T>, otherwise: T): Promise<T> {
  return unlessRefused(work, (refusal) => {
    if (refusal.code === "forbidden" || refusal.code === "gone") return otherwise;
    throw refusal;
  });
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
  const now = desk.ports.clock.now();
  const today = calendar.localDay(now);
  const joinedAt = desk.remembered.joinedAt[name] ?? startOf(rules, today);
  const joined = calendar.localDay(joinedAt);
  const since = startOf(rules, calendar.addBusinessDays(joined, -offeredDays));
  const sentSince = startOf(rules, calendar.addBusinessDays(joined, -lookBackDays(rules)));
  const usual = [folders.inbox, folders.sentitems, folders.junkemail, folders.deleteditems];
  const [others] = await reader.foldersSince([{ mailbox: name, since }]);
  const ids = new Set([...usual, ...(others ?? [])].filter((id) => id !== "" && isWatchable(id, folders)));
  if (desk.remembered.joinedAt[name] === undefined) {
    await remember(desk, { joinedAt: { ...desk.remembered.joinedAt, [name]: joinedAt } });
  }
  return {
    joinedAt,
    since,
    sentSince,
    seenThrough: now,
    folders,
    links: Object.fromEntries([...ids].map((id) => [id, null])),
  };
}

/** A rule of the person's, or a phone, may file a message before any look has seen it in the Inbox. */
async function withNewFolders(reader: MailboxReader, watched: Watched): Promise<Record<MailboxName, WatchedMailbox>> {
  const known = Object.entries(watched);
  if (known.length === 0) return {};
  const asked = known.map(([mailbox, { seenThrough }]) => ({ mailbox, since: instant(seenThrough - latestMs) }));
  const found = await reader.foldersSince(asked);
  const grown = known.map(([name, mailbox], index) => {
    const ids = (found[index] ?? []).filter(
      (id) => mailbox.links[id] === undefined && isWatchable(id, mailbox.folders),
    );
    const links = { ...mailbox.links, ...Object.fromEntries(ids.map((id) => [id, null])) };
    return [name, ids.length === 0 ? mailbox : { ...mailbox, links }] as const;
  });
  return Object.fromEntries(grown);
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
