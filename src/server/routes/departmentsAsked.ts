/** Of which departments a question about figures is answered: what was asked for, and may be seen. */
import { departmentsOf, functionOf } from "../../domain/policy/functions.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { contributingBy, type KnownMailbox } from "../../domain/timeliness/coverage.ts";
import { minimumOf } from "../../domain/timeliness/minimum.ts";
import type { Replies, Tellable } from "../../domain/timeliness/told.ts";
import type { Sight } from "../identity/access.ts";
import type { FiguresOf } from "./route.ts";

/** @param department null: all that may be seen @returns null: all, those of none included */
export function departmentsSeen(department: string | null, sight: Sight): readonly string[] | null {
  if (department !== null) return [department];
  return sight.whole ? null : sight.departments;
}

/** @returns those whose counts are asked for; null: all, those of none included */
export function departmentsAsked(
  { department, function: work }: FiguresOf,
  sight: Sight,
  policy: Policy,
): readonly string[] | null {
  const seen = departmentsSeen(department ?? null, sight);
  if (work === undefined) return seen;
  return departmentsOf(policy, work).filter((one) => seen === null || seen.includes(one));
}

/** True where no department that the caller may not see belongs to what was asked. */
export function isWhole({ department, function: work }: FiguresOf, sight: Sight, policy: Policy): boolean {
  if (sight.whole || department !== undefined) return true;
  return work !== undefined && departmentsOf(policy, work).every((one) => sight.departments.includes(one));
}

interface Asker {
  readonly sight: Sight;
  readonly policy: Policy;
  readonly covered: readonly KnownMailbox[];
}

/** What decides of which replies it may be told how long they took. @param replies all that the caller may see */
export function tellable(replies: readonly Replies[], { sight, policy, covered }: Asker): Tellable {
  return {
    replies,
    groups: groupsSeen(policy, [...new Set([...sight.departments, ...replies.map(({ department }) => department)])]),
    mailboxes: contributingBy(covered),
    minimum: minimumOf(policy),
  };
}

/** Departments that the caller can ask for together: one alone, those of a function, all. */
function groupsSeen(policy: Policy, departments: readonly string[]): readonly (readonly string[])[] {
  const functions = [...new Set(departments.map((one) => functionOf(policy, one)))];
  const together = functions.map((work) => departments.filter((one) => functionOf(policy, one) === work));
  return [...departments.map((one) => [one]), ...together, departments];
}
