/** What the page knows of one person's mailbox: a snapshot for the views, kept up to date by the server's events. */
import type { FolderName, MailItem, MailPatch, MailRow, SandboxEvent, SandboxState } from "../../api.ts";
import type { SandboxServer } from "../server.ts";
import { applied } from "./patched.ts";

export interface MailboxSnapshot {
  readonly state: SandboxState;
  readonly folder: FolderName;
  /** Newest first; null while they load. */
  readonly rows: readonly MailRow[] | null;
  /** When the latest message seen so far arrived, in milliseconds since the epoch; 0 before any. */
  readonly newestAt: number;
  /** Marked in the list. */
  readonly selected: string | null;
  /** In the reading pane: the selected message once its conversation is here. */
  readonly shown: string | null;
  /** The conversation of the shown message, oldest first. */
  readonly conversation: readonly MailItem[];
}

/** Many events come together; one look answers them all. */
const settleMs = 80;

export class Mailbox {
  readonly server: SandboxServer;
  readonly #listeners = new Set<() => void>();
  readonly #pending = new Map<string, MailPatch[]>();
  readonly #queue = new Map<string, Promise<unknown>>();
  #snapshot: MailboxSnapshot;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: SandboxServer, state: SandboxState) {
    this.server = server;
    this.#snapshot = { state, folder: "inbox", rows: null, newestAt: 0, selected: null, shown: null, conversation: [] };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): MailboxSnapshot => this.#snapshot;

  /** Loads the Inbox and follows the server; returns how to stop. */
  open(): () => void {
    void this.openFolder("inbox");
    return this.server.events((event) => this.#heard(event));
  }

  async openFolder(folder: FolderName): Promise<void> {
    const same = folder === this.#snapshot.folder;
    if (!same) this.#set({ folder, rows: null, selected: null, shown: null, conversation: [] });
    const rows = await this.server.messages(folder);
    if (this.#snapshot.folder === folder) this.#set({ rows });
  }

  /** Shows a message with its conversation, and marks it as read; null shows none. */
  async select(id: string | null): Promise<void> {
    if (id === null) {
      this.#set({ selected: null, shown: null, conversation: [] });
      return;
    }
    this.#set({ selected: id, ...(this.item(id) ? { shown: id } : {}) });
    await this.#loadConversation();
    const item = this.item(id);
    if (item && !item.isRead) await this.change(id, { isRead: true });
  }

  /** A message of the open conversation, with what was changed but not yet answered for. */
  item(id: string | null): MailItem | null {
    return this.#snapshot.conversation.find((item) => item.id === id) ?? null;
  }

  /** Changes a message: at once on the screen, then at the server, one change after the other. */
  async change(id: string, patch: MailPatch): Promise<void> {
    this.#pending.set(id, [...(this.#pending.get(id) ?? []), patch]);
    this.#show(id, (item) => applied(item, patch));
    const before = this.#queue.get(id) ?? Promise.resolve();
    const write = before.catch(() => undefined).then(() => this.server.change(id, patch));
    this.#queue.set(id, write);
    try {
      const item = await write;
      this.#forget(id, patch);
      this.#show(id, () => this.#overlaid(item));
    } catch (problem) {
      this.#forget(id, patch);
      this.#look();
      throw problem;
    }
  }

  async remove(id: string): Promise<void> {
    await this.server.remove(id);
    if (this.#snapshot.selected === id) await this.select(null);
    await this.refresh();
  }

  /** Reads the list, the counts and the open conversation again, without touching what is selected. */
  async refresh(): Promise<void> {
    const [state] = await Promise.all([
      this.server.state(),
      this.openFolder(this.#snapshot.folder),
      this.#loadConversation(),
    ]);
    this.#set({ state });
  }

  /** Changes the state that the server has confirmed. */
  confirm(change: Partial<SandboxState>): void {
    this.#set({ state: { ...this.#snapshot.state, ...change } });
  }

  #heard(event: SandboxEvent): void {
    if (event.type === "clock") this.confirm({ clockOffset: event.clockOffset });
    else if (event.type === "faults") this.confirm({ faults: event.faults });
    else this.#look();
  }

  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.refresh().catch((problem: unknown) => console.warn("The mailbox could not be read again:", problem));
    }, settleMs);
  }

  async #loadConversation(): Promise<void> {
    const { rows, selected } = this.#snapshot;
    if (selected === null) return;
    const known = this.item(selected) ?? rows?.find((row) => row.id === selected);
    const conversationId = known?.conversationId ?? (await this.server.message(selected)).conversationId;
    const conversation = await this.server.conversation(conversationId);
    if (this.#snapshot.selected !== selected) return;
    const whole = conversation.some((item) => item.id === selected)
      ? conversation
      : [...conversation, await this.server.message(selected)];
    this.#set({ shown: selected, conversation: whole.map((item) => this.#overlaid(item)) });
  }

  #overlaid(item: MailItem): MailItem {
    return (this.#pending.get(item.id) ?? []).reduce(applied, item);
  }

  #forget(id: string, patch: MailPatch): void {
    const left = (this.#pending.get(id) ?? []).filter((one) => one !== patch);
    if (left.length > 0) this.#pending.set(id, left);
    else this.#pending.delete(id);
  }

  #show(id: string, change: (item: MailItem) => MailItem): void {
    const { conversation, rows } = this.#snapshot;
    const shown = conversation.map((item) => (item.id === id ? change(item) : item));
    const item = shown.find((one) => one.id === id);
    const looks = item && { isRead: item.isRead, categories: item.categories, flag: item.flag };
    this.#set({ conversation: shown, rows: rows?.map((row) => (row.id === id ? { ...row, ...looks } : row)) ?? null });
  }

  #set(change: Partial<MailboxSnapshot>): void {
    const seen = [...(change.rows ?? []), ...(change.conversation ?? [])];
    const newestAt = seen.reduce((newest, { receivedAt }) => Math.max(newest, receivedAt), this.#snapshot.newestAt);
    this.#snapshot = { ...this.#snapshot, ...change, newestAt };
    for (const listener of this.#listeners) listener();
  }
}
