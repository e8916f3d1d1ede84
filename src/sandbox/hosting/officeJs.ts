/** Office.js as the sandbox serves it: what it needs before it, Microsoft's file byte for byte, the sign-in relay. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { microsoftAjax } from "../frame/microsoftAjax.ts";
import { sandboxClock } from "../frame/sandboxClock.ts";
import { signInRelay } from "../frame/signInRelay.ts";

/** The functions are self-contained: their own text is the script. */
function scriptOf(run: () => void): string {
  return `(${run.toString()})();\n`;
}

export async function officeScript(folder: string): Promise<Buffer> {
  const microsofts = await readFile(path.join(folder, "office.js"));
  const before = scriptOf(microsoftAjax) + scriptOf(sandboxClock);
  return Buffer.concat([Buffer.from(before), microsofts, Buffer.from(`\n${scriptOf(signInRelay)}`)]);
}

/** Serves /office-js/…: office.js with its company, every other file of the package as it is. */
export async function serveOfficeJs(app: FastifyInstance, folder: string): Promise<void> {
  const script = await officeScript(folder);
  app.get("/office-js/office.js", (_request, reply) =>
    reply
      .headers({
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
        "cache-control": "no-cache",
      })
      .type("text/javascript; charset=utf-8")
      .send(script),
  );
  await app.register(fastifyStatic, {
    root: folder,
    prefix: "/office-js/",
    decorateReply: false,
    // Office.js loads its parts with crossOrigin=anonymous from the add-in's page.
    setHeaders(response) {
      response.setHeader("access-control-allow-origin", "*");
      response.setHeader("cross-origin-resource-policy", "cross-origin");
    },
  });
}
