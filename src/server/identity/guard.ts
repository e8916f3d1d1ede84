/** Nobody gets past here without a verified token; and nobody, known or not, asks without limit. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse } from "../refusal.ts";
import type { Identified, Person, TokenVerifier } from "./verifier.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Null until the guard has looked. */
    identified: Identified | null;
  }
}

/** Far more than a pane asks, so that only a runaway program meets it. */
const requestsPerMinute = 600;

/** Puts the guard before every route of this scope. Needs the rate limit plugin registered above it. */
export function guard(scope: FastifyInstance, verify: TokenVerifier): void {
  scope.addHook("onRequest", async (request) => {
    request.identified = await verify(request.headers.authorization);
  });
  // A person is counted wherever they are; a refused token counts for its address, so that guessing is slow.
  scope.addHook(
    "onRequest",
    scope.rateLimit({
      max: requestsPerMinute,
      timeWindow: 60_000,
      keyGenerator: ({ identified, ip }) =>
        identified && "person" in identified ? `p ${identified.person.oid}` : `a ${ip}`,
    }),
  );
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
