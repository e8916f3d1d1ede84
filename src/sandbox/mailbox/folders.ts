/** The folders of a mailbox: those that every mailbox has, and those that a person made. */
import { randomBytes } from "node:crypto";
import type { FolderName, OwnFolder, WellKnownFolder } from "../api.ts";

/** With their English names, as a mailbox in English shows them. */
export const wellKnownFolders: ReadonlyMap<WellKnownFolder, string> = new Map([
  ["inbox", "Inbox"],
  ["sentitems", "Sent Items"],
  ["drafts", "Drafts"],
  ["deleteditems", "Deleted Items"],
  ["junkemail", "Junk Email"],
  ["archive", "Archive"],
  ["outbox", "Outbox"],
]);

/** A new folder; its name never changes, whatever it is called. */
export function newFolder(label: string): OwnFolder {
  return { name: `own-${randomBytes(6).toString("hex")}`, label };
}

/** What people call it, or null when that mailbox has no such folder. */
export function folderLabel(name: FolderName, own: readonly OwnFolder[]): string | null {
  const wellKnown: ReadonlyMap<string, string> = wellKnownFolders;
  return wellKnown.get(name) ?? own.find((folder) => folder.name === name)?.label ?? null;
}
