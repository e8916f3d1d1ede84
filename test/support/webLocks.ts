/** Exclusive locks as the Web Locks API gives them, for a Node that has none: granted in a later task, first come first served. */
interface Waiter {
  readonly grant: () => void;
}

export function webLocks(): LockManager {
  const held = new Set<string>();
  const queues = new Map<string, Waiter[]>();

  const next = (name: string): void => {
    const [first] = queues.get(name) ?? [];
    if (first === undefined || held.has(name)) return;
    held.add(name);
    queues.set(name, (queues.get(name) ?? []).slice(1));
    setImmediate(first.grant);
  };

  const request = (name: string, { signal }: LockOptions, work: (lock: Lock) => unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(signal.reason as Error);
        return;
      }
      const waiter: Waiter = {
        grant() {
          const done = () => {
            held.delete(name);
            next(name);
          };
          // One that was aborted on its way is not granted.
          if (signal?.aborted === true) {
            done();
            return;
          }
          Promise.resolve(work({ name, mode: "exclusive" }))
            .then(resolve, reject)
            .finally(done);
        },
      };
      signal?.addEventListener("abort", () => {
        queues.set(
          name,
          (queues.get(name) ?? []).filter((each) => each !== waiter),
        );
        reject(signal.reason as Error);
      });
      queues.set(name, [...(queues.get(name) ?? []), waiter]);
      next(name);
    });
  return { request, query: () => Promise.resolve({ held: [], pending: [] }) } as unknown as LockManager;
}
