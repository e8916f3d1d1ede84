/** Below which numbers nothing is told of how long replies took: it would tell of persons (city to confirm). */
import type { Policy } from "../policy/policy.ts";

/** Replies. */
export function minimumGroup({ privacy }: Policy): number {
  return privacy?.minimumGroup ?? 5;
}

/** Mailboxes that contribute: of one alone, everything would be its person's. */
export function minimumMailboxes({ privacy }: Policy): number {
  return privacy?.minimumMailboxes ?? 2;
}

export interface Minimum {
  readonly replies: number;
  readonly mailboxes: number;
}

export function minimumOf(policy: Policy): Minimum {
  return { replies: minimumGroup(policy), mailboxes: minimumMailboxes(policy) };
}
