/** Ids as Graph shows them: of messages in two forms, and of folders (graph.md §1, §8). */
import { createHash } from "node:crypto";
import type { FolderName } from "../api.ts";
import { folderLabel, wellKnownFolders } from "../mailbox/folders.ts";
import type { Mailbox } from "../mailbox/mailbox.ts";
import type { StoredMessage } from "../mailbox/storedMessage.ts";

const immutableForm = /^AAkALgAAAAAAHYQDEapmEc2byACqAC([\w-]{40})=$/;
const movableForm = /^AAMkADcwMGVjZTNm([\w-]{40})[\w-]{8}AAA=$/;

export const rootFolder = "msgfolderroot";
export type NamedFolder = FolderName | typeof rootFolder;

const tags = new Map<string, string>();

function tagOf(folder: string): string {
  const tag = tags.get(folder) ?? createHash("sha256").update(folder).digest("base64url").slice(0, 8);
  tags.set(folder, tag);
  return tag;
}

/** The id without the preference for immutable ones: another one in each folder. */
export function movableId({ id, folder }: Pick<StoredMessage, "id" | "folder">): string {
  const own = immutableForm.exec(id)?.[1] ?? createHash("sha256").update(id).digest("base64url").slice(0, 40);
  return `AAMkADcwMGVjZTNm${own}${tagOf(folder)}AAA=`;
}

/** By either form of id; their case matters, and the movable one holds only while the message stays where it is. */
export function messageNamed(mailbox: Mailbox, text: string): StoredMessage | null {
  const own = movableForm.exec(text)?.[1];
  if (own === undefined) return mailbox.get(text);
  const message = mailbox.get(`AAkALgAAAAAAHYQDEapmEc2byACqAC${own}=`);
  return message && movableId(message) === text ? message : null;
}

/** Folder ids are stable, and each mailbox has its own. */
export function folderId(mailboxId: string, folder: NamedFolder): string {
  return `AQMkADcwMGVjZTNm${Buffer.from(`${mailboxId}/${folder}`).toString("base64url")}AAA=`;
}

/** By well-known name in any case, or by id, whose case matters. */
export function folderNamed(mailbox: Mailbox, mailboxId: string, text: string): NamedFolder | null {
  const named = [...wellKnownFolders.keys(), ...mailbox.ownFolders.map(({ name }) => name), rootFolder] as const;
  return (
    named.find(
      (folder) => (folder === text.toLowerCase() && !folder.startsWith("own-")) || folderId(mailboxId, folder) === text,
    ) ?? null
  );
}

export function folderDisplayName(mailbox: Mailbox, folder: NamedFolder): string {
  return folder === rootFolder ? "Top of Information Store" : (folderLabel(folder, mailbox.ownFolders) ?? "");
}
