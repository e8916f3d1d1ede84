/** GET /api/statistics: how well the promise was kept, for those who may see it. */
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import { parseWith } from "../../contract/parse.ts";
import { coverageOf } from "../../domain/timeliness/coverage.ts";
import type { Coverage, Figures } from "../../domain/timeliness/statistics.ts";
import {
  countedSince,
  figuresAsked,
  figuresFrom,
  type StatisticsQuestion,
} from "../../domain/timeliness/teamStatistics.ts";
import { refusedSight, type Sight, sightOf } from "../identity/access.ts";
import { personOf } from "../identity/guard.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import { badRequest, refuse } from "../refusal.ts";
import type { FactStore } from "../store/factStore.ts";

const question = z.object({
  /** Absent: all that the caller may see. */
  department: z.string().min(1).max(64).optional(),
  /** How long a period the compliance figure covers; it ends today. */
  period: z.enum(["week", "4weeks"], "must be week or 4weeks").default("4weeks"),
});

function countedFor(question: StatisticsQuestion, sight: Sight): Parameters<FactStore["counted"]> {
  const { department, now, rules } = question;
  const today = rules.calendar.localDay(now);
  const departments = department === null ? (sight.whole ? null : sight.departments) : [department];
  return [{ departments, figures: figuresAsked, from: countedSince(question), to: today }, today, now];
}

async function coverage({ store, policy, inquiryKey }: AppParts, sight: Sight, figures: Figures): Promise<Coverage> {
  const { department, asOf, to } = figures;
  const asked = department === null ? sight.departments : [department];
  return coverageOf(await store.covered(), {
    policy: policy.rules.policy,
    departments: department === null && sight.whole ? null : asked,
    calendar: policy.rules.calendarOf(department),
    through: to,
    now: asOf,
    idOf: (address) => namedUnder(inquiryKey, address),
  });
}

export function statisticsRoute(api: FastifyInstance, parts: AppParts): void {
  api.get("/statistics", async (request, reply) => {
    const { policy, departmentsByGroup, sampleData } = parts;
    const read = parseWith(question, request.query);
    if (!read.ok) return refuse(request, reply, badRequest(read.problems));
    const person = personOf(request);
    const sight = sightOf(person, policy.rules.policy, departmentsByGroup);
    const department = read.value.department ?? null;
    const refusal = refusedSight(person, sight, department);
    if (refusal) return refuse(request, reply, refusal);
    const weeks = read.value.period === "week" ? 1 : 4;
    const asked = { rules: policy.rules, department, now: parts.now(), weeks, sampleData };
    const figures = figuresFrom(await parts.store.counted(...countedFor(asked, sight)), asked);
    return reply
      .header("cache-control", "no-store")
      .send({ ...figures, coverage: await coverage(parts, sight, figures) });
  });
}
