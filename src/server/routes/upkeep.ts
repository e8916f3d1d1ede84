/** What administrators do with what is kept; each deed is noted for everyone to see. */
import { isLocalDay } from "../../domain/calendar/localDay.ts";
import type { InquiryId } from "../../domain/inquiry/fact.ts";
import type { Caller } from "../identity/access.ts";
import { namedUnder } from "../identity/inquiryKey.ts";
import type { AppParts } from "../parts.ts";
import { refuse } from "../refusal.ts";
import type { Doer } from "../store/auditLog.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

export function doerOf({ person: { oid, name } }: Caller): Doer {
  return { oid, name };
}

export function recalculateHandler({ store, now }: AppParts): Handler<RouteOf<"recalculate">> {
  return async ({ body: { from, to }, caller, request, reply }) => {
    if (!isLocalDay(from)) return refuse(request, reply, { code: "noSuchDay", field: "from" });
    if (!isLocalDay(to)) return refuse(request, reply, { code: "noSuchDay", field: "to" });
    if (from > to) return refuse(request, reply, { code: "endsBeforeItBegins", field: "to" });
    const at = now();
    const moved = await store.recalculate(from, to, at);
    await store.audit.note("recalculated", doerOf(caller), at, { from, to, moved });
    return { moved };
  };
}

/** The message's id is an HMAC from here on: neither log nor audit holds it. */
function inquiryOf(messageId: string, { inquiryKey }: AppParts): InquiryId {
  return namedUnder(inquiryKey, messageId) as InquiryId;
}

export function findInquiryHandler(parts: AppParts): Handler<RouteOf<"findInquiry">> {
  const { store, now } = parts;
  return async ({ body, caller }) => {
    const inquiry = inquiryOf(body.messageId, parts);
    const facts = (await store.factsOf([inquiry])).get(inquiry)?.length ?? 0;
    await store.audit.note("searched", doerOf(caller), now(), { inquiry, facts });
    return { inquiry, facts };
  };
}

export function eraseHandler(parts: AppParts): Handler<RouteOf<"erase">> {
  const { store, now } = parts;
  return async ({ body, caller }) => {
    const at = now();
    const facts = await store.erase(inquiryOf(body.messageId, parts), at);
    await store.audit.note("erased", doerOf(caller), at, { facts });
    return { facts };
  };
}
