/** What the page knows of a person's mail: a snapshot for the views, kept up to date by the server's events. */
import type { Behind, FolderName, MailItem, MailPatch, MailRow, SandboxEvent, SandboxState } from "../../api.ts";
import type { SandboxServer } from "../server.ts";
import { Changes } from "./changes.ts";
import { applied } from "./patched.ts";

export interface MailboxSnapshot {
  readonly state: SandboxState;
  /** Whose folder is listed: the id of a shared mailbox; null: the person's own. */
  readonly shared: string | null;
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

/** Nothing is selected. */
const nothing = { selected: null, shown: null, conversation: [] } as const;

export class Mailbox {
  /** For the person's own mailbox: drafts and settings lie nowhere else. */
  readonly server: SandboxServer;
  readonly #listeners = new Set<() => void>();
  readonly #changes = new Changes();
  #snapshot: MailboxSnapshot;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: SandboxServer, state: SandboxState) {
    this.server = server;
    this.#snapshot = { state, shared: null, folder: "inbox", rows: null, newestAt: 0, ...nothing };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): MailboxSnapshot => this.#snapshot;

  /** For the mailbox whose folder is listed. */
  get here(): SandboxServer {
    return this.server.in(this.#snapshot.shared);
  }

  /** Loads the Inbox and follows the server; returns how to stop. */
  open(): () => void {
    void this.openFolder("inbox");
    return this.server.events((event) => this.#heard(event));
  }

  /** @param shared id of a shared mailbox; null: the person's own */
  async openFolder(folder: FolderName, shared: string | null = null): Promise<void> {
    const isListed = (): boolean => folder === this.#snapshot.folder && shared === this.#snapshot.shared;
    if (!isListed()) this.#set({ folder, shared, rows: null, ...nothing });
    const rows = await this.here.messages(folder);
    if (isListed()) this.#set({ rows });
  }

  /** Shows a message with its conversation, and marks it as read; null shows none. */
  async select(id: string | null): Promise<void> {
    if (id === null) {
      this.#set(nothing);
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

  /**
   * Changes a message: at once on the screen, then at the server, one change after the other.
   *
   * @param server of the mailbox that it lies in
   */
  async change(id: string, patch: MailPatch, server = this.here): Promise<void> {
    const write = this.#changes.write(id, patch, server);
    this.#show(id, (item) => applied(item, patch));
    try {
      const item = await write;
      this.#show(id, () => this.#changes.overlaid(item));
    } catch (problem) {
      this.#look();
      throw problem;
    }
  }

  /** @param forGood not to Deleted Items: it is gone */
  remove(id: string, forGood = false): Promise<void> {
    return this.#leaves(id, this.here.remove(id, forGood));
  }

  /** To another folder of the mailbox that it lies in. */
  move(id: string, folder: FolderName): Promise<void> {
    return this.#leaves(id, this.here.move(id, folder));
  }

  dropDraft(id: string): Promise<void> {
    return this.#leaves(id, this.server.remove(id));
  }

  /** Lets happen what the add-in does not see, to a message of the listed mailbox. */
  async behind(deed: Behind): Promise<void> {
    await this.here.behind(deed);
    await this.refresh();
  }

  /** Reads the list, the counts and the open conversation again, without touching what is selected. */
  async refresh(): Promise<void> {
    const [state] = await Promise.all([
      this.server.state(),
      this.openFolder(this.#snapshot.folder, this.#snapshot.shared),
      this.#loadConversation(),
    ]);
    this.#set({ state });
  }

  /** Changes the state that the server has confirmed. */
  confirm(change: Partial<SandboxState>): void {
    this.#set({ state: { ...this.#snapshot.state, ...change } });
  }

  /** A message leaves its folder: it is selected no longer. */
  async #leaves(id: string, leaving: Promise<unknown>): Promise<void> {
    await leaving;
    if (this.#snapshot.selected === id) await this.select(null);
    await this.refresh();
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
    const { here } = this;
    const known = this.item(selected) ?? rows?.find((row) => row.id === selected);
    const conversationId = known?.conversationId ?? (await here.message(selected)).conversationId;
    const conversation = await here.conversation(conversationId);
    const isAmong = conversation.some((item) => item.id === selected);
    const isGone = !isAmong && (await here.place(selected)) === null;
    const whole = isAmong || isGone ? conversation : [...conversation, await here.message(selected)];
    if (this.#snapshot.selected !== selected) return;
    if (isGone) this.#set(nothing);
    else this.#set({ shown: selected, conversation: whole.map((item) => this.#changes.overlaid(item)) });
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
