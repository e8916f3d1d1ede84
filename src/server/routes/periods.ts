/** /api/periods: high-volume periods; an administrator sets one, everybody goes by it at once. */
import { isLocalDay } from "../../domain/calendar/localDay.ts";
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";
import { doerOf } from "./upkeep.ts";

export function periodsHandler({ policy }: AppParts): Handler<RouteOf<"periods">> {
  return ({ reply }) => {
    const written = new Set(policy.written.map(({ id }) => id));
    const periods = (policy.rules.policy.highVolume ?? []).map((one) => ({ ...one, written: written.has(one.id) }));
    void reply.header("cache-control", "no-store");
    return { periods };
  };
}

/** Ended early by another last day; never taken away, because dates were said by it. */
export function setPeriodHandler({ policy, store, now }: AppParts): Handler<RouteOf<"setPeriod">> {
  return async ({ params: { period: id }, body, caller, request, reply }) => {
    const { from, to, authority, reason, responseDays } = body;
    if (!isLocalDay(from)) return refuse(request, reply, { code: "noSuchDay", field: "from" });
    if (!isLocalDay(to)) return refuse(request, reply, { code: "noSuchDay", field: "to" });
    if (from > to) return refuse(request, reply, { code: "endsBeforeItBegins", field: "to" });
    if (policy.written.some((own) => own.id === id)) return refuse(request, reply, { code: "writtenPeriod" });
    const channels = policy.rules.policy.channels;
    const unknown = Object.keys(responseDays).find((channel) => channels[channel]?.responseDays === undefined);
    if (unknown !== undefined) {
      return refuse(request, reply, { code: "unknownChannel", field: "responseDays", values: { channel: unknown } });
    }
    const period = { id, from, to, authority, reason, responseDays };
    const next = policy.withPeriod(period);
    if (!next.ok) {
      const message = next.problems[0]?.message ?? "";
      return refuse(request, reply, { code: "badPeriod", values: { message } });
    }
    const at = now();
    await store.setPeriod(period, at);
    policy.replace(next.value);
    const moved = await store.adopt(policy, at);
    await store.audit.note("periodSet", doerOf(caller), at, { period: id, from, to, moved });
    return { moved };
  };
}
