/** PUT /api/coverage: takes how far a mailbox was looked through. Nothing of who said it is kept. */
import type { CoverageReport } from "../../contract/coverage.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Instant } from "../../domain/time.ts";
import { departmentProblem, type FactProblem, pastProblem } from "../factCheck.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

/** A shared mailbox is the policy's: its name, the id made of it, and its department. */
function sharedProblem(name: string, said: CoverageReport, policy: Policy, key: string): FactProblem | null {
  const owner = Object.entries(policy.departments ?? {}).find(([, { mailboxes = [] }]) => mailboxes.includes(name));
  if (owner === undefined) return { field: "name", code: "unknownMailbox" };
  if (said.mailbox !== namedUnder(key, name)) return { field: "mailbox", code: "otherMailbox" };
  return said.department === owner[0] ? null : { field: "department", code: "notItsDepartment" };
}

function coverageProblem(said: CoverageReport, policy: Policy, key: string, now: Instant): FactProblem | null {
  const { name, department, lookedThrough } = said;
  return (
    (lookedThrough === null ? null : pastProblem("lookedThrough", lookedThrough, now)) ??
    (department === null ? null : departmentProblem(department, policy)) ??
    (name === null ? null : sharedProblem(name, said, policy, key))
  );
}

export function coverageHandler({ store, policy, inquiryKey, now }: AppParts): Handler<RouteOf<"coverage">> {
  return async ({ body, request, reply }) => {
    const at = now();
    const problem = coverageProblem(body, policy.rules.policy, inquiryKey, at);
    if (problem !== null) return refuse(request, reply, problem);
    await store.cover(body, at);
    return undefined;
  };
}
