/** PUT /api/coverage: takes how far a mailbox was looked through. Nothing of who said it is kept. */
import type { FastifyInstance } from "fastify";
import { type CoverageReport, parseCoverage } from "../../contract/coverage.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Instant } from "../../domain/time.ts";
import { departmentProblem, type FactProblem, pastProblem } from "../factCheck.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import { badRequest, languageFor, refuse } from "../refusal.ts";
import { sentence } from "../wording.ts";

/** A shared mailbox is the policy's: its name, the id made of it, and its department. */
function sharedProblem(name: string, said: CoverageReport, policy: Policy, key: string): FactProblem | null {
  const owner = Object.entries(policy.departments ?? {}).find(([, { mailboxes = [] }]) => mailboxes.includes(name));
  if (owner === undefined) return { field: "name", sentence: "unknownMailbox" };
  if (said.mailbox !== namedUnder(key, name)) return { field: "mailbox", sentence: "otherMailbox" };
  return said.department === owner[0] ? null : { field: "department", sentence: "notItsDepartment" };
}

function coverageProblem(said: CoverageReport, policy: Policy, key: string, now: Instant): FactProblem | null {
  const { name, department, lookedThrough } = said;
  return (
    (lookedThrough === null ? null : pastProblem("lookedThrough", lookedThrough, now)) ??
    (department === null ? null : departmentProblem(department, policy)) ??
    (name === null ? null : sharedProblem(name, said, policy, key))
  );
}

export function coverageRoute(api: FastifyInstance, { store, policy, inquiryKey, now }: AppParts): void {
  api.put("/coverage", async (request, reply) => {
    const read = parseCoverage(request.body);
    if (!read.ok) return refuse(request, reply, badRequest(read.problems));
    const at = now();
    const problem = coverageProblem(read.value, policy.rules.policy, inquiryKey, at);
    if (problem !== null) {
      const message = sentence(problem.sentence, languageFor(request), problem.values);
      return refuse(request, reply, badRequest([{ path: problem.field, message, severity: "error" }]));
    }
    await store.cover(read.value, at);
    return reply.code(204).send();
  });
}
