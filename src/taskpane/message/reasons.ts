/** Why a message may need no reply: the policy's closed list. */
import { exclusionReasons, type ExclusionReason } from "../../domain/inquiry/fact.ts";
import type { Policy } from "../../domain/policy/policy.ts";

/** Those of the product's reasons that the policy allows; all where it names none. */
export function reasonsOf(policy: Policy | null): readonly ExclusionReason[] {
  const allowed = policy?.reasons;
  return exclusionReasons.filter((reason) => allowed === undefined || allowed.includes(reason));
}
