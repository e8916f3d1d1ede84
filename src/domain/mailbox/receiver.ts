/** Whose inquiry a message is: the department, and the kind of mailbox that received it. */
import type { MailboxKind } from "../inquiry/fact.ts";
import type { Policy } from "../policy/policy.ts";
import type { Address } from "../triage/message.ts";

export interface Receiver {
  readonly department: string | null;
  readonly mailboxKind: MailboxKind;
}

/**
 * The department one of whose mailboxes the message was written to, else the one to which the mailbox belongs in which
 * it lies, else the reader's own, else none. A message in a department's mailbox that was not written to the reader is
 * in a shared one.
 *
 * @param reader the reader's own address
 */
export function receiverOf(
  policy: Policy,
  message: { readonly to: readonly Address[]; readonly cc: readonly Address[]; readonly mailbox?: string },
  reader: string,
): Receiver {
  const departments = Object.entries(policy.departments ?? {});
  const ownerOf = (address: string) =>
    departments.find(([, department]) => department.mailboxes?.includes(address.toLowerCase()))?.[0] ?? null;
  const addressed = [...message.to, ...message.cc].map(({ address }) => address.toLowerCase());
  const byRecipient = addressed.map(ownerOf).find((id) => id !== null) ?? null;
  const mailbox = (message.mailbox ?? reader).toLowerCase();
  const elsewhere = mailbox !== reader.toLowerCase();
  const shared = elsewhere || (byRecipient !== null && !addressed.includes(reader.toLowerCase()));
  return {
    department: byRecipient ?? ownerOf(mailbox) ?? ownerOf(reader),
    mailboxKind: shared ? "shared" : "personal",
  };
}
