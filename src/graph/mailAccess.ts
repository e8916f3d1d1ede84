/** What the scopes of a site let the add-in do with mail. */

export interface MailAccess {
  /** Null: nothing, Office.js alone. */
  readonly own: MailTier | null;
  /** Null: shared mailboxes are not asked at all. */
  readonly shared: MailTier | null;
}

/** Basics: no preview, no extended properties (graph.md §3.1). Each includes those before it. */
export type MailTier = "basics" | "all" | "write";

const tiers: readonly { readonly name: MailTier; readonly scope: string }[] = [
  { name: "write", scope: "mail.readwrite" },
  { name: "all", scope: "mail.read" },
  { name: "basics", scope: "mail.readbasic" },
];

/**
 * @param scopes asked for or granted, such as "Mail.ReadWrite" or "https://graph.microsoft.com/Mail.Read.Shared", in
 *   any case. A `.Shared` scope covers what the person may open, their own mailbox included (graph.md §10).
 */
export function mailAccess(scopes: readonly string[]): MailAccess {
  const names = new Set(scopes.map((scope) => scope.slice(scope.lastIndexOf("/") + 1).toLowerCase()));
  const best = (fits: (scope: string) => boolean) => tiers.find(({ scope }) => fits(scope))?.name ?? null;
  return {
    own: best((scope) => names.has(scope) || names.has(`${scope}.shared`)),
    shared: best((scope) => names.has(`${scope}.shared`)),
  };
}
