/** Which scope of the token opens what (Microsoft Graph permissions reference). */
import { type GraphCall, wantsImmutableIds, wantsTextBody } from "./exchange.ts";
import type { ListQuery } from "./listQuery.ts";
import type { View } from "./messageView.ts";

/** What an operation does, as far as permissions see it. */
export type Need = "user" | "basics" | "all" | "write" | "settings" | "settingsWrite" | "translate";

const own: Readonly<Record<Need, readonly string[]>> = {
  user: ["User.Read"],
  basics: ["Mail.ReadBasic", "Mail.Read", "Mail.ReadWrite"],
  all: ["Mail.Read", "Mail.ReadWrite"],
  write: ["Mail.ReadWrite"],
  settings: ["MailboxSettings.Read", "MailboxSettings.ReadWrite"],
  settingsWrite: ["MailboxSettings.ReadWrite"],
  translate: ["User.ReadBasic.All", "User.Read", "Mail.ReadBasic", "Mail.Read", "Mail.ReadWrite"],
};
/** Full access to a mailbox shares its mail, not the writing of its settings (graph.md §10). */
const shared: Readonly<Record<Need, readonly string[]>> = {
  user: [],
  basics: ["Mail.ReadBasic.Shared", "Mail.Read.Shared", "Mail.ReadWrite.Shared"],
  all: ["Mail.Read.Shared", "Mail.ReadWrite.Shared"],
  write: ["Mail.ReadWrite.Shared"],
  settings: ["MailboxSettings.Read", "MailboxSettings.ReadWrite"],
  settingsWrite: [],
  translate: ["Mail.ReadBasic.Shared", "Mail.Read.Shared", "Mail.ReadWrite.Shared"],
};

export function allows({ person, owner, scopes }: Pick<GraphCall, "person" | "owner" | "scopes">, need: Need): boolean {
  const wanted = owner.id === person.id ? own[need] : shared[need];
  return scopes.some((scope) => wanted.includes(scope));
}

export function viewFor(call: GraphCall, shape: Pick<ListQuery, "select" | "expand">): View {
  return {
    select: shape.select,
    expand: shape.expand,
    immutableIds: wantsImmutableIds(call),
    textBody: wantsTextBody(call),
    // Mail.ReadBasic reaches neither bodies nor extended properties.
    withBody: allows(call, "all"),
    addinId: call.addinId,
    mailboxId: call.owner.id,
  };
}
