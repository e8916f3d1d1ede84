/** POST /api/inquiries: the facts that all colleagues told of inquiries which the caller can name. */
import type { InquiryId } from "../../domain/inquiry/fact.ts";
import type { AppParts } from "../parts.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

export function inquiriesHandler({ store }: AppParts): Handler<RouteOf<"inquiries">> {
  return async ({ body, reply }) => {
    const known = await store.factsOf(body.inquiries as InquiryId[]);
    void reply.header("cache-control", "no-store");
    return { inquiries: Object.fromEntries(known) };
  };
}
