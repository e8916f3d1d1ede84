/** What the host needs of the mail page around it: the open item, the mailbox, and the forms it can open. */
import type { MailItem, MailPatch, MasterCategory, SandboxPerson } from "../../api.ts";

/** A mailbox of somebody else that the person works in. */
export interface SharedOwner {
  readonly address: string;
  masterCategories(): readonly MasterCategory[];
}

/** "read" and "compose" are Outlook's two modes of a message. */
export interface OpenItem {
  readonly mode: "read" | "compose";
  /** Whose mailbox it lies in when it is a shared one; null: the person's own. */
  readonly sharedFrom: SharedOwner | null;
  /** The item as it stands, with every change not yet on the server. */
  now(): MailItem;
  change(patch: MailPatch): Promise<void>;
}

/** A draft: what an editor adds to an item. */
export interface OpenDraft extends OpenItem {
  readonly mode: "compose";
  /** False until the draft was written to the mailbox for the first time since it was opened as new. */
  readonly saved: boolean;
  save(): Promise<void>;
  /** Puts HTML where the cursor is, or at the top when the body never had the focus. */
  insertAtCursor(html: string): void;
  /** What is marked in the body, as text. */
  selectedText(): string;
}

/** What an add-in gave to `displayNewMessageForm`. */
export interface NewMessage {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly html: string;
}

export interface OutlookWindow {
  readonly person: SandboxPerson;
  readonly locale: string;
  masterCategories(): readonly MasterCategory[];
  saveMasterCategories(categories: readonly MasterCategory[]): Promise<void>;
  roamingSettings(): Readonly<Record<string, string>>;
  saveRoamingSettings(settings: Readonly<Record<string, string>>): Promise<void>;
  /** Bytes of an attachment in base64, or null when there is none of that id. */
  attachment(item: MailItem, id: string): Promise<string | null>;
  openReply(item: MailItem, all: boolean, html: string): void;
  openNew(message: NewMessage): void;
  /** False when there is no such message. */
  openMessage(id: string): Promise<boolean>;
  closeDraft(draft: OpenDraft): void;
  /** Minutes east of UTC now, for convertToLocalClientTime. */
  utcOffset(): number;
  /** Milliseconds between the machine's clock and the sandbox's. */
  clockOffset(): number;
  /** Calls back when the sandbox clock is set; returns how to stop. */
  onClock(listener: () => void): () => void;
}

/** What the manifest says of the add-in, as far as the host must keep to it. */
export interface HostedAddin {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  readonly permission: "Restricted" | "ReadItem" | "ReadWriteItem" | "ReadWriteMailbox";
  readonly appendOnSend: boolean;
}

/** Where the add-in's code runs: what a launch event may not do, a pane may (outlook-platform §1.2). */
export type Surface = "pane" | "command" | "launchEvent";

export function isDraft(item: OpenItem | null): item is OpenDraft {
  return item?.mode === "compose";
}

/** Outlook's own ids are in the EWS form; Graph's are the same with "-" and "_" (outlook-platform §2.2). */
export function ewsId(id: string): string {
  return id.replaceAll("-", "/").replaceAll("_", "+");
}

export function restId(id: string): string {
  return id.replaceAll("/", "-").replaceAll("+", "_");
}
