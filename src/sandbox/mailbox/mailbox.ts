/** One mailbox, in memory: its messages, folders and what changed in them; each change is handed on to be kept. */
import type { FolderName, MasterCategory, OwnFolder } from "../api.ts";
import type { Instant } from "../../domain/time.ts";
import { machineTime } from "../machineTime.ts";
import { conversationOf, type Threaded, topicOf } from "./conversation.ts";
import { FolderLogs } from "./folderLogs.ts";
import { newMessageId, type NewMessage, previewOf, type StoredMessage } from "./storedMessage.ts";

/** What the mailbox tells of itself; `null` for a message that is gone for good. */
export type MailboxListener = (id: string, message: StoredMessage | null) => void;

export class Mailbox {
  readonly #messages = new Map<string, StoredMessage>();
  readonly #folders = new Map<FolderName, Map<string, StoredMessage>>();
  /** What changed in the folders since this start. */
  readonly logs: FolderLogs;
  readonly #byMessageId = new Map<string, StoredMessage>();
  readonly #byTopic = new Map<string, StoredMessage>();
  readonly #listen: MailboxListener;
  #lastChange = 0;
  masterCategories: readonly MasterCategory[] = [];
  /** Beside the well-known ones. */
  ownFolders: readonly OwnFolder[] = [];
  /** Of the add-in: key -> JSON text, as Office.js stores them. */
  roamingSettings: Readonly<Record<string, string>> = {};

  /** @param machine milliseconds of a clock that never jumps; stamps the folders' logs */
  constructor(listen: MailboxListener, machine: () => number = machineTime.now) {
    this.#listen = listen;
    this.logs = new FolderLogs(machine);
  }

  /** Takes back what was kept by an earlier start; the logs begin anew. */
  restore(message: StoredMessage): void {
    this.#lastChange = Math.max(this.#lastChange, message.change);
    this.#index(message);
  }

  /** Puts a message in; a missing conversation is found by its references and topic. */
  add(message: NewMessage, threadTopic?: string): StoredMessage {
    const known = {
      byMessageId: (id: string): Threaded | undefined => this.#byMessageId.get(id),
      byTopic: (topic: string): Threaded | undefined => this.#byTopic.get(topic),
    };
    const conversationId = message.conversationId || conversationOf({ ...message, threadTopic }, known);
    const added = this.#put(this.#derived({ ...message, conversationId, id: newMessageId() }));
    this.logs.arrived(added);
    this.#listen(added.id, added);
    return added;
  }

  get(id: string): StoredMessage | null {
    return this.#messages.get(id) ?? null;
  }

  byMessageId(internetMessageId: string): StoredMessage | null {
    return this.#byMessageId.get(internetMessageId) ?? null;
  }

  all(): Iterable<StoredMessage> {
    return this.#messages.values();
  }

  /** Newest first. */
  inFolder(folder: FolderName): readonly StoredMessage[] {
    return [...this.membersOf(folder)].sort((a, b) => b.receivedAt - a.receivedAt || b.change - a.change);
  }

  /** In no order; nothing is copied. */
  membersOf(folder: FolderName): Iterable<StoredMessage> {
    return this.#folders.get(folder)?.values() ?? [];
  }

  countsOf(folder: FolderName): { readonly unread: number; readonly total: number } {
    let unread = 0;
    for (const { isRead } of this.membersOf(folder)) if (!isRead) unread += 1;
    return { unread, total: this.#folders.get(folder)?.size ?? 0 };
  }

  /** Of Inbox and Sent Items, oldest first; drafts last. */
  ofConversation(conversationId: string): readonly StoredMessage[] {
    return [...this.#messages.values()]
      .filter(
        (message) => message.conversationId === conversationId && /^(inbox|sentitems|drafts)$/.test(message.folder),
      )
      .sort((a, b) => Number(a.isDraft) - Number(b.isDraft) || a.receivedAt - b.receivedAt || a.change - b.change);
  }

  /**
   * Changes fields of a message; another folder moves it.
   *
   * @param touches whether the time of modification moves; a read mark leaves it alone, as Exchange does
   * @throws Error when there is no such message: a bug
   */
  change(
    id: string,
    fields: Partial<Omit<StoredMessage, "id" | "change">>,
    now: Instant,
    touches = true,
  ): StoredMessage {
    const before = this.#messages.get(id);
    if (!before) throw new Error("no such message");
    const after = this.#put(this.#derived({ ...before, ...fields, modifiedAt: touches ? now : before.modifiedAt }));
    this.logs.changed(before, after, Object.keys(fields));
    this.#listen(id, after);
    return after;
  }

  /** For good: the message leaves its folder and is nowhere. */
  remove(id: string): void {
    const message = this.#messages.get(id);
    if (!message) return;
    this.#lastChange += 1;
    this.#messages.delete(id);
    this.#folders.get(message.folder)?.delete(id);
    if (this.#byMessageId.get(message.internetMessageId)?.id === id)
      this.#byMessageId.delete(message.internetMessageId);
    this.logs.gone(message, this.#lastChange);
    this.#listen(id, null);
  }

  #derived(message: Omit<StoredMessage, "change" | "preview" | "hasAttachments">): StoredMessage {
    this.#lastChange += 1;
    return {
      ...message,
      change: this.#lastChange,
      preview: previewOf(message.text),
      hasAttachments: message.attachments.some((attachment) => !attachment.isInline),
    };
  }

  #put(message: StoredMessage): StoredMessage {
    const before = this.#messages.get(message.id);
    if (before && before.folder !== message.folder) this.#folders.get(before.folder)?.delete(message.id);
    this.#index(message);
    return message;
  }

  #index(message: StoredMessage): void {
    this.#messages.set(message.id, message);
    const members = this.#folders.get(message.folder) ?? new Map<string, StoredMessage>();
    this.#folders.set(message.folder, members.set(message.id, message));
    if (message.internetMessageId !== "") this.#byMessageId.set(message.internetMessageId, message);
    const topic = topicOf(message.subject);
    if (topic !== "") this.#byTopic.set(topic, message);
  }
}
