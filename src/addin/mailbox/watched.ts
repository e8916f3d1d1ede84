/** Which mailboxes and folders are watched, from when on, and where each was left. */
import { instant, type Instant } from "../../domain/time.ts";
import type { Folders } from "./keptMessage.ts";
import type { Watching } from "../addin.ts";
import type { MailboxName } from "../mailboxPorts.ts";
import type { WholeMailbox } from "../ports.ts";

export interface WatchedMailbox {
  /** Mail received earlier is never on the clock. */
  readonly joinedAt: Instant;
  /** Messages received earlier are not read at all; of Sent Items, sent earlier. */
  readonly since: Instant;
  readonly sentSince: Instant;
  /** Everything that arrived earlier was seen by a look that came to its end, whatever folder it lies in. */
  readonly seenThrough: Instant;
  /** Ids of the well-known folders. */
  readonly folders: Folders;
  /** Delta links by folder id; null for a folder that was not read to its end yet. */
  readonly links: Readonly<Record<string, string | null>>;
}

export type Watched = Readonly<Record<MailboxName, WatchedMailbox>>;

export const watchedKey = "watched";
export const lookedAtKey = "lookedAt";

/** As storage holds it: another version's is read anew. */
export function watchedFrom(value: unknown): Watched {
  if (typeof value !== "object" || value === null) return {};
  const mailboxes = Object.entries(value as Record<string, unknown>).flatMap(([name, each]) => {
    const read = each as Partial<Record<keyof WatchedMailbox, unknown>> | null;
    const numbers = [read?.joinedAt, read?.since, read?.sentSince, read?.seenThrough].every(
      (at) => typeof at === "number",
    );
    const whole = numbers && typeof read?.folders === "object" && typeof read.links === "object";
    return whole ? [[name, each as WatchedMailbox] as const] : [];
  });
  return Object.fromEntries(mailboxes);
}

/** What the mailbox itself remembers, so that another computer counts from the same day. */
export interface Remembered {
  readonly joinedAt: Readonly<Record<MailboxName, Instant>>;
  /** False once the person switched it off. */
  readonly watching: boolean;
  readonly followUp: boolean;
  /** True once older mail was offered. */
  readonly offered: boolean;
}

export function rememberedFrom(value: unknown): Remembered {
  const read = (value ?? {}) as Partial<Record<keyof Remembered, unknown>>;
  const joined = Object.entries((read.joinedAt ?? {}) as Record<string, unknown>);
  return {
    joinedAt: Object.fromEntries(
      joined.flatMap(([name, at]) => (typeof at === "number" ? [[name, instant(at)] as const] : [])),
    ),
    watching: read.watching !== false,
    followUp: read.followUp === true,
    offered: read.offered === true,
  };
}

/** What is done with the mailbox now. @param whole null where it cannot be read */
export function watchingOf(whole: WholeMailbox | null, { watching }: Remembered): Watching {
  if (whole === null) return "off";
  if (!watching) return "stopped";
  return whole.writer === null ? "reading" : "flagging";
}
