/** Who may call a route, and whose figures a person may see (design rule 7); the table of routes names the first. */
import { departmentsOf } from "../../domain/policy/functions.ts";
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

/**
 * Who may call a route: anyone without a token, whoever is signed in, whoever may see some department's figures,
 * administrators.
 */
export type Access = "anyone" | "signedIn" | "figures" | "administrator";

/** Who asks, and what they may see. */
export interface Caller {
  readonly person: Person;
  readonly sight: Sight;
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
export function refusedSight({ person, sight }: Caller, department: string | null): Refusal | null {
  if (person.roles.length === 0) return { code: "noRole" };
  if (!sight.whole && sight.departments.length === 0) return { code: "noDepartment" };
  if (department === null || sight.departments.includes(department)) return null;
  return sight.whole
    ? { code: "unknownDepartment", field: "department", values: { department } }
    : { code: "otherDepartment" };
}

/**
 * May this person see figures of this function? Of several departments that do the same work they see their own part.
 *
 * @param work the function asked for, or null for none
 * @returns null when they may, else why not
 */
export function refusedFunction({ sight }: Caller, work: string | null, policy: Policy): Refusal | null {
  if (work === null) return null;
  if (!Object.keys(policy.functions ?? {}).includes(work))
    return { code: "unknownFunction", field: "function", values: { function: work } };
  const isSeen = sight.whole || departmentsOf(policy, work).some((one) => sight.departments.includes(one));
  return isSeen ? null : { code: "otherFunction" };
}

/** @returns null when this person may call a route of that access, else why not */
export function refusedCall(access: Access, caller: Caller): Refusal | null {
  if (access === "figures") return refusedSight(caller, null);
  const administers = caller.person.roles.includes("Administrator");
  return access === "administrator" && !administers ? { code: "administratorOnly" } : null;
}
