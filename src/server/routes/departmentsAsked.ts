/** Of which departments a question about figures is answered: what was asked for, and may be seen. */
import { departmentsOf } from "../../domain/policy/functions.ts";
import type { Policy } from "../../domain/policy/policy.ts";
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
