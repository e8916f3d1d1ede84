/** Nobody gets past here without a verified token; and nobody, known or not, asks without limit. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Limits } from "../limits.ts";
import { refuse } from "../refusal.ts";
import { callerLimits } from "./callerLimits.ts";
import type { Identified, Person, TokenVerifier } from "./verifier.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Null until the guard has looked. */
    identified: Identified | null;
  }
}

/** Puts the guard before every route of this scope. Needs the rate limit plugin registered above it. */
export function guard(scope: FastifyInstance, verify: TokenVerifier, limits: Limits): void {
  scope.addHook("onRequest", async (request) => {
    request.identified = await verify(request.headers.authorization);
  });
  for (const hook of callerLimits(scope, limits)) scope.addHook("onRequest", hook);
  scope.addHook("onRequest", async (request, reply) => {
    const { identified } = request;
    if (identified && "refusal" in identified) await refuse(request, reply, identified.refusal);
  });
}

/** The person who asks. @throws Error when the route has no guard: a bug */
export function personOf(request: FastifyRequest): Person {
  if (!request.identified || !("person" in request.identified)) throw new Error("this route has no guard before it");
  return request.identified.person;
}
