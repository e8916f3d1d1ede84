/** The whole mailbox, read through Graph. */
import type { KnownFolder, MailboxName, MailboxReader } from "../addin/mailboxPorts.ts";
import { isoOf, type Instant } from "../domain/time.ts";
import { bodyOf, listOf, member, textOf, type GraphAnswer } from "./answer.ts";
import { canReadAll, canReadShared } from "./mailAccess.ts";
import { askedOf, mailboxPath, messagePath, type Mailboxes } from "./mailboxes.ts";
import { fieldsQuery, wholeMessage } from "./messageFields.ts";
import { graphPages } from "./rounds.ts";

const knownFolders: readonly KnownFolder[] = ["inbox", "sentitems", "drafts", "outbox", "junkemail", "deleteditems"];
/** The most that a list may hold a page (graph.md §1, Paging). */
const longestList = 1_000;

export function mailboxReader(mailboxes: Mailboxes): MailboxReader {
  const { request } = mailboxes;

  /** What each of these messages answers to the query, null where it is gone. @throws OutsideError when any other is refused */
  async function each<T>(mailbox: MailboxName, ids: readonly string[], query: string, read: (message: unknown) => T) {
    const paths = ids.map((id) => `${messagePath(mailbox, id)}?${query}`);
    const answers = await request.batch(paths.map((path) => ({ mailbox, path })));
    return new Map(ids.map((id, at) => [id, unlessGone(answers[at], read)]));
  }

  return {
    canReadAll: canReadAll(mailboxes.access),
    canReadShared: canReadShared(mailboxes.access),
    pages: graphPages(mailboxes),

    async folders(mailbox) {
      const answers = await request.batch(
        knownFolders.map((name) => ({ mailbox, path: `${mailboxPath(mailbox)}/mailFolders/${name}?$select=id` })),
      );
      // A shared mailbox may lack one: it has no Outbox before somebody sends from it.
      const ids = answers.map((answer) => unlessGone(answer, (folder) => textOf(member(folder, "id"))) ?? "");
      return Object.fromEntries(knownFolders.map((name, at) => [name, ids[at] ?? ""])) as Record<KnownFolder, string>;
    },

    messages(mailbox, ids) {
      const asked = askedOf(mailboxes, mailbox);
      return each(mailbox, ids, fieldsQuery(asked), (message) => wholeMessage(message, asked));
    },

    /** Only by $select, and absent on drafts and most sent copies (graph.md §4). */
    async headers(mailbox, ids) {
      const read = await each(
        mailbox,
        ids,
        "$select=internetMessageHeaders",
        (message) => [headersOf(message)] as const,
      );
      return new Map([...read].flatMap(([id, found]) => (found === null ? [] : [[id, found[0]] as const])));
    },

    async foldersSince(asked) {
      const answers = await request.batch(
        asked.map(({ mailbox, since }) => ({
          mailbox,
          path: `${mailboxPath(mailbox)}/messages?${receivedSince(since)}`,
        })),
      );
      return Promise.all(
        asked.map(async ({ mailbox }, index) => {
          const answer = answers[index];
          if (answer === undefined || answer.status === 403 || answer.status === 404) return null;
          return foldersOf(await request.rest(mailbox, bodyOf(answer)));
        }),
      );
    },

    /** Immutable ids are Graph's own; Outlook opens by the one that changes when a message moves (graph.md §8). */
    async outlookId(mailbox, id) {
      const post = { inputIds: [id], sourceIdType: "restImmutableEntryId", targetIdType: "restId" };
      const [answer] = await request.batch([{ mailbox, path: `${mailboxPath(mailbox)}/translateExchangeIds`, post }]);
      const [translated] = answer === undefined ? [] : listOf(bodyOf(answer));
      return textOf(member(translated, "targetId")) || id;
    },

    async categoryNames(mailbox) {
      if (!mailboxes.access.categories) return null;
      const answer = await request.get(mailbox, `${request.base}${mailboxPath(mailbox)}/outlook/masterCategories`);
      if (answer.status === 403 || answer.status === 404) return null;
      return listOf(bodyOf(answer)).map((category) => textOf(member(category, "displayName")));
    },
  };
}

function unlessGone<T>(answer: GraphAnswer | undefined, read: (body: unknown) => T): T | null {
  return answer === undefined || answer.status === 404 ? null : read(bodyOf(answer));
}

/** The property of $orderby stands first in $filter, else Graph refuses it as inefficient (outlook-platform §2.2). */
function receivedSince(since: Instant): string {
  const filter = encodeURIComponent(`receivedDateTime ge ${isoOf(since)}`);
  const order = encodeURIComponent("receivedDateTime desc");
  return `$filter=${filter}&$orderby=${order}&$select=id,parentFolderId&$top=${longestList}`;
}

function foldersOf(messages: readonly unknown[]): readonly string[] {
  const folders = messages.map((message) => member(message, "parentFolderId"));
  return [...new Set(folders)].filter((folder) => typeof folder === "string");
}

function headersOf(message: unknown): readonly (readonly [string, string])[] | null {
  const headers = member(message, "internetMessageHeaders");
  if (!Array.isArray(headers) || headers.length === 0) return null;
  return headers.map((header) => [textOf(member(header, "name")), textOf(member(header, "value"))] as const);
}
