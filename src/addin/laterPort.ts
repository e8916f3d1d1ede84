/** A port whose adapter is fetched with the first call. */

/** Each call of a port by its name, so that none is forgotten. */
export type CallNames<T> = {
  readonly [K in keyof T as T[K] extends (...given: never[]) => Promise<unknown> ? K : never]: true;
};

type Call = (...given: readonly unknown[]) => Promise<unknown>;

/** @param adapter fetches it, once; where it refuses, each call is refused by the same OutsideError and fetches anew */
export function laterPort<T extends object>(
  adapter: () => Promise<T>,
  calls: CallNames<T>,
): Pick<T, keyof T & keyof CallNames<T>> {
  const call =
    (name: string): Call =>
    async (...given) =>
      ((await adapter()) as Readonly<Record<string, Call>>)[name]?.(...given);
  return Object.fromEntries(Object.keys(calls).map((name) => [name, call(name)])) as Pick<
    T,
    keyof T & keyof CallNames<T>
  >;
}
