/** The HTTP app: security headers, guard, routes, and one place where errors end. */
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import { fastify, type FastifyInstance, LogController } from "fastify";
import { onError } from "./failure.ts";
import { guard } from "./identity/guard.ts";
import type { AppParts } from "./parts.ts";
import { refuse } from "./refusal.ts";
import { coverageRoute } from "./routes/coverage.ts";
import { factsRoute } from "./routes/facts.ts";
import { healthRoutes } from "./routes/health.ts";
import { inquiriesRoute } from "./routes/inquiries.ts";
import { meRoute } from "./routes/me.ts";
import { policyRoute } from "./routes/policy.ts";
import { statisticsRoute } from "./routes/statistics.ts";
import { standardRoutes } from "./standard/routes.ts";
import { webRoutes } from "./web.ts";

/** 500 facts of the longest kind take about 200 kB. */
const bodyLimit = 512 * 1024;

function bareApp({ log, tls }: AppParts): FastifyInstance {
  const options = {
    loggerInstance: log,
    // Fastify's own lines would carry addresses and queries; ours carry the route's pattern.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: onError,
    bodyLimit,
    forceCloseConnections: "idle" as const,
  };
  return (tls ? fastify({ ...options, https: tls }) : fastify(options)) as unknown as FastifyInstance;
}

/** Classic Outlook's event runtime sends its origin with a trailing slash, and wants it back as it was. */
function isAllowed(origin: string | undefined, allowed: readonly string[]): boolean {
  return origin !== undefined && allowed.includes(origin.replace(/\/$/, ""));
}

async function headers(app: FastifyInstance, { allowedOrigins }: AppParts): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { "default-src": ["'none'"], "frame-ancestors": ["'none'"] },
    },
    // Said by frame-ancestors, which the add-in's own pages can loosen for Outlook.
    frameguard: false,
  });
  await app.register(cors, {
    origin: (origin, answer) => answer(null, isAllowed(origin, allowedOrigins) ? (origin ?? false) : false),
    methods: ["GET", "POST", "PUT"],
    allowedHeaders: ["authorization", "content-type", "if-none-match"],
    exposedHeaders: ["etag", "retry-after"],
    maxAge: 600,
  });
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
  await headers(app, parts);
  await app.register(rateLimit, { global: false });
  healthRoutes(app, parts);
  await app.register(
    (api, _options, done) => {
      guard(api, parts.verify);
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
  const { standard } = parts;
  if (standard) {
    await app.register((scope, _options, done) => {
      standardRoutes(scope, parts, standard);
      done();
    });
  }
  if (parts.web) await webRoutes(app, parts.web);
  return app;
}
