/** The mailbox whose folder is listed, and what may be done with a message of it. */
import type {
  Behind,
  FolderName,
  FolderState,
  MailRow,
  MasterCategory,
  SandboxState,
  SharedMailboxState,
} from "../../api.ts";
import type { MailboxSnapshot } from "./mailbox.ts";

type Listed = Pick<MailboxSnapshot, "shared"> & {
  readonly state: Pick<SandboxState, "folders" | "masterCategories" | "sharedMailboxes" | "person">;
};

/** The listed mailbox when it is a shared one; null: it is the person's own. */
export function sharedMailbox({ shared, state }: Listed): SharedMailboxState | null {
  return (shared !== null && state.sharedMailboxes.find(({ id }) => id === shared)) || null;
}

export function listedFolders(listed: Listed): readonly FolderState[] {
  return (sharedMailbox(listed) ?? listed.state).folders;
}

export function listedCategories(listed: Listed): readonly MasterCategory[] {
  return (sharedMailbox(listed) ?? listed.state).masterCategories;
}

/** Where Outlook's own menu moves no mail: these have a way of their own, or none. */
const notOffered: ReadonlySet<FolderName> = new Set(["sentitems", "drafts", "outbox", "deleteditems", "junkemail"]);

/** The folders that a message can be moved to from the one it lies in. */
export function destinations(folders: readonly FolderState[], from: FolderName): readonly FolderState[] {
  return folders.filter(({ name }) => name !== from && !notOffered.has(name));
}

export type Deed = Extract<
  Behind["what"],
  "answeredFromPhone" | "answeredByColleague" | "deliveryFailed" | "subjectEdited"
>;

/**
 * What can happen to a message without the add-in, apart from what the page's own buttons do.
 *
 * @param colleague somebody else who works in the mailbox, or null
 */
export function deedsFor(
  { folder, isDraft }: Pick<MailRow, "folder" | "isDraft">,
  colleague: string | null,
): readonly Deed[] {
  if (isDraft) return [];
  if (folder === "sentitems") return ["deliveryFailed", "subjectEdited"];
  return ["answeredFromPhone", ...(colleague === null ? [] : (["answeredByColleague"] as const)), "subjectEdited"];
}

/** Id of somebody else who works in the listed shared mailbox; null in the person's own. */
export function colleagueIn(listed: Listed): string | null {
  return sharedMailbox(listed)?.members.find((member) => member !== listed.state.person.id) ?? null;
}
