/** The add-in's own origin: dist/web as it ships, with Office.js's address changed and this site's settings. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { SiteSettings } from "../../contract/settings.ts";
import { greet, httpsApp, type TlsPair } from "../httpsApp.ts";

export const officeJsOfMicrosoft = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

/** The one change to the files that ship. */
export function withOfficeJs(html: string, officeJs: string): string {
  return html.replaceAll(officeJsOfMicrosoft, officeJs);
}

/**
 * @param root dist/web
 * @param officeJs where the sandbox serves Office.js
 */
export async function addinApp(
  certificate: TlsPair,
  root: string,
  officeJs: string,
  settings: SiteSettings,
): Promise<FastifyInstance> {
  const app = httpsApp(certificate);
  greet(app);
  app.addHook("onSend", async (_request, reply) => {
    reply.header("cache-control", "no-cache");
  });
  app.get("/settings.json", (_request, reply) => reply.send(settings));
  app.get<{ Params: { page: string } }>("/:page(^[\\w-]+\\.html$)", async ({ params }, reply) => {
    const html = await readFile(path.join(root, params.page), "utf8").catch(() => null);
    if (html === null) {
      reply.callNotFound();
      return reply;
    }
    return reply.type("text/html; charset=utf-8").send(withOfficeJs(html, officeJs));
  });
  await app.register(fastifyStatic, { root, cacheControl: false });
  return app;
}
