/** The sandbox's Microsoft Graph over https: token, route, operation; CORS and headers as the real one has them. */
import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Now } from "../clock.ts";
import { greet, httpsApp, type TlsPair } from "../httpsApp.ts";
import type { Issuer } from "../issuer/issuer.ts";
import type { Mailboxes } from "../mailbox/mailboxes.ts";
import { accessDenied, type GraphAnswer, graphError } from "./exchange.ts";
import { allows } from "./permissions.ts";
import { recorder } from "./record.ts";
import { routeOf } from "./routes.ts";
import { graphCaller } from "./token.ts";

export interface GraphParts {
  readonly origin: string;
  readonly issuer: Issuer;
  readonly mailboxes: Mailboxes;
  readonly now: Now;
  /** Names the add-in's custom properties. */
  readonly addinId: string;
  /** Where exchanges are written, or null. */
  readonly recordFile: string | null;
}

/** Retry-After is not among them: a page's script cannot read it from Graph (graph.md §1). */
const exposed = "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id";
const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

export function graphApp(certificate: TlsPair, parts: GraphParts): FastifyInstance {
  const app = httpsApp(certificate);
  greet(app);
  const record = recorder(parts.recordFile);
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
      const body = bodyOf(request);
      const answer = await answerTo(parts, request, body);
      record(
        { method: request.method, url: parts.origin + request.url, headers: request.headers, body: body ?? undefined },
        answer,
      );
      return send(request, reply, answer);
    },
  });
  return app;
}

const unreadable = Symbol("unreadable");

function bodyOf(request: FastifyRequest): unknown {
  if (typeof request.body !== "string" || request.body === "") return undefined;
  try {
    return JSON.parse(request.body);
  } catch {
    return unreadable;
  }
}

async function answerTo(parts: GraphParts, request: FastifyRequest, body: unknown): Promise<GraphAnswer> {
  const now = parts.now();
  const address = new URL(request.url, parts.origin);
  const caller = await graphCaller(request.headers.authorization, parts.issuer, now);
  if (typeof caller === "string") {
    return graphError(401, "InvalidAuthenticationToken", caller, now, { "WWW-Authenticate": challenge });
  }
  const path = /^\/v1\.0\/(.*)$/.exec(address.pathname)?.[1];
  const found = path === undefined ? null : routeOf(request.method, path);
  if (found === null) return graphError(400, "BadRequest", "Resource not found for the segment.", now);
  if (found === "otherMethod")
    return graphError(405, "BadRequest", "Specified HTTP method is not allowed for the request target.", now);
  if (body === unreadable) return graphError(400, "BadRequest", "Unable to read JSON request payload.", now);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]));
  const call = {
    ...{ method: request.method, parts: found.parts, query: address.searchParams, address, headers, body, now },
    ...caller,
    mailbox: parts.mailboxes.of(caller.person),
  };
  return allows(call, found.route.scopes) ? found.route.run(call, parts.addinId) : accessDenied(now);
}

function send(request: FastifyRequest, reply: FastifyReply, answer: GraphAnswer): FastifyReply {
  const asked = request.headers["client-request-id"]?.toString();
  return reply
    .code(answer.status)
    .headers({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": exposed,
      "cache-control": "private",
      "odata-version": "4.0",
      "request-id": randomUUID(),
      ...(asked === undefined ? {} : { "client-request-id": asked }),
      ...answer.headers,
    })
    .serializer((body: unknown) => JSON.stringify(body))
    .send(answer.body);
}
