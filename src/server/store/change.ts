/** What changes many inquiries at once, while nobody adds facts: another policy, a rebuild. */
import { setImmediate as turn } from "node:timers/promises";
import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import { addDays } from "../../domain/calendar/localDay.ts";
import { difference, summed } from "../../domain/timeliness/tally.ts";
import type { Count, FigureName } from "../../domain/timeliness/counts.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import type { CurrentPolicy } from "../currentPolicy.ts";
import { addCounts, derive, fold } from "./fold.ts";
import { addVersion, type HistoryReader } from "./policyHistory.ts";
import { forgetTellers } from "./replyBy.ts";
import { columnsOf, type RowsDialect } from "./rows.ts";
import { countColumns, type InquiryRow, type MovedDateRow, type Tables } from "./tables.ts";

/** As many as are held in memory at once; then the event loop turns, before which libsql frees nothing of what it read. */
const atOnce = 1000;
/** Put on the daily counts together: PostgreSQL looks through all that a transaction has written to a row before. */
const changesAtOnce = 200_000;

/** @returns how many due dates it moved */
export async function adopt(
  connection: Kysely<Tables>,
  history: HistoryReader,
  policy: CurrentPolicy,
  at: Instant,
  given: RowsDialect,
): Promise<number> {
  const isNew = await addVersion(connection, policy, at);
  // At each start: a database that was restored may hold again what the policy no longer keeps.
  await forgetTellers(connection, await history(connection));
  await deriveUnderived(connection, history, given);
  if (!isNew) return 0;
  // What was not yet due may go by the new one, off the clock too: should it come back.
  const pages = pagesOf(connection, (row) =>
    row.and([
      row.or([row("waiting", "=", 1), row("due_at", ">=", at), row("due_at", "is", null)]),
      row("received_at", "is not", null),
    ]),
  );
  let moved = 0;
  for await (const page of pages) moved += (await movedDates(connection, history, page, given)).length;
  return moved;
}

/** Those of an older version of the database, and all of them in a rebuild. */
async function deriveUnderived(connection: Kysely<Tables>, history: HistoryReader, given: RowsDialect): Promise<void> {
  let changes: Count[] = [];
  for await (const page of pagesOf(connection, (row) => row("version", "is", null))) {
    const names = page.map(({ inquiry }) => inquiry);
    changes.push(...(await derive(connection, names, await history(connection), given)));
    if (changes.length > changesAtOnce) {
      await addCounts(connection, summed(changes), given);
      changes = [];
    }
    await turn();
  }
  await addCounts(connection, summed(changes), given);
}

/** @returns how many counts were others before */
export async function rebuild(connection: Kysely<Tables>, history: HistoryReader, given: RowsDialect): Promise<number> {
  const before = await allCounts(connection);
  const columns = columnsOf(countColumns);
  await connection.deleteFrom("daily_count").execute();
  await connection
    .insertInto("daily_count")
    .columns(columns)
    .expression((from) => from.selectFrom("kept_count").select(columns))
    .execute();
  await connection.updateTable("inquiry").set({ version: null, waiting: 0, withdrawn: 0, counts: "[]" }).execute();
  await deriveUnderived(connection, history, given);
  return difference(before, await allCounts(connection)).length;
}

/**
 * Works out what was received on these days by the newest version again, answered or not; both dates stay.
 *
 * @returns how many due dates it moved
 */
export async function recalculate(
  connection: Kysely<Tables>,
  history: HistoryReader,
  span: { readonly from: LocalDay; readonly to: LocalDay },
  at: Instant,
  given: RowsDialect,
): Promise<number> {
  const { versions, recalculations } = await history(connection);
  const newest = versions[versions.length - 1];
  if (newest === undefined) throw new RangeError("a policy has a version");
  const number = recalculations.length + 1;
  await connection
    .insertInto("recalculation")
    .values({ number, at, from_day: span.from, to_day: span.to, version: newest.number })
    .execute();
  const { calendar } = newest.rules;
  const [first, end] = [calendar.instantAt(span.from, 0), calendar.instantAt(addDays(span.to, 1), 0)];
  const pages = pagesOf(connection, (row) => row.and([row("received_at", ">=", first), row("received_at", "<", end)]));
  let moved = 0;
  for await (const page of pages) {
    const dates = await movedDates(connection, history, page, given);
    moved += dates.length;
    const rows = dates.map((date) => ({ ...date, recalculation: number }));
    if (rows.length > 0) await connection.insertInto("moved_date").values(rows).execute();
  }
  return moved;
}

type Dated = Pick<InquiryRow, "inquiry" | "due_at">;

/** In the order of their ids, so that what is done with a page decides nothing of the next; none is empty. */
async function* pagesOf(
  connection: Kysely<Tables>,
  isWanted: (row: ExpressionBuilder<Tables, "inquiry">) => Expression<SqlBool>,
): AsyncGenerator<readonly Dated[]> {
  for (let after = ""; ;) {
    const page = await connection
      .selectFrom("inquiry")
      .select(["inquiry", "due_at"])
      .where(isWanted)
      .where("inquiry", ">", after)
      .orderBy("inquiry")
      .limit(atOnce)
      .execute();
    const last = page[page.length - 1];
    if (last === undefined) return;
    yield page;
    after = last.inquiry;
  }
}

/** Derives them anew. @returns those whose due date is another now */
async function movedDates(
  connection: Kysely<Tables>,
  history: HistoryReader,
  before: readonly Dated[],
  given: RowsDialect,
): Promise<readonly Omit<MovedDateRow, "recalculation">[]> {
  const names = before.map(({ inquiry }) => inquiry);
  await fold(connection, names, await history(connection), given);
  await turn();
  const now = await connection
    .selectFrom("inquiry")
    .select(["inquiry", "due_at"])
    .where(given.isAmong("inquiry", names))
    .execute();
  const after = new Map(now.map(({ inquiry, due_at: dueAt }) => [inquiry, dueAt]));
  return before.flatMap(({ inquiry, due_at: dueBefore }) => {
    const dueAfter = after.get(inquiry) ?? null;
    const isSame = (dueBefore === null) === (dueAfter === null) && Number(dueBefore) === Number(dueAfter);
    return isSame ? [] : [{ inquiry, due_before: dueBefore, due_after: dueAfter }];
  });
}

async function allCounts(connection: Kysely<Tables>): Promise<readonly Count[]> {
  const rows = await connection.selectFrom("daily_count").selectAll().execute();
  return rows.map(({ figure, day, ...row }) => ({ ...row, figure: figure as FigureName, day: day as LocalDay | "" }));
}
