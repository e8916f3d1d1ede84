/** The sandbox page's origin: the built page, Office.js, and the API that only this page may ask. */
import fastifyStatic from "@fastify/static";
import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { serveOfficeJs } from "./hosting/officeJs.ts";
import { httpsApp, type TlsPair } from "./httpsApp.ts";
import { largestMail } from "./mailbox/arrivals.ts";
import type { SandboxParts } from "./parts.ts";
import { controlRoutes } from "./routes/controls.ts";
import { behindRoutes } from "./routes/behind.ts";
import { draftRoutes } from "./routes/drafts.ts";
import { faultRoutes } from "./routes/faults.ts";
import { folderRoutes } from "./routes/folders.ts";
import { messageRoutes } from "./routes/messages.ts";
import { refuse } from "./routes/person.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { stateRoutes } from "./routes/state.ts";

/**
 * Another page in the same browser, even the add-in's own, must not read mail or mint tokens here: browsers say where
 * a request comes from (Origin, Sec-Fetch-Site), and Host tells a foreign name that was pointed at this machine.
 */
function isOwnPage({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers["sec-fetch-site"];
  const from = headers.origin;
  return (
    headers.host === new URL(origin).host &&
    (site === undefined || site === "same-origin" || site === "none") &&
    (from === undefined || from === origin)
  );
}

/**
 * @param pageRoot the built page
 * @param officeJs folder of @microsoft/office-js/dist
 */
export async function pageApp(
  certificate: TlsPair,
  parts: SandboxParts,
  pageRoot: string,
  officeJs: string,
): Promise<FastifyInstance> {
  const app = httpsApp(certificate, largestMail);
  app.addHook("onRequest", async (request, reply) => {
    if (!request.url.startsWith("/api/")) return;
    reply.header("cache-control", "no-store");
    if (!isOwnPage(request, parts.origins.page)) await refuse(request, reply, { status: 403, sentence: "foreignPage" });
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") {
      const values = { limit: largestMail / 1024 / 1024 };
      return refuse(request, reply, { status: 400, sentence: "mailTooLarge", values });
    }
    if ((error.statusCode ?? 500) < 500) return refuse(request, reply, { status: 400, sentence: "unreadableRequest" });
    throw error;
  });
  app.setNotFoundHandler((request, reply) => refuse(request, reply, { status: 404, sentence: "unknownRoute" }));
  stateRoutes(app, parts);
  messageRoutes(app, parts);
  draftRoutes(app, parts);
  settingsRoutes(app, parts);
  controlRoutes(app, parts);
  faultRoutes(app, parts);
  behindRoutes(app, parts);
  folderRoutes(app, parts);
  await serveOfficeJs(app, officeJs);
  await app.register(fastifyStatic, { root: pageRoot, cacheControl: false });
  return app;
}
