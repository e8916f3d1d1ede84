/** One after the other: what reads and then writes must not meet another that does the same. */

type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Within this page. */
export function pageTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Over all panes of a mailbox in this browser (Web Locks); where the browser has none, within this page. */
export function browserTurns(owner: string): Turns {
  const locks = webLocks();
  if (locks === undefined) return pageTurns();
  return async <T>(work: () => Promise<T>) => (await locks.request(`civicreply ${owner.toLowerCase()}`, work)) as T;
}

/** Undefined where the browser has none. */
export function webLocks(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}
