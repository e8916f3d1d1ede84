/** The add-in's files, for a site that lets this service host them (any web server can). */
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { AppParts } from "./parts.ts";

/** Names that carry a hash of their content never change it. */
const hashed = /\.[0-9a-f]{10}\.js(\.map)?$/;
/** launchevent.js keeps its name, and classic Outlook keeps what it loaded: a short life, so that a release arrives. */
const shortLife = "public, max-age=300";
/** Outlook frames these pages, from hosts that differ by cloud and client; everything else stays closed. */
const framed = "object-src 'none'; base-uri 'none'; frame-ancestors https:";

/**
 * Tells classic Outlook which script of this origin may ask other origins and get tokens in the event runtime: the file
 * lies on the add-in's origin and names the script's whole address (Microsoft: "Use SSO or CORS in your event-based
 * add-in").
 */
function allowedScripts(app: FastifyInstance, origin: string): void {
  const allowed = JSON.stringify({ allowed: [`${origin}/launchevent.js`] });
  app.get("/.well-known/microsoft-officeaddins-allowed.json", (_request, reply) =>
    reply.header("cache-control", shortLife).type("application/json; charset=utf-8").send(allowed),
  );
}

export async function webRoutes(app: FastifyInstance, web: NonNullable<AppParts["web"]>): Promise<void> {
  const { root, siteSettings, origin } = web;
  if (origin !== null) allowedScripts(app, origin);
  if (siteSettings !== null) {
    app.get("/settings.json", (_request, reply) =>
      reply.header("cache-control", shortLife).type("application/json; charset=utf-8").send(siteSettings),
    );
  }
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    setHeaders(response, file) {
      response.setHeader("cache-control", hashed.test(file) ? "public, max-age=31536000, immutable" : shortLife);
      response.setHeader("content-security-policy", framed);
      response.setHeader("cross-origin-resource-policy", "cross-origin");
    },
  });
}
