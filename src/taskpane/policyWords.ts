/** Names that the policy gives to its channels, departments and templates, in the reader's language. */
import type { Policy } from "../domain/policy/policy.ts";

interface Named {
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
}

function nameIn(named: Named | undefined, language: string): string | null {
  return named === undefined ? null : (named.names?.[language] ?? named.name);
}

/** The id itself where the policy no longer knows the channel. */
export function channelName(policy: Policy | null, id: string, language: string): string {
  return nameIn(policy?.channels[id], language) ?? id;
}

export function departmentName(policy: Policy | null, id: string, language: string): string {
  return nameIn(policy?.departments?.[id], language) ?? id;
}

export function templateName(policy: Policy | null, id: string, language: string): string {
  const texts = policy?.templates?.find((template) => template.id === id)?.texts ?? {};
  return (texts[language] ?? texts["en"] ?? Object.values(texts)[0])?.name ?? id;
}

/** A shared mailbox goes by its department's name where that has one mailbox alone, else by what stands before the @. */
export function mailboxName(policy: Policy | null, mailbox: string, language: string): string {
  const departments = Object.entries(policy?.departments ?? {});
  const owner = departments.find(([, { mailboxes = [] }]) => mailboxes.length === 1 && mailboxes[0] === mailbox);
  return owner === undefined ? (mailbox.split("@")[0] ?? mailbox) : departmentName(policy, owner[0], language);
}
