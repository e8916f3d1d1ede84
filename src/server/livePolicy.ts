/**
 * The policy in force: the city's document, with the high-volume periods that administrators set while the service runs
 * (AP-1077-23 §5.2). One object for everybody who reads it, so that none goes by yesterday's.
 */
import type { HighVolumePeriod } from "../domain/policy/policy.ts";
import type { Result } from "../domain/time.ts";
import { currentPolicy, type CurrentPolicy } from "./currentPolicy.ts";
import type { FactStore } from "./store/factStore.ts";

export interface LivePolicy extends CurrentPolicy {
  /** The periods that stand in the document itself; they can be changed there alone. */
  readonly written: readonly HighVolumePeriod[];
  /** @returns the policy with this period added or changed, or what is wrong with it */
  withPeriod(period: HighVolumePeriod): Result<CurrentPolicy>;
  /** From now on everybody goes by it. */
  replace(next: CurrentPolicy): void;
  /** The document with these periods instead of those that were set before. */
  withAll(periods: readonly HighVolumePeriod[]): Result<CurrentPolicy>;
}

/** @param base the document's own */
export function livePolicy(base: CurrentPolicy): LivePolicy {
  let current = base;
  const written = base.rules.policy.highVolume ?? [];
  const withAll = (periods: readonly HighVolumePeriod[]): Result<CurrentPolicy> => {
    const set = periods.filter(({ id }) => written.every((own) => own.id !== id));
    if (set.length === 0) return { ok: true, value: base, warnings: [] };
    return currentPolicy({ ...base.rules.policy, highVolume: [...written, ...set] });
  };
  return {
    get rules() {
      return current.rules;
    },
    get body() {
      return current.body;
    },
    get etag() {
      return current.etag;
    },
    written,
    withAll,
    withPeriod(period) {
      const others = (current.rules.policy.highVolume ?? []).filter(({ id }) => id !== period.id);
      return withAll([...others, period]);
    },
    replace(next) {
      current = next;
    },
  };
}

/** Takes over the periods that the store knows, set here or by another process. */
export async function followPeriods(policy: LivePolicy, store: FactStore): Promise<void> {
  const next = policy.withAll(await store.periods());
  // One that the document no longer allows (its channel is gone) waits until somebody sets it right.
  if (next.ok && next.value.etag !== policy.etag) policy.replace(next.value);
}
