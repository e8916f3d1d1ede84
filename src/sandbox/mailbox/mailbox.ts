/** One person's mailbox, in memory; each change is handed on to be kept. */
import type { FolderName, MasterCategory } from "../api.ts";
import type { Instant } from "../../domain/time.ts";
import { conversationOf, type Threaded, topicOf } from "./conversation.ts";
import { newMessageId, type NewMessage, previewOf, type StoredMessage } from "./storedMessage.ts";

/** What the mailbox tells of itself; `null` for a message that is gone for good. */
export type MailboxListener = (id: string, message: StoredMessage | null) => void;

export class Mailbox {
  readonly #messages = new Map<string, StoredMessage>();
  readonly #byMessageId = new Map<string, StoredMessage>();
  readonly #byTopic = new Map<string, StoredMessage>();
  readonly #listen: MailboxListener;
  #lastChange = 0;
  masterCategories: readonly MasterCategory[] = [];
  /** Of the add-in: key -> JSON text, as Office.js stores them. */
  roamingSettings: Readonly<Record<string, string>> = {};

  constructor(listen: MailboxListener) {
    this.#listen = listen;
  }

  /** Takes back what was kept by an earlier start. */
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
    return this.#put(this.#derived({ ...message, conversationId, id: newMessageId() }));
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
    return [...this.#messages.values()]
      .filter((message) => message.folder === folder)
      .sort((a, b) => b.receivedAt - a.receivedAt || b.change - a.change);
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
   * Changes fields of a message.
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
    return this.#put(this.#derived({ ...before, ...fields, modifiedAt: touches ? now : before.modifiedAt }));
  }

  remove(id: string): void {
    const message = this.#messages.get(id);
    if (!message) return;
    this.#messages.delete(id);
    if (this.#byMessageId.get(message.internetMessageId)?.id === id)
      this.#byMessageId.delete(message.internetMessageId);
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
    this.#index(message);
    this.#listen(message.id, message);
    return message;
  }

  #index(message: StoredMessage): void {
    this.#messages.set(message.id, message);
    if (message.internetMessageId !== "") this.#byMessageId.set(message.internetMessageId, message);
    const topic = topicOf(message.subject);
    if (topic !== "") this.#byTopic.set(topic, message);
  }
}
