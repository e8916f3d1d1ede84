/** What is answered where no route matches: 404, or 405 where the address takes other methods (RFC 9110 §15.5.6). */
import type { FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../refusal.ts";
import type { Route } from "./route.ts";
import { routes } from "./table.ts";

const addresses = (Object.values(routes) as readonly Route[]).map(({ method, address }) => ({
  method,
  pattern: new RegExp(`^${address.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`),
}));

/** The methods that some row of the table takes at this path; a GET answers HEAD too. */
export function methodsAt(path: string): readonly string[] {
  const methods = addresses.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return methods.includes("GET") ? [...methods, "HEAD"] : methods;
}

export function onMissed(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const methods = methodsAt(request.url.split("?")[0] ?? "").join(", ");
  if (methods === "") return refuse(request, reply, { code: "notFound" });
  void reply.header("allow", methods);
  return refuse(request, reply, { code: "wrongMethod", values: { method: request.method, methods } });
}
