/** POST /api/facts: takes facts, each judged by itself, and answers for each once it is safely on disk. */
import type { FastifyInstance } from "fastify";
import { type FactAnswer, type FactAnswers, factBatchSchema, parseFact } from "../../contract/facts.ts";
import { parseWith } from "../../contract/parse.ts";
import type { Fact } from "../../domain/inquiry/fact.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Instant } from "../../domain/time.ts";
import type { Language } from "../../domain/wording/dates.ts";
import { factProblem } from "../factCheck.ts";
import type { AppParts } from "../parts.ts";
import { badRequest, languageFor, refuse } from "../refusal.ts";
import { sentence } from "../wording.ts";

type Judged = { readonly taken: true; readonly fact: Fact } | { readonly taken: false; readonly answer: FactAnswer };

/** What can be read of an item that is refused, so that the sender recognises it. */
function textOf(item: unknown, name: "id" | "inquiry"): string {
  const value =
    typeof item === "object" && item !== null ? (item as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === "string" ? value : "";
}

function judge(item: unknown, policy: Policy, now: Instant, language: Language): Judged {
  const refused = (field: string, message: string): Judged => ({
    taken: false,
    answer: { id: textOf(item, "id"), inquiry: textOf(item, "inquiry"), taken: false, problem: { field, message } },
  });
  const read = parseFact(item);
  if (!read.ok) return refused(read.problems[0]?.path ?? "", read.problems[0]?.message ?? "");
  const problem = factProblem(read.value, policy, now);
  if (problem) return refused(problem.field, sentence(problem.sentence, language, problem.values));
  return { taken: true, fact: read.value };
}

export function factsRoute(api: FastifyInstance, { store, policy, now }: AppParts): void {
  api.post("/facts", async (request, reply) => {
    const batch = parseWith(factBatchSchema, request.body);
    if (!batch.ok) return refuse(request, reply, badRequest(batch.problems));
    const at = now();
    const rules = policy.rules.policy;
    const judged = batch.value.facts.map((item) => judge(item, rules, at, languageFor(request)));
    const taken = judged.flatMap((one) => (one.taken ? one.fact : []));
    await store.add(taken, { at, policyVersion: rules.version });
    const answers: FactAnswers = {
      answers: judged.map((one) =>
        one.taken ? { id: one.fact.id, inquiry: one.fact.inquiry, taken: true } : one.answer,
      ),
    };
    return reply.send(answers);
  });
}
