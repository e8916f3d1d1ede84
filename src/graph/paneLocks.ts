/**
 * Four requests at once to a mailbox over all panes of this browser: a request holds one of four locks (Web Locks), a
 * batch as many as it takes. A pane that ends, however it ends, gives its locks back.
 *
 * Whoever gathers locks holds the mailbox's gate meanwhile, and gathers those of several mailboxes in the order of their
 * names: no two panes ever wait for one another.
 */
import type { MailboxName } from "../addin/mailboxPorts.ts";
import type { Clock } from "../addin/ports.ts";
import type { PaneLocks } from "./call.ts";
import { atOnce, type Limiter } from "./limiter.ts";

/** Longer than panes that live ever wait for each other's requests: what holds the locks is frozen. */
const patienceMs = 10_000;
/** So long a pane that waited in vain, or that the browser refused, minds its own requests alone. */
const aloneMs = 60_000;

export function overPanes({ manager, owner }: PaneLocks, clock: Clock): Limiter {
  let aloneUntil = 0;
  const lockName = (mailbox: MailboxName) => `civicreply graph ${mailbox === "" ? owner.toLowerCase() : mailbox}`;

  /** @returns how to give back what was gathered: nothing where it could not be gathered in time */
  async function gather(takes: ReadonlyMap<MailboxName, number>): Promise<readonly Release[]> {
    const releases: Release[] = [];
    const giveUp = new AbortController();
    const cancel = clock.after(patienceMs, () => giveUp.abort());
    try {
      const wanted = [...takes].map(([mailbox, many]) => [lockName(mailbox), many] as const);
      for (const [name, many] of wanted.sort(([a], [b]) => (a < b ? -1 : 1))) {
        await manager.request(`${name} gate`, { signal: giveUp.signal }, () =>
          hold(manager, name, many, giveUp.signal, releases),
        );
      }
    } catch (error) {
      for (const release of releases.splice(0)) release();
      if (!(error instanceof DOMException)) throw error;
      aloneUntil = clock.now() + aloneMs;
    } finally {
      cancel();
    }
    return releases;
  }

  return async (takes, work) => {
    const releases = clock.now() < aloneUntil ? [] : await gather(takes);
    try {
      return await work();
    } finally {
      for (const release of releases) release();
    }
  };
}

type Release = () => void;

/** Asks for all four and keeps the first that come. @throws when they do not come before the signal */
async function hold(
  manager: LockManager,
  name: string,
  many: number,
  signal: AbortSignal,
  releases: Release[],
): Promise<void> {
  const others = new AbortController();
  signal.addEventListener("abort", () => others.abort());
  let held = 0;
  await new Promise<void>((resolve, reject) => {
    const keep = (): Promise<void> | undefined => {
      if (others.signal.aborted) return undefined;
      const kept = new Promise<void>((release) => releases.push(release));
      held += 1;
      if (held === many) {
        resolve();
        others.abort();
      }
      return kept;
    };
    for (let each = 1; each <= atOnce; each += 1)
      manager.request(`${name} ${each}`, { signal: others.signal }, keep).catch(reject);
  });
}
