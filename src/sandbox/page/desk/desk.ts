/** The person's desk: the drafts being written, the panes that are open, and what is done with them. */
import type { MailItem, MessagePlace, NewDraft } from "../../api.ts";
import { type BackgroundRun, runInBackground } from "../host/background.ts";
import type { OpenDraft, OpenItem, OutlookWindow, Surface } from "../host/outlook.ts";
import { EditedDraft } from "../mail/draft.ts";
import type { CityTime } from "../cityTime.ts";
import type { Mailbox } from "../mail/mailbox.ts";
import type { AddinButton, AddinManifest } from "../manifest/manifest.ts";
import { type Broker, serveSignIn } from "../naa/bridge.ts";
import { outlookWindow } from "./outlookWindow.ts";
import type { Questions } from "./questions.ts";
import { readItem } from "./reading.ts";
import { mayLeave } from "./sending.ts";
import { type Pane, paneOf, type Writing } from "./writing.ts";

export interface DeskSnapshot {
  readonly inline: Writing | null;
  readonly popped: Writing | null;
  /** The pane beside the reading pane. */
  readonly pane: Pane | null;
  /** Grows when the shown message is to be announced to a pinned pane though it is the same one. */
  readonly announced: number;
  /** What did not work, in words, or null. */
  readonly problem: string | null;
}

export interface DeskParts {
  readonly mailbox: Mailbox;
  readonly manifest: AddinManifest;
  readonly questions: Questions;
  readonly broker: Broker;
}

export class Desk {
  readonly parts: DeskParts;
  readonly outlook: OutlookWindow;
  readonly #listeners = new Set<() => void>();
  #snapshot: DeskSnapshot = { inline: null, popped: null, pane: null, announced: 0, problem: null };
  /** A pinned pane of a draft opens again beside the next one; it is apart from the reading pane's pin. */
  #pinnedCompose: AddinButton | null = null;

  /** @param locale such as "fr-CA", for Office.js and the add-in */
  constructor(parts: DeskParts, locale: string, time: CityTime) {
    this.parts = parts;
    this.outlook = outlookWindow(this, locale, time);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DeskSnapshot => this.#snapshot;

  /** Does something that may fail, and says so on the screen when it does. */
  attempt(action: () => Promise<unknown>): void {
    this.dismissProblem();
    action().catch((problem: unknown) => this.warn(problem instanceof Error ? problem.message : String(problem)));
  }

  /** Says what did not work, until the next thing is done. */
  warn(problem: string): void {
    this.#set({ problem });
  }

  dismissProblem(): void {
    if (this.#snapshot.problem !== null) this.#set({ problem: null });
  }

  /** Shows a message; an inline draft is put away first, an unpinned pane closes. */
  async select(id: string | null): Promise<void> {
    const { inline, pane } = this.#snapshot;
    const { mailbox } = this.parts;
    if (inline) await this.putAway(inline);
    if (pane && !pane.pinned && id !== mailbox.snapshot().selected) this.#set({ pane: null });
    await mailbox.select(id);
    const item = mailbox.item(id);
    if (item?.isDraft) this.#place(this.#writing(item, true, "inline"));
  }

  /** Shows a message wherever it lies; a list that has it stays as it is. */
  async open({ id, folder, shared }: MessagePlace): Promise<void> {
    const { mailbox } = this.parts;
    const { inline } = this.#snapshot;
    const listed = mailbox.snapshot();
    if (inline) await this.putAway(inline);
    const isListed = shared === listed.shared && listed.rows?.some((row) => row.id === id);
    if (!isListed) await mailbox.openFolder(folder, shared);
    await this.select(id);
  }

  /** Deletes a message for good once the person has said yes; false: it stays. */
  async deleteForGood({ id, subject }: Pick<MailItem, "id" | "subject">): Promise<boolean> {
    const isSure = await this.parts.questions.ask({ kind: "deleteForGood", subject }).answer;
    if (isSure) await this.parts.mailbox.remove(id, true);
    return isSure;
  }

  /** The item of the reading pane, as the add-in sees it. */
  shown(): OpenItem | null {
    const { mailbox } = this.parts;
    const item = mailbox.item(mailbox.snapshot().shown);
    return item && !item.isDraft ? readItem(mailbox, item) : null;
  }

  async write(
    draft: NewDraft,
    place: Writing["place"],
    more: Partial<Pick<MailItem, "cc" | "bcc">> = {},
  ): Promise<void> {
    const item = await this.parts.mailbox.here.newDraft(draft);
    const writing = this.#writing({ ...item, composeType: draft.composeType }, false, place);
    if (more.cc?.length || more.bcc?.length) void writing.draft.change(more);
    const prefilled = Boolean(draft.html);
    this.#place({ ...writing, prefilled, launch: this.#launch("OnNewMessageCompose", writing.draft) });
  }

  popOut(writing: Writing): void {
    // The pane beside it starts anew in the window, as an iframe cannot move.
    const pane = writing.pane && paneOf(writing.pane.button, writing.pane.pinned, writing.pane.context);
    this.#set({ inline: null });
    this.#place({ ...writing, place: "window", pane });
  }

  /** Saves a draft and clears it from the desk; one that was never touched is dropped. */
  async putAway(writing: Writing): Promise<void> {
    const { draft } = writing;
    this.#take(writing);
    if (draft.saved || draft.written || writing.prefilled) return draft.save();
    draft.close();
    await this.parts.mailbox.dropDraft(draft.now().id);
  }

  async discard(writing: Writing): Promise<void> {
    this.#take(writing);
    writing.draft.close();
    await this.parts.mailbox.dropDraft(writing.draft.now().id);
  }

  /** Saves, asks the add-in, and sends; on a no the draft stays as it is. */
  async send(writing: Writing): Promise<void> {
    this.#change(writing.key, { sending: true });
    try {
      if (!(await this.#allowed(writing.draft))) return;
      await writing.draft.save();
      writing.draft.close();
      await this.parts.mailbox.server.sendDraft(writing.draft.now().id);
      this.#take(writing);
      await this.parts.mailbox.refresh();
      this.#set({ announced: this.#snapshot.announced + 1 });
    } finally {
      this.#change(writing.key, { sending: false });
    }
  }

  /** A button of the add-in: opens its pane, or runs its function. */
  press(button: AddinButton, writing: Writing | null, context = ""): void {
    if (button.action.kind === "pane") {
      const before = writing ? writing.pane : this.#snapshot.pane;
      const pane = paneOf(button, before?.pinned ?? false, context);
      if (writing) this.#change(writing.key, { pane });
      else this.#set({ pane });
      return;
    }
    const { functionFile } = this.parts.manifest;
    const item = writing ? writing.draft : this.shown();
    if (functionFile) this.#run(functionFile, button.action.name, item, "command", { source: { id: button.id } });
  }

  closePane(writing: Writing | null): void {
    if (writing) {
      this.#pinnedCompose = null;
      this.#change(writing.key, { pane: null });
    } else this.#set({ pane: null });
  }

  togglePin(writing: Writing | null): void {
    const pane = writing ? writing.pane : this.#snapshot.pane;
    if (!pane) return;
    const turned = { ...pane, pinned: !pane.pinned };
    if (writing) {
      this.#pinnedCompose = turned.pinned ? pane.button : null;
      this.#change(writing.key, { pane: turned });
    } else this.#set({ pane: turned });
  }

  /** The writing of a draft, for what the add-in asks about it. */
  writingOf(draft: OpenDraft): Writing | null {
    const { inline, popped } = this.#snapshot;
    return [popped, inline].find((one) => one?.draft === draft) ?? null;
  }

  async #allowed(draft: EditedDraft): Promise<boolean> {
    await draft.save();
    const event = this.parts.manifest.events.get("OnMessageSend");
    const run = event && this.#launch("OnMessageSend", draft);
    return event && run ? mayLeave(event, run, this.parts.questions) : true;
  }

  #launch(type: string, draft: EditedDraft): BackgroundRun | null {
    const event = this.parts.manifest.events.get(type);
    if (!event) return null;
    const source = { id: this.parts.manifest.id };
    return this.#run(event.page, event.functionName, draft, "launchEvent", { type, source });
  }

  #run(
    url: string,
    functionName: string,
    item: OpenItem | null,
    surface: Surface,
    event: Readonly<Record<string, unknown>>,
  ): BackgroundRun {
    const { broker, manifest } = this.parts;
    // A launch event cannot show a prompt: it signs in silently or not at all (outlook-platform §3).
    const quiet = surface === "launchEvent" ? { ...broker, prompt: () => Promise.resolve(false) } : broker;
    return runInBackground({
      url,
      functionName,
      event,
      item,
      surface,
      addin: manifest,
      outlook: this.outlook,
      attach: (iframe) => serveSignIn(iframe, manifest.origin, quiet),
    });
  }

  #writing(item: MailItem, saved: boolean, place: Writing["place"]): Writing {
    const draft = new EditedDraft(this.parts.mailbox.server, item, saved);
    const pane = this.#pinnedCompose && paneOf(this.#pinnedCompose, true);
    return { key: crypto.randomUUID(), draft, place, pane, launch: null, prefilled: false, sending: false };
  }

  #place(writing: Writing): void {
    const slot = writing.place === "inline" ? "inline" : "popped";
    const before = this.#snapshot[slot];
    if (before) this.attempt(() => this.putAway(before));
    this.#set({ [slot]: writing });
  }

  #take(writing: Writing): void {
    const { inline, popped } = this.#snapshot;
    writing.launch?.abandon();
    this.#set({
      inline: inline?.key === writing.key ? null : inline,
      popped: popped?.key === writing.key ? null : popped,
    });
  }

  #change(key: string, change: Partial<Writing>): void {
    const { inline, popped } = this.#snapshot;
    this.#set({
      inline: inline?.key === key ? { ...inline, ...change } : inline,
      popped: popped?.key === key ? { ...popped, ...change } : popped,
    });
  }

  #set(change: Partial<DeskSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
