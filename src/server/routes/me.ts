/** GET /api/me: the caller's roles and departments, the key for inquiry ids, the account, and the service's clock. */
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

export function meHandler({ inquiryKey, now }: AppParts): Handler<RouteOf<"me">> {
  return ({ caller: { person, sight }, reply }) => {
    void reply.header("cache-control", "no-store");
    return {
      roles: person.roles,
      departments: sight.departments,
      inquiryKey,
      account: namedUnder(inquiryKey, `${person.tid} ${person.oid}`),
      now: now(),
    };
  };
}
