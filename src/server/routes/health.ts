/** GET /api/health and /api/ready: for whoever watches the service, without a token. */
import type { FastifyInstance, FastifyReply } from "fastify";
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

/** A database that does not answer is logged and counted. */
export async function databaseAnswers({ store, log, metrics }: AppParts): Promise<boolean> {
  try {
    await store.ping();
    return true;
  } catch (error) {
    metrics.databaseFailed();
    log.error({ err: error }, "the database does not answer");
    return false;
  }
}

/** Any page may see that the service answers, and nothing else of it. */
function wellIn(reply: FastifyReply): { readonly status: "ok" } {
  void reply.header("cross-origin-resource-policy", "cross-origin").header("cache-control", "no-store");
  return { status: "ok" };
}

export function healthHandler(parts: AppParts): Handler<RouteOf<"health">> {
  return async ({ request, reply }) =>
    (await databaseAnswers(parts)) ? wellIn(reply) : refuse(request, reply, { code: "databaseUnavailable" });
}

/** The migrations were run before the app began to listen; so what is left to ask is whether the database answers still. */
export function readyHandler(app: FastifyInstance, parts: AppParts): Handler<RouteOf<"ready">> {
  let stopping = false;
  app.addHook("preClose", (done) => {
    stopping = true;
    done();
  });
  const healthy = healthHandler(parts);
  return (asked) => (stopping ? refuse(asked.request, asked.reply, { code: "stopping" }) : healthy(asked));
}
