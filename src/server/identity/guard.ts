/** Nobody gets past here without a verified token and the route's access; nobody, known or not, asks without limit. */
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from "fastify";
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import { type Access, type Caller, refusedCall, sightOf } from "./access.ts";
import type { Identified } from "./verifier.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Null until the guard has looked. */
    identified: Identified | null;
    /** Null until the guard has let the person pass. */
    caller: Caller | null;
  }
}

/** Far more than a pane asks, so that only a runaway program meets it. */
const requestsPerMinute = 600;

type Hook = onRequestAsyncHookHandler;

/**
 * What stands before a route of each access. Needs the rate limit plugin registered on the app.
 *
 * @returns a function from the access to the hooks; all routes count into one limit
 */
export function guards(
  app: FastifyInstance,
  { verify, policy, departmentsByGroup }: AppParts,
): (access: Access) => readonly Hook[] {
  app.decorateRequest("identified", null);
  app.decorateRequest("caller", null);
  const identify: Hook = async (request) => {
    request.identified = await verify(request.headers.authorization);
  };
  // A person is counted wherever they are; a refused token counts for its address, so that guessing is slow.
  const limit: Hook = app.rateLimit({
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: ({ identified, ip }) =>
      identified && "person" in identified ? `p ${identified.person.oid}` : `a ${ip}`,
  });
  const admit =
    (access: Access): Hook =>
    async (request, reply): Promise<FastifyReply | undefined> => {
      const { identified } = request;
      if (identified === null) throw new Error("nobody has looked who asks");
      if ("refusal" in identified) return refuse(request, reply, identified.refusal);
      const { person } = identified;
      const caller = { person, sight: sightOf(person, policy.rules.policy, departmentsByGroup) };
      const refusal = refusedCall(access, caller);
      if (refusal) return refuse(request, reply, refusal);
      request.caller = caller;
      return undefined;
    };
  return (access) => (access === "anyone" ? [] : [identify, limit, admit(access)]);
}

/** The one who asks. @throws Error when the route has no guard: a bug */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error("this route has no guard before it");
  return request.caller;
}
