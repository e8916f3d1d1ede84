/** Rounds of changes in folders: message delta (graph.md §3). */
import type { ChangePage, MailChange, MailboxReader, Round, RoundRefusal } from "../addin/mailboxPorts.ts";
import { OutsideError } from "../addin/ports.ts";
import { isoOf } from "../domain/time.ts";
import { bodyOf, codesOf, listOf, member, refusalOf, type GraphAnswer } from "./answer.ts";
import { askedOf, mailboxPath, type Mailboxes } from "./mailboxes.ts";
import { fieldsQuery, receivedAtOf, toldBy, type Asked } from "./messageFields.ts";
import { afterPart, noted, notedLink, type NotedLink, type RoundNote } from "./roundNote.ts";

export function graphPages(mailboxes: Mailboxes): MailboxReader["pages"] {
  const { request, pageSize } = mailboxes;
  // A header, not part of the link: it goes with every call of a round.
  const prefer = `odata.maxpagesize=${pageSize}`;

  async function answersTo(rounds: readonly Round[], links: readonly string[]): Promise<readonly GraphAnswer[]> {
    const [first, ...more] = rounds;
    if (first === undefined) return [];
    if (more.length === 0) return [await request.get(first.mailbox, links[0] ?? "", prefer)];
    return request.batch(
      rounds.map(({ mailbox }, at) => ({ mailbox, path: (links[at] ?? "").slice(request.base.length), prefer })),
    );
  }

  return async (rounds) => {
    const starts = rounds.map((round) => startOf(mailboxes, round));
    // A link of another site than this one, kept from before its settings changed, is not known here.
    const known = starts.flatMap(({ link }, at) => (link.startsWith(`${request.base}/`) ? [at] : []));
    const asked = known.flatMap((at) => rounds[at] ?? []);
    const answers = await answersTo(
      asked,
      known.map((at) => starts[at]?.link ?? ""),
    );
    const [first] = answers;
    if (first !== undefined && answers.every((answer) => refusalOf(answer).code === "throttled"))
      throw refusalOf(first);
    const pages: (ChangePage | RoundRefusal)[] = [];
    for (const [at, round] of rounds.entries()) {
      const answer = answers[known.indexOf(at)];
      // Reading the answer's text took its time, and so does each page in it.
      await request.breathe();
      pages.push(
        answer === undefined ? { refusal: "resync" } : pageOf(mailboxes, round, starts[at]?.note ?? null, answer),
      );
    }
    return pages;
  };
}

function startOf(mailboxes: Mailboxes, { mailbox, folder, link, since }: Round): NotedLink {
  if (link !== null) return notedLink(link);
  const whole = wholeFolder(mailboxes, mailbox, folder);
  if (since === null) return { link: whole, note: null };
  const filter = `&$filter=${encodeURIComponent(`receivedDateTime ge ${isoOf(since)}`)}`;
  return { link: whole + filter, note: { since, seen: 0, then: null, delta: null } };
}

function wholeFolder(mailboxes: Mailboxes, mailbox: string, folder: string): string {
  const path = `${mailboxPath(mailbox)}/mailFolders/${encodeURIComponent(folder)}/messages/delta`;
  return `${mailboxes.request.base}${path}?${fieldsQuery(askedOf(mailboxes, mailbox))}`;
}

function pageOf(
  mailboxes: Mailboxes,
  round: Round,
  note: RoundNote | null,
  answer: GraphAnswer,
): ChangePage | RoundRefusal {
  const refusal = refusalIn(answer, round.link !== null);
  if (refusal !== null) return { refusal };
  const body = bodyOf(answer);
  const items = listOf(body);
  const changes = changesOf(items, note, askedOf(mailboxes, round.mailbox));
  const messages = items.filter((item) => member(item, "@removed") === undefined).length;
  const counted = note?.seen == null ? note : { ...note, seen: note.seen + messages };
  const [next, delta] = [member(body, "@odata.nextLink"), member(body, "@odata.deltaLink")];
  if (typeof next === "string") return { changes, next: noted({ link: next, note: counted }), delta: null };
  if (typeof delta !== "string") throw new OutsideError("unexpected", "Graph answered a delta without a link");
  return { changes, ...afterPart(delta, counted, wholeFolder(mailboxes, round.mailbox, round.folder)) };
}

/** Null: there is a page. @throws OutsideError what concerns more than this round */
function refusalIn(answer: GraphAnswer, goesOn: boolean): RoundRefusal["refusal"] | null {
  if (answer.status < 400) return null;
  const lost = codesOf(answer.body).some((code) => code === "syncstatenotfound" || code === "resyncrequired");
  // A link is used as Graph gave it: where it calls that a bad request, the token in it is damaged.
  if (answer.status === 410 || lost || (answer.status === 400 && goesOn)) return "resync";
  const refusal = refusalOf(answer);
  if (refusal.code === "forbidden" || refusal.code === "gone" || refusal.code === "throttled") return refusal.code;
  throw refusal;
}

function changesOf(items: readonly unknown[], note: RoundNote | null, asked: Asked): readonly MailChange[] {
  return items.flatMap((item): MailChange | readonly [] => {
    const id = member(item, "id");
    if (typeof id !== "string") return [];
    if (member(item, "@removed") !== undefined) return { id, removed: true };
    const receivedAt = receivedAtOf(item);
    if (note !== null && receivedAt !== null && receivedAt < note.since) return [];
    return { id, removed: false, fields: toldBy(item, asked) };
  });
}
