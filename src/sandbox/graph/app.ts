/** Graph over https: CORS and headers as the real one has them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { greet, httpsApp, type TlsPair } from "../httpsApp.ts";
import { type GraphAnswer, unreadable } from "./exchange.ts";
import type { SandboxGraph } from "./graph.ts";

/** Retry-After is not among them: a page's script cannot read it from Graph (graph.md §1). */
export const exposedHeaders = [
  "ETag",
  "Location",
  "Preference-Applied",
  "Content-Range",
  "request-id",
  "client-request-id",
];

/** @param origin where it is reached, such as https://localhost:7447 */
export function graphApp(certificate: TlsPair, origin: string, graph: SandboxGraph): FastifyInstance {
  const app = httpsApp(certificate);
  greet(app);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
  app.options("/*", (_request, reply) =>
    reply
      .code(204)
      .headers({
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "authorization, content-type, prefer, client-request-id, if-match, sdkversion",
        "access-control-allow-methods": "GET, POST, PATCH, DELETE",
        "access-control-max-age": "600",
      })
      .send(),
  );
  app.route({
    method: ["GET", "POST", "PATCH", "DELETE"],
    url: "/*",
    handler: async (request, reply) => {
      const { method } = request;
      const body = bodyOf(request.body);
      const answer = await graph.answer({ method, url: origin + request.url, headers: headersOf(request), body });
      if (answer) return send(reply, answer);
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    },
  });
  return app;
}

/** @param text of a request; absent or empty: there is no body */
export function bodyOf(text: unknown): unknown {
  if (typeof text !== "string" || text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}

function headersOf({ headers }: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]));
}

function send(reply: FastifyReply, { status, headers, body }: GraphAnswer): FastifyReply {
  return reply
    .code(status)
    .headers({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": exposedHeaders.join(", "),
      ...headers,
    })
    .serializer((content: unknown) => JSON.stringify(content))
    .send(body);
}
