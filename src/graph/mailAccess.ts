/** What the scopes of a site let the add-in do with mail. */

export interface MailAccess {
  /** Null: nothing, Office.js alone. */
  readonly own: MailTier | null;
  /** Null: shared mailboxes are not asked at all. */
  readonly shared: MailTier | null;
  /** True where a mailbox's list of categories may be read. */
  readonly categories: boolean;
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
 *   any case. A `.Shared` scope is for mailboxes that others share (graph.md §10): the plain one stands beside it.
 */
export function mailAccess(scopes: readonly string[]): MailAccess {
  const names = new Set(scopes.map((scope) => scope.slice(scope.lastIndexOf("/") + 1).toLowerCase()));
  const best = (suffix: string) => tiers.find(({ scope }) => names.has(scope + suffix))?.name ?? null;
  const categories = ["mailboxsettings.read", "mailboxsettings.readwrite"].some((scope) => names.has(scope));
  return { own: best(""), shared: best(".shared"), categories };
}

/** Said of the person's own mailbox. */
export function canReadAll({ own }: MailAccess): boolean {
  return own === "all" || own === "write";
}

export function canReadShared({ shared }: MailAccess): boolean {
  return shared !== null;
}

/** True where the messages of one mailbox at least may be changed. */
export function canWrite({ own, shared }: MailAccess): boolean {
  return own === "write" || shared === "write";
}
