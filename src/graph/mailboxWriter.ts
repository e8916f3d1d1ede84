/** Marks and decisions, written to messages through Graph. */
import type { MailboxName, MailboxWriter, Mark, Marked } from "../addin/mailboxPorts.ts";
import { bagProperty, withDecisions } from "./addinBag.ts";
import { bodyOf, member, textOf, type GraphAnswer } from "./answer.ts";
import { flagOf } from "./followUp.ts";
import { messagePath, tierOf, type Mailboxes } from "./mailboxes.ts";
import { changedMessage, expanding, extendedProperty } from "./messageFields.ts";

/** Times that a bag is read anew because somebody else wrote to the message in between. */
const rereads = 3;

export function mailboxWriter(mailboxes: Mailboxes): MailboxWriter {
  const { request, addinId } = mailboxes;
  const bag = bagProperty(addinId);
  const mayWrite = (mailbox: MailboxName) => tierOf(mailboxes, mailbox) === "write";

  async function readBag(mailbox: MailboxName, id: string): Promise<GraphAnswer> {
    const query = `$select=id&$expand=${encodeURIComponent(expanding([bag]))}`;
    return request.get(mailbox, `${request.base}${messagePath(mailbox, id)}?${query}`);
  }

  return {
    async mark(mailbox, marks) {
      if (!mayWrite(mailbox)) return new Map(marks.map(({ id }) => [id, "forbidden"]));
      const answers = await request.batch(
        marks.map((mark) => ({
          ...{ mailbox, path: messagePath(mailbox, mark.id) },
          patch: { body: changeOf(mark), etag: mark.etag },
        })),
      );
      return new Map(marks.map(({ id }, at) => [id, markedBy(answers[at])]));
    },

    async saveDecisions(mailbox, id, decisions) {
      if (!mayWrite(mailbox)) return "forbidden";
      let marked: Marked = "stale";
      for (let read = 0; marked === "stale" && read < rereads; read += 1) {
        const answer = await readBag(mailbox, id);
        if (answer.status >= 400) return markedBy(answer);
        const value = withDecisions(extendedProperty(propertiesOf(answer), bag), decisions);
        const patch = {
          body: { singleValueExtendedProperties: [{ id: bag, value }] },
          etag: textOf(member(answer.body, "@odata.etag")),
        };
        const [written] = await request.batch([{ mailbox, path: messagePath(mailbox, id), patch }]);
        marked = markedBy(written);
      }
      return marked;
    },
  };
}

/** Categories replace the whole set (graph.md §5). */
function changeOf({ categories, flag }: Mark): unknown {
  return { ...(categories && { categories }), ...(flag && { flag: flagOf(flag) }) };
}

function markedBy(answer: GraphAnswer | undefined): Marked {
  if (answer === undefined || answer.status === 404) return "gone";
  if (answer.status === 403) return "forbidden";
  // If-Match lost (graph.md §1, Errors): both are answered where somebody else was quicker.
  if (answer.status === 409 || answer.status === 412) return "stale";
  return changedMessage(bodyOf(answer));
}

function propertiesOf({ body }: GraphAnswer): readonly unknown[] {
  const list = member(body, "singleValueExtendedProperties");
  return Array.isArray(list) ? list : [];
}
