/** How much one caller may ask, by rate and at the same time: a person wherever they are, else an address. */
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from "fastify";
import type { Limits } from "../limits.ts";
import { refuse } from "../refusal.ts";

type Hook = onRequestAsyncHookHandler;

/** A refused token counts for its address, so that guessing is slow. */
function callerOf({ identified, ip }: FastifyRequest): string {
  return identified && "person" in identified ? `p ${identified.person.oid}` : `a ${ip}`;
}

/** The rate counts what begins, this what lasts: nobody can hold all of the service with slow questions. */
function limitAtOnce(most: number): Hook {
  const underWay = new Map<string, number>();
  const leave = (caller: string): void => {
    const left = (underWay.get(caller) ?? 1) - 1;
    if (left === 0) underWay.delete(caller);
    else underWay.set(caller, left);
  };
  return async (request, reply) => {
    const caller = callerOf(request);
    const count = (underWay.get(caller) ?? 0) + 1;
    underWay.set(caller, count);
    reply.raw.once("close", () => leave(caller));
    if (count <= most) return;
    void reply.header("retry-after", "2");
    await refuse(request, reply, { code: "tooMany", values: { seconds: 2 } });
  };
}

/**
 * Hooks for after the one that identifies the caller, and before the one that turns strangers away. All routes behind them
 * count into the same limits. Needs the rate limit plugin registered on the app.
 */
export function callerLimits(app: FastifyInstance, limits: Limits): readonly Hook[] {
  const rate = app.rateLimit({
    max: limits.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: callerOf,
  });
  return [rate, limitAtOnce(limits.requestsAtOnce)];
}
