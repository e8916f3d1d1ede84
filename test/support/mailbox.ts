/** A mailbox without a network: what lies where, what changed since, and how it refuses. */
import type {
  ChangePage,
  KnownFolder,
  MailboxReader,
  MailboxWriter,
  MailChange,
  MailFields,
  Mark,
  Marked,
  Round,
  RoundRefusal,
} from "../../src/addin/mailboxPorts.ts";
import type { Headers } from "../../src/addin/headers.ts";
import { OutsideError, type OutsideCode } from "../../src/addin/ports.ts";
import { at } from "./time.ts";

const names: readonly KnownFolder[] = ["inbox", "sentitems", "drafts", "outbox", "junkemail", "deleteditems"];
export const folders = Object.fromEntries(names.map((name) => [name, name])) as Readonly<Record<KnownFolder, string>>;

/** An e-mail from Ada Okafor to Planning, whole. */
export function mail(change: Partial<MailFields> = {}): MailFields {
  return {
    folder: "inbox",
    internetMessageId: "<one@mail.example>",
    conversationId: "conversation-1",
    subject: "Dog licence",
    from: { name: "Ada Okafor", address: "ada@mail.example" },
    sender: null,
    replyTo: [],
    to: [{ name: "Planning", address: "planning@pinewood.example" }],
    cc: [],
    bcc: [],
    receivedAt: at("Fri 2026-11-20 10:12"),
    sentAt: at("Fri 2026-11-20 10:12"),
    isDraft: false,
    hasAttachments: false,
    isMeeting: false,
    categories: [],
    flag: { status: "notFlagged", start: null, due: null },
    etag: "",
    preview: "Where do I get a licence for my dog?",
    itemClass: "IPM.Note",
    answers: [],
    lastVerb: null,
    stamp: null,
    decisions: [],
    ...change,
  };
}

export interface ScriptedMailbox extends MailboxReader, MailboxWriter {
  canReadAll: boolean;
  canReadShared: boolean;
  /** Every call is refused while this is set. */
  refusal: OutsideCode | null;
  /** Puts a message there, or changes it. */
  put(id: string, fields: Partial<MailFields>): void;
  move(id: string, folder: string): void;
  remove(id: string): void;
  get(id: string): MailFields | undefined;
  readonly headersOf: Map<string, Headers>;
  /** Ids of which headers were asked. */
  readonly asked: string[];
  readonly marks: Mark[];
  /** Calls of `pages`. */
  readonly looks: number;
}

export function scriptedMailbox(): ScriptedMailbox {
  const messages = new Map<string, MailFields>();
  const log: { readonly folder: string; readonly id: string; readonly removed: boolean }[] = [];
  let looks = 0;
  const answered = <T>(value: () => T): Promise<T> =>
    mailbox.refusal === null ? Promise.resolve(value()) : Promise.reject(new OutsideError(mailbox.refusal, "mailbox"));

  const changesIn = ({ folder, link, since }: Round): readonly MailChange[] => {
    if (link === null) {
      return [...messages].flatMap(([id, fields]) =>
        fields.folder === folder && fields.receivedAt >= (since ?? 0) ? [{ id, removed: false as const, fields }] : [],
      );
    }
    return log.slice(Number(link)).flatMap((change): readonly MailChange[] => {
      if (change.folder !== folder) return [];
      const fields = messages.get(change.id);
      if (change.removed) return [{ id: change.id, removed: true }];
      return fields?.folder === folder ? [{ id: change.id, removed: false, fields }] : [];
    });
  };
  const page = (round: Round): ChangePage | RoundRefusal => ({
    changes: changesIn(round),
    next: null,
    delta: String(log.length),
  });
  const write = (id: string, fields: MailFields): MailFields => {
    const written = { ...fields, etag: `W/"${log.length}"` };
    messages.set(id, written);
    log.push({ folder: written.folder, id, removed: false });
    return written;
  };

  const mailbox: ScriptedMailbox = {
    canReadAll: true,
    canReadShared: false,
    refusal: null,
    headersOf: new Map(),
    asked: [],
    marks: [],
    get looks() {
      return looks;
    },
    get: (id) => messages.get(id),
    put(id, fields) {
      write(id, { ...(messages.get(id) ?? mail()), ...fields });
    },
    move(id, folder) {
      const before = messages.get(id);
      if (before === undefined) throw new Error(`no message ${id}`);
      log.push({ folder: before.folder, id, removed: true });
      write(id, { ...before, folder });
    },
    remove(id) {
      const before = messages.get(id);
      messages.delete(id);
      if (before !== undefined) log.push({ folder: before.folder, id, removed: true });
    },
    folders: () => answered(() => folders),
    pages: (rounds) =>
      answered(() => {
        looks += 1;
        return rounds.map(page);
      }),
    messages: (_mailbox, ids) => answered(() => new Map(ids.map((id) => [id, messages.get(id) ?? null]))),
    headers: (_mailbox, ids) =>
      answered(() => {
        mailbox.asked.push(...ids);
        return new Map(ids.map((id) => [id, mailbox.headersOf.get(id) ?? []]));
      }),
    foldersSince: (wanted) =>
      answered(() => {
        const found = [...new Set([...messages.values()].map(({ folder }) => folder))];
        return wanted.map(() => found);
      }),
    outlookId: (_mailbox, id) => answered(() => `outlook ${id}`),
    categoryNames: () => answered(() => null),
    mark: (_mailbox, marks) =>
      answered(() => {
        mailbox.marks.push(...marks);
        return new Map(marks.map((mark) => [mark.id, marked(mark)]));
      }),
    saveDecisions: (_mailbox, id, decisions) =>
      answered((): Marked => {
        const before = messages.get(id);
        return before === undefined ? "gone" : write(id, { ...before, decisions });
      }),
  };
  function marked({ id, etag, categories, flag }: Mark): Marked {
    const before = messages.get(id);
    if (before === undefined) return "gone";
    if (before.etag !== etag) return "stale";
    return write(id, { ...before, categories: categories ?? before.categories, flag: flag ?? before.flag });
  }
  return mailbox;
}
