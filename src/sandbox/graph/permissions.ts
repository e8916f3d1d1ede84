/** Which scope of the token opens what (Microsoft Graph permissions reference). */
import { type GraphCall, wantsImmutableIds, wantsTextBody } from "./exchange.ts";
import type { ListQuery } from "./listQuery.ts";
import type { View } from "./messageView.ts";

export const mayReadBasics: readonly string[] = ["Mail.ReadBasic", "Mail.Read", "Mail.ReadWrite"];
const mayReadAll: readonly string[] = ["Mail.Read", "Mail.ReadWrite"];
export const mayWrite: readonly string[] = ["Mail.ReadWrite"];
export const mayReadUser: readonly string[] = ["User.Read"];

export function allows(call: GraphCall, needed: readonly string[]): boolean {
  return call.scopes.some((scope) => needed.includes(scope));
}

/** Mail.ReadBasic reaches neither bodies nor extended properties. */
export function mayExpand(call: GraphCall): boolean {
  return allows(call, mayReadAll);
}

export function viewFor(call: GraphCall, shape: Pick<ListQuery, "select" | "expand">, addinId: string): View {
  return {
    select: shape.select,
    expand: shape.expand,
    immutableIds: wantsImmutableIds(call),
    textBody: wantsTextBody(call),
    withBody: allows(call, mayReadAll),
    addinId,
  };
}
