/** The sync states of all folders: rounds under way, and how states are lost. In memory: a restart loses them all. */
import { randomInt } from "node:crypto";
import type { FolderName } from "../../api.ts";
import type { FolderLog } from "../../mailbox/folderLog.ts";
import type { Mailbox } from "../../mailbox/mailbox.ts";
import type { Disorder } from "./disorder.ts";
import type { DeltaOptions } from "./options.ts";
import { Round, since, type Told, wholeFolder } from "./round.ts";
import type { DeltaToken, SkipToken } from "./token.ts";

export interface TrackedFolder {
  readonly mailbox: Mailbox;
  readonly folder: FolderName;
  /** Of the machine's clock: later changes are not to be seen yet. */
  readonly visibleUntil: number;
}

/** Graph keeps a limited number of states (graph.md §3.4); the oldest goes. */
const mostRounds = 500;
/** How far back a tale may reach that is told again. */
const replayReach = 20;

export class Deltas {
  readonly #disorder: Disorder;
  readonly #rounds = new Map<string, Round>();
  /** Another one after each start. */
  #generation = randomInt(1_000, 1_000_000);

  constructor(disorder: Disorder) {
    this.#disorder = disorder;
  }

  /** Of all sync states: a token of another one is worth nothing. */
  get generation(): number {
    return this.#generation;
  }

  /** Every link that was handed out is worth nothing any more. */
  forgetAll(): void {
    this.#generation += 1;
    this.#rounds.clear();
  }

  first(tracked: TrackedFolder, options: DeltaOptions): Round {
    const { mailbox, folder, visibleUntil } = tracked;
    const log = mailbox.logs.of(folder);
    const position = log.lastSequence(visibleUntil);
    const hidden = mailbox.logs.arrivedSince(visibleUntil);
    const items = wholeFolder(mailbox, folder, options).filter(({ id }) => !hidden.has(id));
    // Tombstones of what a client never saw may stand in a first round (graph.md §3.3).
    const graves = options.newestFirst ? [] : this.#disorder.replayed(gone(tracked, log, position), 2);
    return this.#begin([...items, ...graves], position, options);
  }

  /** @returns null when the state is lost */
  next(tracked: TrackedFolder, token: DeltaToken): Round | null {
    const { mailbox, folder, visibleUntil } = tracked;
    if (token.generation !== this.#generation) return null;
    const log = mailbox.logs.of(folder);
    const changes = log.between(token.position, visibleUntil);
    if (changes === null) return null;
    const position = Math.max(token.position, changes.at(-1)?.sequence ?? 0);
    const { changeType, newestFirst } = token.options;
    const again = newestFirst ? [] : this.#disorder.replayed(log.lastBefore(token.position, replayReach), 2);
    const told = since([...again, ...changes], this.#disorder);
    const asked = changeType === null ? told : told.filter(({ what }) => what === changeType);
    return this.#begin(asked, position, token.options);
  }

  /** The round that a nextLink goes on with, or null when it is lost. */
  underWay(token: SkipToken): Round | null {
    if (token.generation !== this.#generation) return null;
    return this.#rounds.get(token.round) ?? null;
  }

  #begin(items: readonly Told[], position: number, options: DeltaOptions): Round {
    const round = new Round(items, position, options, this.#disorder);
    this.#rounds.set(round.id, round);
    for (const oldest of this.#rounds.keys()) {
      if (this.#rounds.size <= mostRounds) break;
      this.#rounds.delete(oldest);
    }
    return round;
  }
}

/** What left the folder lately and is not back. */
function gone({ mailbox, folder }: TrackedFolder, log: FolderLog, position: number): readonly Told[] {
  return log
    .lastBefore(position, replayReach)
    .filter(({ id, what }) => what === "left" && mailbox.get(id)?.folder !== folder)
    .map(({ id }) => ({ id, what: "deleted", fields: null }));
}
