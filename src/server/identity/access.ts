/** Whose figures a person may see (design rule 7): one table, asked by every route. */
import type { Policy } from "../../domain/policy/policy.ts";
import type { Refusal } from "../refusal.ts";
import type { Person } from "./verifier.ts";

/** Department ids by the id of a group in the directory. */
export type DepartmentsByGroup = Readonly<Record<string, readonly string[]>>;

export interface Sight {
  /** True for all inquiries, those without a department included. */
  readonly whole: boolean;
  readonly departments: readonly string[];
}

/** Supervisors see the departments of their groups, reviewers and administrators all; nobody else sees any. */
export function sightOf(person: Person, policy: Policy, byGroup: DepartmentsByGroup): Sight {
  const all = Object.keys(policy.departments ?? {});
  if (person.roles.includes("Reviewer") || person.roles.includes("Administrator"))
    return { whole: true, departments: all };
  if (!person.roles.includes("Supervisor")) return { whole: false, departments: [] };
  const own = new Set(person.groups.flatMap((group) => byGroup[group] ?? []));
  return { whole: false, departments: all.filter((department) => own.has(department)) };
}

/**
 * May this person see these figures?
 *
 * @param department the one asked for, or null for all that the person may see
 * @returns null when they may, else why not
 */
export function refusedSight(person: Person, sight: Sight, department: string | null): Refusal | null {
  if (person.roles.length === 0) return { code: "noRole" };
  if (!sight.whole && sight.departments.length === 0) return { code: "noDepartment" };
  if (department === null || sight.departments.includes(department)) return null;
  return sight.whole
    ? { code: "unknownDepartment", field: "department", values: { department } }
    : { code: "otherDepartment" };
}
