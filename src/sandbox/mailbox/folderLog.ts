/** What happened in one folder, in order: what change tracking (delta) is made of. */

export interface FolderChange {
  /** Grows over the whole mailbox. */
  readonly sequence: number;
  /** Milliseconds of the machine's clock, for a lag; the sandbox's clock may jump. */
  readonly loggedAt: number;
  readonly id: string;
  /** "arrived": new in the mailbox; "entered": moved here; "left": moved away or gone for good. */
  readonly what: "arrived" | "entered" | "changed" | "left";
  /** Of "changed": names of the stored fields. */
  readonly fields: readonly string[];
}

/** Older ones are forgotten, as Exchange's cache of sync states is of limited size. */
const longest = 100_000;

export class FolderLog {
  #changes: FolderChange[] = [];
  /** Sequence of the newest change that is forgotten. */
  #forgotten = 0;

  append(change: FolderChange): void {
    this.#changes.push(change);
    if (this.#changes.length < 2 * longest) return;
    const dropped = this.#changes.splice(0, longest);
    this.#forgotten = dropped.at(-1)?.sequence ?? this.#forgotten;
  }

  /**
   * Changes after a position up to a moment, oldest first; what is later stays hidden, and everything behind it.
   *
   * @returns null when some of them are forgotten
   */
  between(after: number, loggedUntil: number): readonly FolderChange[] | null {
    if (after < this.#forgotten) return null;
    let end = this.#changes.length;
    while (end > 0 && (this.#changes[end - 1]?.loggedAt ?? 0) > loggedUntil) end -= 1;
    return this.#changes.slice(Math.min(this.#firstAfter(after), end), end);
  }

  /** At most so many, up to a position, newest last. */
  lastBefore(position: number, count: number): readonly FolderChange[] {
    const end = this.#firstAfter(position);
    return this.#changes.slice(Math.max(0, end - count), end);
  }

  /** The position of the newest change that is to be seen. */
  lastSequence(loggedUntil: number): number {
    for (let index = this.#changes.length - 1; index >= 0; index -= 1) {
      const change = this.#changes[index];
      if (change && change.loggedAt <= loggedUntil) return change.sequence;
    }
    return this.#forgotten;
  }

  /** Ids that arrived after a moment. */
  arrivedSince(moment: number): ReadonlySet<string> {
    const ids = new Set<string>();
    for (let index = this.#changes.length - 1; index >= 0; index -= 1) {
      const change = this.#changes[index];
      if (!change || change.loggedAt <= moment) break;
      if (change.what === "arrived") ids.add(change.id);
    }
    return ids;
  }

  /** Index of the first change after a position, by halving: the log is in order. */
  #firstAfter(position: number): number {
    let [low, high] = [0, this.#changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#changes[middle]?.sequence ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
