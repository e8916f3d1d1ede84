/** At most four requests at once per mailbox and pane: a fifth would be answered with 429 (graph.md §1, Throttling). */
import type { MailboxName } from "../addin/mailboxPorts.ts";

export const atOnce = 4;

/** Runs the work as soon as there is room, first come first served in each mailbox. @param takes requests that it makes at once, per mailbox */
export type Limiter = <T>(takes: ReadonlyMap<MailboxName, number>, work: () => Promise<T>) => Promise<T>;

export function limiter(): Limiter {
  const running = new Map<MailboxName, number>();
  let queue: { readonly takes: ReadonlyMap<MailboxName, number>; readonly start: () => void }[] = [];

  const count = (takes: ReadonlyMap<MailboxName, number>, sign: 1 | -1) => {
    for (const [mailbox, many] of takes) running.set(mailbox, (running.get(mailbox) ?? 0) + sign * many);
  };
  const fits = (takes: ReadonlyMap<MailboxName, number>) =>
    [...takes].every(([mailbox, many]) => (running.get(mailbox) ?? 0) + many <= atOnce);

  /** Who waits holds up those behind for the same mailbox, and nobody else. */
  function next(): void {
    const held = new Set<MailboxName>();
    queue = queue.filter(({ takes, start }) => {
      const mailboxes = [...takes.keys()];
      if (fits(takes) && !mailboxes.some((mailbox) => held.has(mailbox))) {
        count(takes, 1);
        start();
        return false;
      }
      for (const mailbox of mailboxes) held.add(mailbox);
      return true;
    });
  }

  return async (takes, work) => {
    await new Promise<void>((resolve) => {
      queue.push({ takes, start: resolve });
      next();
    });
    try {
      return await work();
    } finally {
      count(takes, -1);
      next();
    }
  };
}
