/** GET /api/policy: the policy in force with its zone offsets; 304 for those who have it already. */
import type { FastifyInstance } from "fastify";
import { isKnown } from "../etag.ts";
import type { AppParts } from "../parts.ts";

export function policyRoute(api: FastifyInstance, { policy }: AppParts): void {
  api.get("/policy", (request, reply) => {
    void reply.header("etag", policy.etag).header("cache-control", "private, no-cache");
    if (isKnown(request.headers["if-none-match"], policy.etag)) return reply.code(304).send();
    return reply.type("application/json; charset=utf-8").send(policy.body);
  });
}
