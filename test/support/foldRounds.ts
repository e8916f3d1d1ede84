/** What a caller makes of rounds: its copy of each folder. Keeps a link only once the changes before it are kept. */
import { isRefusal, type MailboxReader, type MailFields } from "../../src/addin/mailboxPorts.ts";
import { OutsideError } from "../../src/addin/ports.ts";
import type { Instant } from "../../src/domain/time.ts";

export interface Copy {
  readonly mailbox: string;
  readonly folder: string;
  readonly since: Instant | null;
  link: string | null;
  /** True between the first page of a round and its last. */
  open: boolean;
  readonly known: Map<string, MailFields>;
}

export function emptyCopy(mailbox: string, folder: string, since: Instant | null): Copy {
  return { mailbox, folder, since, link: null, open: false, known: new Map() };
}

/** One page of each copy's round. Returns false when the outside world failed and nothing was learnt. */
export async function turnPage(reader: MailboxReader, copies: readonly Copy[]): Promise<boolean> {
  try {
    const pages = await reader.pages(
      copies.map(({ mailbox, folder, since, link }) => ({ mailbox, folder, since, link })),
    );
    for (const [at, page] of pages.entries()) {
      const copy = copies[at]!;
      if (isRefusal(page)) {
        if (page.refusal === "throttled") continue;
        if (page.refusal !== "resync") throw new Error(page.refusal);
        Object.assign(copy, { link: null, open: true });
        copy.known.clear();
        continue;
      }
      for (const change of page.changes) {
        if (change.removed) copy.known.delete(change.id);
        else await merge(reader, copy, change.id, change.fields);
      }
      Object.assign(copy, { link: page.next ?? page.delta, open: page.next !== null });
    }
    return true;
  } catch (error) {
    if (error instanceof OutsideError && (error.code === "offline" || error.code === "throttled")) return false;
    if (error instanceof OutsideError && error.code === "signInNeeded") return false;
    throw error;
  }
}

async function merge(reader: MailboxReader, copy: Copy, id: string, fields: Partial<MailFields>): Promise<void> {
  const old = copy.known.get(id);
  if (old !== undefined) copy.known.set(id, { ...old, ...fields });
  else if (fields.internetMessageId !== undefined) copy.known.set(id, fields as MailFields);
  else {
    const now = (await reader.messages(copy.mailbox, [id])).get(id);
    if (now && (copy.since === null || now.receivedAt >= copy.since)) copy.known.set(id, now);
  }
}

/** Until each copy's round is over. */
export async function finishRounds(reader: MailboxReader, copies: readonly Copy[]): Promise<void> {
  for (const copy of copies) copy.open = true;
  for (let turn = 0; copies.some(({ open }) => open); turn += 1) {
    if (turn > 5_000) throw new Error("a round without end");
    await turnPage(
      reader,
      copies.filter(({ open }) => open),
    );
  }
}
