/** Of what it may be told how long replies took, for those who ask: see the domain's rule of that name. */
import { functionOf } from "../../domain/policy/functions.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { contributingBy, type KnownMailbox } from "../../domain/timeliness/coverage.ts";
import { minimumOf } from "../../domain/timeliness/minimum.ts";
import { telling, type Replies } from "../../domain/timeliness/told.ts";
import type { Sight } from "../identity/access.ts";

export interface Told {
  /** Of all that the caller may see. */
  readonly replies: readonly Replies[];
  readonly covered: readonly KnownMailbox[];
  readonly sight: Sight;
  /** That the caller may ask for besides: those that the policy no longer names. */
  readonly departments?: readonly string[];
}

export function toldTo(
  { replies, covered, sight, departments = [] }: Told,
  policy: Policy,
): ReturnType<typeof telling> {
  const known = [...sight.departments, ...departments, ...replies.map(({ department }) => department)];
  return telling({
    replies,
    groups: groupsSeen(policy, [...new Set(known)]),
    mailboxes: contributingBy(covered),
    minimum: minimumOf(policy),
  });
}

/** Departments that the caller can ask for together: one alone, those of a function, all. */
function groupsSeen(policy: Policy, departments: readonly string[]): readonly (readonly string[])[] {
  const functions = [...new Set(departments.map((one) => functionOf(policy, one)))];
  const together = functions.map((work) => departments.filter((one) => functionOf(policy, one) === work));
  return [...departments.map((one) => [one]), ...together, departments];
}
