/** GET /api/policy: the policy in force with its zone offsets; 304 for those who have it already. And its versions. */
import { isKnown } from "../etag.ts";
import type { AppParts } from "../parts.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

export function policyHandler({ policy }: AppParts): Handler<RouteOf<"policy">> {
  return ({ request, reply }) => {
    void reply.header("etag", policy.etag).header("cache-control", "private, no-cache");
    if (isKnown(request.headers["if-none-match"], policy.etag)) return reply.code(304).send();
    return reply.type("application/json; charset=utf-8").send(policy.body);
  };
}

export function policyVersionsHandler({ store }: AppParts): Handler<RouteOf<"policyVersions">> {
  return async ({ reply }) => {
    const versions = (await store.history()).versions.map(({ number, rules, from }) => ({
      ...{ number, from: from === 0 ? null : from },
      ...{ version: rules.policy.version, tzdata: rules.calendar.zone.tzdata },
    }));
    void reply.header("cache-control", "no-store");
    return { versions };
  };
}
