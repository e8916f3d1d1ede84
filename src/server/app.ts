/** The HTTP app: security headers, the table's routes, and one place where errors end. */
import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import { fastify, type FastifyInstance, LogController } from "fastify";
import { errorHandler, onClientError } from "./failure.ts";
import type { AppParts } from "./parts.ts";
import { onMissed } from "./routes/missed.ts";
import { mountRoutes } from "./routes/mount.ts";
import { standardRoutes } from "./standard/routes.ts";
import { webRoutes } from "./web.ts";

/** 500 facts of the longest kind take about 200 kB. */
const bodyLimit = 512 * 1024;
/** As long as Node lets an address be: the row's schema says what is wrong with a part of it. */
const maxParamLength = 16 * 1024;

function bareApp({ log, tls, metrics }: AppParts): FastifyInstance {
  const options = {
    loggerInstance: log,
    // Fastify's own lines would carry addresses and queries; ours carry the route's pattern.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: errorHandler(metrics),
    clientErrorHandler: onClientError,
    bodyLimit,
    routerOptions: { maxParamLength },
    // A request on a connection that is still open is answered while stopping; /ready says that it should go elsewhere.
    return503OnClosing: false,
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
    // An OPTIONS that is no preflight would be refused in plain text.
    strictPreflight: false,
  });
}

/** @returns the app, ready to listen or to be asked by `inject`; closing it leaves the store open */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const app = bareApp(parts);
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler(errorHandler(parts.metrics));
  app.setNotFoundHandler(onMissed);
  app.addHook("onResponse", async (request, reply) => {
    const { url: route } = request.routeOptions;
    const { method } = request;
    const { statusCode: status, elapsedTime } = reply;
    parts.metrics.answered(method, route, status, elapsedTime / 1000);
    parts.log.info({ method, route, status, ms: Math.round(elapsedTime) }, "answered");
  });
  await headers(app, parts);
  await app.register(rateLimit, { global: false });
  mountRoutes(app, parts);
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
