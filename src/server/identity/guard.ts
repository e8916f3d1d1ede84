/** Nobody gets past here without a verified token and the route's access; nobody, known or not, asks without limit. */
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from "fastify";
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import { type Access, type Caller, refusedCall, sightOf } from "./access.ts";
import { callerLimits } from "./callerLimits.ts";
import type { Identified } from "./verifier.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Null until the guard has looked. */
    identified: Identified | null;
    /** Null until the guard has let the person pass. */
    caller: Caller | null;
  }
}

type Hook = onRequestAsyncHookHandler;

/**
 * What stands before a route of each access. Needs the rate limit plugin registered on the app.
 *
 * @returns a function from the access to the hooks; all routes count into the same limits
 */
export function guards(
  app: FastifyInstance,
  { verify, policy, departmentsByGroup, limits }: AppParts,
): (access: Access) => readonly Hook[] {
  app.decorateRequest("identified", null);
  app.decorateRequest("caller", null);
  const identify: Hook = async (request) => {
    request.identified = await verify(request.headers.authorization);
  };
  const limited = callerLimits(app, limits);
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
  return (access) => (access === "anyone" ? [] : [identify, ...limited, admit(access)]);
}

/** The one who asks. @throws Error when the route has no guard: a bug */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error("this route has no guard before it");
  return request.caller;
}
