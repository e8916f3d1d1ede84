/** Anybody's own mail in the sandbox: --mailbox opens a folder of .eml files or an .mbox, with the dates it has. */
import { readMailbox } from "../../mail/readMailbox.ts";
import { instant } from "../../domain/time.ts";
import type { MailMessage } from "../../mail/eml.ts";
import { people } from "../people.ts";
import type { Mailboxes } from "./mailboxes.ts";
import { headerOf, receivedMessage } from "./received.ts";

export interface UnreadableMail {
  readonly file: string;
  readonly reason: string;
}

/**
 * Puts the mail into the first person's mailbox; what an earlier start put there is not put there again.
 *
 * What the owner of the mail sent goes to Sent Items: the owner is whom most of the messages were written to.
 *
 * @returns the messages that cannot be read, with the reason; they stop nothing
 */
export async function openOwnMail(mailboxes: Mailboxes, path: string): Promise<readonly UnreadableMail[]> {
  const [employee] = people;
  if (!employee) throw new Error("the sandbox has no people");
  const mailbox = mailboxes.of(employee);
  const unreadable: UnreadableMail[] = [];
  const owners = new Owners();
  for await (const entry of readMailbox(path)) {
    if (!entry.ok) {
      unreadable.push({ file: entry.file, reason: entry.reason });
      continue;
    }
    const { message: mail, file } = entry;
    owners.count(mail);
    // A message without an id of its own is known by its file.
    const internetMessageId = mail.messageId ?? `<${encodeURIComponent(file)}@own-mail.invalid>`;
    if (mailbox.byMessageId(internetMessageId)) continue;
    const message = { ...receivedMessage(mail, mailboxes.attachments), internetMessageId };
    mailbox.add({ ...message, folder: "inbox", isRead: true }, headerOf(mail.headers, "Thread-Topic"));
  }
  const owner = owners.likeliest();
  for (const message of mailbox.inFolder("inbox")) {
    if (owner === null || message.from?.address.toLowerCase() !== owner) continue;
    mailbox.change(message.id, { folder: "sentitems", headers: "" }, instant(message.modifiedAt));
  }
  return unreadable;
}

/** Who is most often written to; nobody when that is no clear majority. */
class Owners {
  readonly #times = new Map<string, number>();
  #messages = 0;

  count(mail: MailMessage): void {
    this.#messages += 1;
    const parties = [...mail.facts.to, ...mail.facts.cc].map(({ address }) => address.toLowerCase());
    const delivered = headerOf(mail.headers, "Delivered-To")?.toLowerCase().trim();
    for (const address of new Set([...parties, ...(delivered ? [delivered] : [])])) {
      this.#times.set(address, (this.#times.get(address) ?? 0) + 1);
    }
  }

  likeliest(): string | null {
    const [first] = [...this.#times].sort(([, a], [, b]) => b - a);
    return first && first[1] >= 2 && first[1] > this.#messages / 2 ? first[0] : null;
  }
}
