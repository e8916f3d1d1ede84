/** Which departments do which work (Policy 6,030 §5.2). */
import type { Policy } from "./policy.ts";

type Departments = Pick<Policy, "departments">;

/** @returns the function's id; "" for a department without one, and for "", which stands for no department */
export function functionOf({ departments = {} }: Departments, department: string): string {
  return departments[department]?.function ?? "";
}

/** @returns the departments of a function, in the policy's order */
export function departmentsOf({ departments = {} }: Departments, work: string): readonly string[] {
  return Object.keys(departments).filter((department) => departments[department]?.function === work);
}
