/** The HTTP app: security headers, the table's routes, and one place where errors end. */
import type { RequestListener } from "node:http";
import rateLimit from "@fastify/rate-limit";
import { fastify, type FastifyInstance, LogController } from "fastify";
import { errorHandler, onClientError } from "./failure.ts";
import { headers } from "./headers.ts";
import { httpServer } from "./httpServer.ts";
import { bodyLimit } from "./limits.ts";
import type { AppParts } from "./parts.ts";
import { onMissed } from "./routes/missed.ts";
import { mountRoutes } from "./routes/mount.ts";
import { standardRoutes } from "./standard/routes.ts";
import { asFastifyTakesIt } from "./trustProxy.ts";
import { webRoutes } from "./web.ts";

/** As long as Node lets an address be: the row's schema says what is wrong with a part of it. */
const maxParamLength = 16 * 1024;

function bareApp({ log, tls, metrics, limits, trustProxy }: AppParts): FastifyInstance {
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
    serverFactory: (handler: RequestListener) => httpServer(handler, limits, tls, log),
    trustProxy: asFastifyTakesIt(trustProxy),
  };
  return fastify(options) as unknown as FastifyInstance;
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
  await headers(app, parts.allowedOrigins);
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
