/** One round of a delta: from a first call or a deltaLink, page by page, to the next deltaLink. */
import { randomBytes } from "node:crypto";
import type { FolderName } from "../../api.ts";
import type { FolderChange } from "../../mailbox/folderLog.ts";
import type { Mailbox } from "../../mailbox/mailbox.ts";
import type { StoredMessage } from "../../mailbox/storedMessage.ts";
import type { Disorder } from "./disorder.ts";
import type { DeltaOptions } from "./options.ts";

/** What is to be told of a message; how it stands is looked up when the page is made. */
export interface Told {
  readonly id: string;
  readonly what: "created" | "updated" | "deleted";
  /** Stored fields that changed; null: tell it whole. */
  readonly fields: readonly string[] | null;
}

export interface RoundPage {
  readonly step: number;
  readonly told: readonly Told[];
  readonly isLast: boolean;
}

/** With a filter Graph tells no more than this (graph.md §3.1). */
const mostFiltered = 5_000;

export class Round {
  readonly id = randomBytes(9).toString("base64url");
  /** Where the next round begins. */
  readonly position: number;
  readonly options: DeltaOptions;
  readonly #items: readonly Told[];
  readonly #disorder: Disorder;
  #next = 0;
  #page: RoundPage = { step: -1, told: [], isLast: false };

  constructor(items: readonly Told[], position: number, options: DeltaOptions, disorder: Disorder) {
    this.#items = options.newestFirst ? items : disorder.shuffled(items);
    this.position = position;
    this.options = options;
    this.#disorder = disorder;
  }

  /**
   * The next page, or the last one once more, for a client that never heard the answer.
   *
   * @returns null for an older page: Graph has lost the state of it
   */
  page(step: number, size: number): RoundPage | null {
    if (step === this.#page.step) return this.#page;
    if (step !== this.#page.step + 1) return null;
    const afterEmpty = step > 0 && this.#page.told.length === 0;
    const room = this.#disorder.pageSize(size, afterEmpty);
    const before = this.options.newestFirst ? [] : this.#items.slice(Math.max(0, this.#next - 50), this.#next);
    const again = room > 1 ? this.#disorder.replayed(before, room - 1) : [];
    const fresh = this.#items.slice(this.#next, this.#next + room - again.length);
    this.#next += fresh.length;
    this.#page = { step, told: [...fresh, ...again], isLast: this.#next >= this.#items.length };
    return this.#page;
  }
}

/** Everything that lies in the folder. */
export function wholeFolder(mailbox: Mailbox, folder: FolderName, options: DeltaOptions): readonly Told[] {
  // Nothing that is there already was updated or deleted.
  if (options.changeType === "updated" || options.changeType === "deleted") return [];
  const messages = [...mailbox.membersOf(folder)].filter((message) => passes(message, options));
  if (options.newestFirst || options.received !== null) messages.sort((a, b) => b.receivedAt - a.receivedAt);
  const kept = options.received === null ? messages : messages.slice(0, mostFiltered);
  return kept.map(({ id }) => ({ id, what: "created", fields: null }));
}

/** One entry for each message that changed, with all that changed of it. */
export function since(changes: readonly FolderChange[], disorder: Disorder): readonly Told[] {
  const told = new Map<string, { what: Told["what"]; fields: Set<string> | null }>();
  for (const { id, what, fields } of changes) {
    const before = told.get(id);
    if (what === "changed" && (!before || before.what === "updated"))
      told.set(id, { what: "updated", fields: new Set([...(before?.fields ?? []), ...fields]) });
    else if (what === "left") told.set(id, { what: "deleted", fields: null });
    else if (what !== "changed") told.set(id, { what: "created", fields: null });
  }
  return [...told].map(([id, { what, fields }]) => {
    const isToggle = fields !== null && fields.size === 1 && fields.has("isRead");
    // A read mark is always told alone, whatever was selected (graph.md §3.3).
    return { id, what, fields: fields && (isToggle || disorder.isPartial()) ? [...fields] : null };
  });
}

export function passes({ receivedAt }: StoredMessage, { received }: DeltaOptions): boolean {
  if (received === null) return true;
  return received.orEqual ? receivedAt >= received.since : receivedAt > received.since;
}
