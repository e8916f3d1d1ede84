/** The HTTP app: security headers, guard, routes, and one place where errors end. */
import type { RequestListener } from "node:http";
import rateLimit from "@fastify/rate-limit";
import { fastify, type FastifyInstance, LogController } from "fastify";
import { onError } from "./failure.ts";
import { headers } from "./headers.ts";
import { httpServer } from "./httpServer.ts";
import { guard } from "./identity/guard.ts";
import { bodyLimit } from "./limits.ts";
import type { AppParts } from "./parts.ts";
import { refuse } from "./refusal.ts";
import { coverageRoute } from "./routes/coverage.ts";
import { factsRoute } from "./routes/facts.ts";
import { healthRoutes } from "./routes/health.ts";
import { inquiriesRoute } from "./routes/inquiries.ts";
import { meRoute } from "./routes/me.ts";
import { policyRoute } from "./routes/policy.ts";
import { statisticsRoute } from "./routes/statistics.ts";
import { asFastifyTakesIt } from "./trustProxy.ts";
import { webRoutes } from "./web.ts";

function bareApp({ log, tls, limits, trustProxy }: AppParts): FastifyInstance {
  const options = {
    loggerInstance: log,
    // Fastify's own lines would carry addresses and queries; ours carry the route's pattern.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: onError,
    bodyLimit,
    forceCloseConnections: "idle" as const,
    serverFactory: (handler: RequestListener) => httpServer(handler, limits, tls, log),
    trustProxy: asFastifyTakesIt(trustProxy),
  };
  return fastify(options) as unknown as FastifyInstance;
}

/** @returns the app, ready to listen or to be asked by `inject`; closing it leaves the store open */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const app = bareApp(parts);
  app.removeContentTypeParser("text/plain");
  app.decorateRequest("identified", null);
  app.setErrorHandler(onError);
  app.setNotFoundHandler((request, reply) => refuse(request, reply, { code: "notFound" }));
  app.addHook("onResponse", async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    parts.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms },
      "answered",
    );
  });
  await headers(app, parts.allowedOrigins);
  await app.register(rateLimit, { global: false });
  healthRoutes(app, parts);
  await app.register(
    (api, _options, done) => {
      guard(api, parts.verify, parts.limits);
      meRoute(api, parts);
      policyRoute(api, parts);
      factsRoute(api, parts);
      inquiriesRoute(api, parts);
      coverageRoute(api, parts);
      statisticsRoute(api, parts);
      done();
    },
    { prefix: "/api" },
  );
  if (parts.web) await webRoutes(app, parts.web);
  return app;
}
