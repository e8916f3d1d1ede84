/** POST /api/faults: a service that stops, and Microsoft Graph on a bad day. */
import type { FastifyInstance } from "fastify";
import * as z from "zod";
import type { FaultChange } from "../graph/faults.ts";
import type { SandboxParts } from "../parts.ts";
import { refuse } from "./person.ts";
import { faultsOf } from "./state.ts";

const kind = z.enum([
  ...["none", "throttled", "unavailable", "timeouts", "lostAnswers"],
  ...["gone", "expiredTokens", "claimsChallenge", "slow", "lostMarks"],
] as const);
const duration = z.number().int().min(0).max(3_600_000);
const count = z.number().int().min(1);
const planned = z
  .object({ at: count.optional(), every: count.optional(), of: z.enum(["requests", "items"]).optional(), kind })
  .refine(({ at, every }) => (at === undefined) !== (every === undefined));
export const faultsRequest = z
  .object({
    service: z.enum(["stopped", "running"]),
    graph: kind,
    graphLagMs: duration,
    graphRate: z.number().min(0).max(1),
    graphRetryAfterS: z.nullable(z.number().int().min(0).max(3600)),
    graphDelayMs: duration,
    graphPlan: z.array(planned),
  })
  .partial()
  .refine((request) => Object.keys(request).length > 0);

export function faultRoutes(app: FastifyInstance, parts: SandboxParts): void {
  const { service, faults, graph, events } = parts;
  app.post("/api/faults", async (request, reply) => {
    const read = faultsRequest.safeParse(request.body);
    if (!read.success) return refuse(request, reply, { status: 400, sentence: "unreadableRequest" });
    if (read.data.service !== undefined) {
      await (read.data.service === "stopped" ? service.stop() : service.start());
      faults.service = read.data.service;
    }
    graph.setFaults(changeOf(read.data));
    events.toAll({ type: "faults", faults: faultsOf(parts) });
    return reply.send(faultsOf(parts));
  });
}

function changeOf(asked: z.infer<typeof faultsRequest>): FaultChange {
  const named = {
    graph: asked.graph,
    graphLagMs: asked.graphLagMs,
    rate: asked.graphRate,
    retryAfterS: asked.graphRetryAfterS,
    delayMs: asked.graphDelayMs,
    plan: asked.graphPlan,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}
