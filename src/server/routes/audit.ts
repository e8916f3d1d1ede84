/** GET /api/audit: everyone sees who looked (design rule 7). */
import { dayMs, instant } from "../../domain/time.ts";
import type { AppParts } from "../parts.ts";
import type { Handler } from "./route.ts";
import type { RouteOf } from "./table.ts";

const shownMs = 400 * dayMs;

export function auditHandler({ store, now }: AppParts): Handler<RouteOf<"audit">> {
  return async ({ query: { department }, reply }) => {
    const entries = await store.audit.entries(department === undefined ? null : [department], instant(now() - shownMs));
    void reply.header("cache-control", "no-store");
    return { entries: entries.map((entry) => ({ ...entry, details: { ...entry.details } })) };
  };
}
