/** GET /metrics: for Prometheus, where the site's settings publish it. */
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import { databaseAnswers } from "./health.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

export function metricsHandler(parts: AppParts): Handler<RouteOf<"metrics">> {
  const { published } = parts.metrics;
  return async ({ request, reply }) => {
    if (published === null) return refuse(request, reply, { code: "notFound" });
    const text = await published.text(await databaseAnswers(parts));
    return reply.header("cache-control", "no-store").type(published.contentType).send(text);
  };
}
