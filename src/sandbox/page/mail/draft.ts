/** A draft that is being written: one object that the editor, the pane and the launch events share. */
import type { MailItem, MailPatch } from "../../api.ts";
import type { OpenDraft } from "../host/outlook.ts";
import type { SandboxServer } from "../server.ts";
import { applied } from "./patched.ts";
import { htmlOfText, textOfHtml } from "./plainText.ts";

/** Typing is written to the mailbox when it pauses for this long. */
const pauseMs = 800;

/** The editor's part: where the cursor is. */
export interface Cursor {
  insert(html: string): void;
  selectedText(): string;
}

export type RecipientField = "to" | "cc" | "bcc";

/** What a person writes, as opposed to what an add-in notes on a draft. */
const writes = ["html", "subject", "to", "cc", "bcc"] as const;

export class EditedDraft implements OpenDraft {
  readonly mode = "compose";
  /** Drafts lie in the person's own mailbox, whatever they answer. */
  readonly sharedFrom = null;
  readonly #server: SandboxServer;
  readonly #listeners = new Set<() => void>();
  readonly #recipientListeners = new Set<(field: RecipientField) => void>();
  #item: MailItem;
  #unsaved: MailPatch = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #over = false;
  #written = false;
  #saved: boolean;
  /** Null until the body has had the focus. */
  cursor: Cursor | null = null;

  /** @param saved true for one that was opened from Drafts */
  constructor(server: SandboxServer, item: MailItem, saved: boolean) {
    this.#server = server;
    this.#saved = saved;
    this.#item = item.bodyType === "text" ? { ...item, html: htmlOfText(item.text) } : item;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly now = (): MailItem => this.#item;

  /** True when somebody wrote in it: otherwise nothing is lost when it is thrown away. */
  get written(): boolean {
    return this.#written;
  }

  get saved(): boolean {
    return this.#saved;
  }

  onRecipients(listener: (field: RecipientField) => void): () => void {
    this.#recipientListeners.add(listener);
    return () => this.#recipientListeners.delete(listener);
  }

  change(patch: MailPatch): Promise<void> {
    this.#item = applied(this.#item, patch);
    this.#unsaved = { ...this.#unsaved, ...patch };
    this.#written ||= writes.some((field) => patch[field] !== undefined);
    for (const listener of this.#listeners) listener();
    for (const field of ["to", "cc", "bcc"] as const)
      if (patch[field]) for (const listener of this.#recipientListeners) listener(field);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#write().catch((problem: unknown) => console.warn("The draft could not be saved:", problem));
    }, pauseMs);
    return Promise.resolve();
  }

  /** Writes what is not yet in the mailbox. @throws ServerRefusal */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#write();
    this.#saved = true;
  }

  insertAtCursor(html: string): void {
    if (this.cursor) this.cursor.insert(html);
    else void this.change({ html: html + this.#item.html });
  }

  selectedText(): string {
    return this.cursor?.selectedText() ?? "";
  }

  /** Turns the body into plain text, or plain text into HTML. */
  setBodyType(bodyType: MailItem["bodyType"]): void {
    const { html } = this.#item;
    void this.change({ bodyType, html: bodyType === "text" ? htmlOfText(textOfHtml(html)) : html });
  }

  /** Nothing more is written: the draft was sent, or thrown away. */
  close(): void {
    clearTimeout(this.#timer);
    this.#over = true;
  }

  #write(): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#writeNow());
    return this.#writing;
  }

  async #writeNow(): Promise<void> {
    const patch = this.#unsaved;
    if (this.#over || Object.keys(patch).length === 0) return;
    this.#unsaved = {};
    try {
      await this.#server.change(this.#item.id, patch);
      this.#saved ||= this.#written;
    } catch (problem) {
      this.#unsaved = { ...patch, ...this.#unsaved };
      throw problem;
    }
  }
}
