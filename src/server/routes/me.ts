/** GET /api/me: the caller's roles and departments, the key for inquiry ids, the account, and the service's clock. */
import type { FastifyInstance } from "fastify";
import type { Me } from "../../contract/me.ts";
import { sightOf } from "../identity/access.ts";
import { personOf } from "../identity/guard.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";

export function meRoute(api: FastifyInstance, { policy, departmentsByGroup, inquiryKey, now }: AppParts): void {
  api.get("/me", (request, reply) => {
    const person = personOf(request);
    const { departments } = sightOf(person, policy.rules.policy, departmentsByGroup);
    const me: Me = {
      roles: [...person.roles],
      departments: [...departments],
      inquiryKey,
      account: namedUnder(inquiryKey, `${person.tid} ${person.oid}`),
      now: now(),
    };
    return reply.header("cache-control", "no-store").send(me);
  });
}
