/**
 * Who sent the reply that met an inquiry's response time: beside the inquiry, at most one, and only where the policy turns
 * named figures on (`privacy.namedFigures`). No fact, count, export or log knows of it.
 */
import { createHash } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Fact, InquiryId } from "../../domain/inquiry/fact.ts";
import type { History } from "../../domain/inquiry/inForce.ts";
import { metReplyOf } from "../../domain/inquiry/metReply.ts";
import { namedSince } from "../../domain/inquiry/namedSince.ts";
import { instant, type Instant } from "../../domain/time.ts";
import { grouped } from "./fold.ts";
import { firstServed } from "./policyHistory.ts";
import { columnsOf, type RowsDialect } from "./rows.ts";
import { replyByColumns, type ReplyByRow, type Tables } from "./tables.ts";

/** From a verified token alone. */
export interface Teller {
  readonly tid: string;
  readonly oid: string;
  readonly name: string | null;
}

/** Of what somebody told: the replies that they say they sent themselves. */
export interface OwnReplies {
  readonly teller: Teller;
  readonly facts: ReadonlySet<Fact>;
}

export interface PersonsQuestion {
  /** Null: all, those of none included. */
  readonly departments: readonly string[] | null;
  /** Replies sent from here on … */
  readonly from: Instant;
  /** … and before this. */
  readonly before: Instant;
  /** Null: everybody. */
  readonly oid: string | null;
}

export interface PersonFigures {
  /** As the token said last; null where it never did. */
  readonly name: string | null;
  /** Inquiries whose response time this person's reply met. */
  readonly replied: number;
  readonly inTime: number;
  readonly late: number;
}

/** From when on somebody may be kept; null: nobody is. */
async function keptSince(connection: Kysely<Tables>, history: History): Promise<Instant | null> {
  const since = namedSince(history);
  return since === null ? null : instant(Math.max(since, await firstServed(connection)));
}

/** @param connection in the transaction that added the facts, their inquiries locked */
export async function keepTellers(
  connection: Kysely<Tables>,
  history: History,
  told: readonly OwnReplies[],
  given: RowsDialect,
): Promise<void> {
  if (told.length === 0) return;
  const since = await keptSince(connection, history);
  if (since === null) return;
  const own = await keepable(connection, told, since);
  const names = [...new Set(own.map(({ fact }) => fact.inquiry))].sort();
  if (names.length === 0) return;
  const isMine = given.isAmong("inquiry", names);
  const facts = grouped(await connection.selectFrom("fact").selectAll().where(isMine).execute());
  const before = await connection.selectFrom("reply_by").select(["inquiry", "fact"]).where(isMine).execute();
  const known = new Map(before.map(({ inquiry, fact }) => [inquiry, fact]));
  const rows = names.flatMap((inquiry): readonly ReplyByRow[] => {
    const met = metReplyOf(facts.get(inquiry) ?? [], history)?.reply;
    const first = own.find(({ fact }) => fact.inquiry === inquiry && fact.id === met?.id);
    if (first === undefined || known.get(inquiry) === first.fact.id) return [];
    return [{ inquiry, fact: first.fact.id, replied_at: first.fact.at, ...first.teller }];
  });
  if (rows.length === 0) return;
  await connection
    .insertInto("reply_by")
    .columns(columnsOf(replyByColumns))
    .expression(given.rows(replyByColumns, rows))
    .onConflict((conflict) =>
      conflict.column("inquiry").doUpdateSet((row) => ({
        fact: row.ref("excluded.fact"),
        replied_at: row.ref("excluded.replied_at"),
        tid: row.ref("excluded.tid"),
        oid: row.ref("excluded.oid"),
        name: row.ref("excluded.name"),
      })),
    )
    .execute();
}

interface Own {
  readonly fact: Fact;
  readonly teller: Teller;
}

/** Sent on or after the day, and after the person was erased. What a person merely said is nobody's own sending. */
async function keepable(
  connection: Kysely<Tables>,
  told: readonly OwnReplies[],
  since: Instant,
): Promise<readonly Own[]> {
  const marks = [...new Set(told.map(({ teller }) => erasedMark(teller.oid)))];
  const erased = await connection.selectFrom("kept").selectAll().where("name", "in", marks).execute();
  const erasedAt = new Map(erased.map(({ name, value }) => [name, Number(value)]));
  return told.flatMap(({ teller, facts }) => {
    const from = Math.max(since, erasedAt.get(erasedMark(teller.oid)) ?? 0);
    return [...facts].flatMap((fact) =>
      fact.kind === "replied" && fact.seenIn !== "person" && fact.at >= from ? [{ fact, teller }] : [],
    );
  });
}

/** Takes away what the policy in force does not keep: all of it where named figures are off. */
export async function forgetTellers(connection: Kysely<Tables>, history: History): Promise<void> {
  const since = await keptSince(connection, history);
  if (since === null) await connection.deleteFrom("reply_by").execute();
  else await forgetBefore(connection, since);
}

/** Nobody is kept longer than facts are, though the inquiry itself still waits. */
export async function forgetBefore(connection: Kysely<Tables>, before: Instant): Promise<void> {
  await connection.deleteFrom("reply_by").where("replied_at", "<", before).execute();
}

/**
 * Takes a person away from all inquiries; a pane that tells the same replies again brings nobody back.
 *
 * @returns how many inquiries
 */
export async function erasePerson(connection: Kysely<Tables>, oid: string, at: Instant): Promise<number> {
  await connection
    .insertInto("kept")
    .values({ name: erasedMark(oid), value: String(at) })
    .onConflict((conflict) => conflict.column("name").doUpdateSet((row) => ({ value: row.ref("excluded.value") })))
    .execute();
  const gone = await connection.deleteFrom("reply_by").where("oid", "=", oid).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** No directory's id is kept of whoever was erased. */
function erasedMark(oid: string): string {
  return `erasedPerson:${createHash("sha256").update(oid).digest("base64url")}`;
}

/** As many as are held in memory at once. */
const atOnce = 500;

/** @returns a line for each person, by name; of inquiries as they stand now */
export async function personsAsked(
  connection: Kysely<Tables>,
  history: History,
  question: PersonsQuestion,
  given: RowsDialect,
): Promise<readonly PersonFigures[]> {
  const persons = new Map<string, PersonFigures & { readonly lastAt: number }>();
  for await (const { page, facts } of pagesOf(connection, question, given)) {
    for (const row of page) {
      const met = metReplyOf(facts.get(row.inquiry as InquiryId) ?? [], history);
      if (met === null || !met.counts || met.reply.id !== row.fact) continue;
      const so = persons.get(row.oid) ?? { name: null, replied: 0, inTime: 0, late: 0, lastAt: 0 };
      const isLatest = row.name !== null && met.reply.at >= so.lastAt;
      persons.set(row.oid, {
        ...(isLatest ? { name: row.name, lastAt: met.reply.at } : { name: so.name, lastAt: so.lastAt }),
        replied: so.replied + 1,
        inTime: so.inTime + (met.inTime === true ? 1 : 0),
        late: so.late + (met.inTime === false ? 1 : 0),
      });
    }
  }
  const found = [...persons].sort(([a, one], [b, other]) =>
    `${one.name ?? ""} ${a}` < `${other.name ?? ""} ${b}` ? -1 : 1,
  );
  return found.map(([, { name, replied, inTime, late }]) => ({ name, replied, inTime, late }));
}

interface Page {
  readonly page: readonly Pick<ReplyByRow, "inquiry" | "fact" | "oid" | "name">[];
  readonly facts: ReadonlyMap<InquiryId, readonly Fact[]>;
}

async function* pagesOf(
  connection: Kysely<Tables>,
  { departments, from, before, oid }: PersonsQuestion,
  given: RowsDialect,
): AsyncGenerator<Page> {
  for (let after = ""; ;) {
    let asked = connection
      .selectFrom("reply_by")
      .innerJoin("inquiry", "inquiry.inquiry", "reply_by.inquiry")
      .select(["reply_by.inquiry", "reply_by.fact", "reply_by.oid", "reply_by.name"])
      .where("reply_by.replied_at", ">=", from)
      .where("reply_by.replied_at", "<", before)
      .where("reply_by.inquiry", ">", after);
    if (departments !== null) asked = asked.where(given.isAmong("inquiry.department", departments));
    if (oid !== null) asked = asked.where("reply_by.oid", "=", oid);
    const page = await asked.orderBy("reply_by.inquiry").limit(atOnce).execute();
    const names = page.map(({ inquiry }) => inquiry);
    const last = names[names.length - 1];
    if (last === undefined) return;
    yield {
      page,
      facts: grouped(await connection.selectFrom("fact").selectAll().where("inquiry", "in", names).execute()),
    };
    after = last;
    await turn();
  }
}
