/** How much of Graph one app may use of one mailbox (graph.md §1, Throttling). */

export interface GraphLimits {
  /** Requests at the same time. */
  readonly parallel: number;
  /** Requests in each window. */
  readonly requests: number;
  readonly windowMs: number;
}

/** Microsoft's own figures for mail. */
export const outlookLimits: GraphLimits = { parallel: 4, requests: 10_000, windowMs: 600_000 };

export interface OverLimit {
  readonly limit: "MailboxConcurrency" | "RequestsPerMailbox";
  readonly retryAfterS: number;
}

export class MailboxLimits {
  readonly #limits: GraphLimits;
  readonly #machine: () => number;
  readonly #running = new Map<string, number>();
  readonly #times = new Map<string, { readonly at: number[]; first: number }>();

  /** @param machine milliseconds of a clock that never jumps */
  constructor(limits: GraphLimits, machine: () => number) {
    this.#limits = limits;
    this.#machine = machine;
  }

  /** Counts a request, also one that is refused. @returns null when it may run: then `leave` has to follow */
  enter(mailboxId: string): OverLimit | null {
    const waitMs = this.#counted(mailboxId);
    const running = this.#running.get(mailboxId) ?? 0;
    if (waitMs > 0) return { limit: "RequestsPerMailbox", retryAfterS: Math.ceil(waitMs / 1000) };
    if (running >= this.#limits.parallel) return { limit: "MailboxConcurrency", retryAfterS: 1 };
    this.#running.set(mailboxId, running + 1);
    return null;
  }

  leave(mailboxId: string): void {
    this.#running.set(mailboxId, (this.#running.get(mailboxId) ?? 1) - 1);
  }

  /** @returns milliseconds until there is room again, or 0 */
  #counted(mailboxId: string): number {
    const { windowMs, requests } = this.#limits;
    const now = this.#machine();
    const times = this.#times.get(mailboxId) ?? { at: [], first: 0 };
    this.#times.set(mailboxId, times);
    while ((times.at[times.first] ?? Infinity) <= now - windowMs) times.first += 1;
    if (times.first > requests) times.at.splice(0, times.first);
    if (times.first > times.at.length) times.first = 0;
    if (times.at.length - times.first >= requests) return (times.at[times.first] ?? now) + windowMs - now;
    times.at.push(now);
    return 0;
  }
}
