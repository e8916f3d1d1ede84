/** GET /health and /api/health: does the service answer, and its database too? For anyone, without a token. */
import type { FastifyInstance } from "fastify";
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";

export function healthRoutes(app: FastifyInstance, { store, log }: AppParts): void {
  for (const address of ["/health", "/api/health"]) {
    app.get(address, async (request, reply) => {
      try {
        await store.ping();
      } catch (error) {
        log.error({ err: error }, "the database does not answer");
        return refuse(request, reply, { code: "databaseUnavailable" });
      }
      // Any page may see that the service answers, and nothing else of it.
      void reply.header("cross-origin-resource-policy", "cross-origin");
      return reply.header("cache-control", "no-store").send({ status: "ok" });
    });
  }
}
