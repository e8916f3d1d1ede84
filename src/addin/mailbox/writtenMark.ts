/** A mark that was written on a message and has not been seen on it since. */
import type { MailboxName, MailFields } from "../mailboxPorts.ts";
import { keyOf } from "./keptMessage.ts";

export interface WrittenMark {
  readonly mailbox: MailboxName;
  readonly id: string;
  /** What of it was not seen again yet. */
  readonly categories: boolean;
  readonly flag: boolean;
}

export function writtenMarkFrom(value: unknown): WrittenMark | null {
  const { mailbox, id, categories, flag } = (value ?? {}) as Partial<Record<keyof WrittenMark, unknown>>;
  if (typeof mailbox !== "string" || typeof id !== "string") return null;
  return { mailbox, id, categories: categories === true, flag: flag === true };
}

export function keyOfMark({ mailbox, id }: Pick<WrittenMark, "mailbox" | "id">): string {
  return keyOf(mailbox, id);
}

/** Crosses off what a change tells of its message. @param left marks that were not seen yet, by key */
export function seeMark(left: Map<string, WrittenMark>, key: string, told: Partial<MailFields>): void {
  const mark = left.get(key);
  if (mark === undefined) return;
  const categories = mark.categories && told.categories === undefined;
  const flag = mark.flag && told.flag === undefined;
  if (categories || flag) left.set(key, { ...mark, categories, flag });
  else left.delete(key);
}
