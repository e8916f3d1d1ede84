/** The policy by which the year is lived: the sandbox's people, and one department with a mailbox of its own. */
import { rulesOf, type Rules } from "../../../src/domain/inquiry/rules.ts";
import type { ServedPolicy } from "../../../src/contract/served.ts";
import { alberta, city } from "../ports.ts";

export const planning = "planning@sprucegrove.example";

/** @param lookBackDays as in the policy; absent: the usual thirty */
export function townPolicy(lookBackDays?: number): ServedPolicy {
  return {
    policy: {
      ...city,
      staff: { domains: ["sprucegrove.example"], addresses: [] },
      departments: { planning: { name: "Planning", mailboxes: [planning] } },
      ...(lookBackDays === undefined ? {} : { lookBackDays }),
    },
    zones: [alberta],
  };
}

export function townRules(lookBackDays?: number): Rules {
  return rulesOf(townPolicy(lookBackDays));
}
