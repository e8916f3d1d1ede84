/** Reads what recalculations moved: of inquiries by name, and of the due dates in a span. */
import { type Kysely, type SqlBool, sql } from "kysely";
import { addDays } from "../../domain/calendar/localDay.ts";
import type { InquiryId } from "../../domain/inquiry/fact.ts";
import type { MovedDate, MovedDates } from "../../domain/timeliness/moved.ts";
import type { Period } from "../../domain/timeliness/series.ts";
import { instant, type Instant, type LocalDay } from "../../domain/time.ts";
import type { RowsDialect } from "./rows.ts";
import type { MovedDateRow, Tables } from "./tables.ts";

/** Of each inquiry the move that came last. */
export async function lastMoves(
  connection: Kysely<Tables>,
  names: readonly string[],
  given: RowsDialect,
): Promise<ReadonlyMap<InquiryId, MovedDate>> {
  const all = await connection.selectFrom("recalculation").select(["number", "at"]).execute();
  if (all.length === 0 || names.length === 0) return new Map();
  const at = new Map(all.map((one) => [one.number, instant(Number(one.at))]));
  const rows = await connection
    .selectFrom("moved_date")
    .selectAll()
    // By its key's two columns: it has no index for the second alone.
    .where("recalculation", "in", [...at.keys()])
    .where(given.isAmong("inquiry", names))
    .orderBy("recalculation")
    .execute();
  return new Map(
    rows.map((row) => [row.inquiry as InquiryId, movedDate(at.get(row.recalculation) ?? instant(0), row)] as const),
  );
}

/** @param departments "" for what belongs to none; null: all */
export async function movedDatesAsked(
  connection: Kysely<Tables>,
  departments: readonly string[] | null,
  days: Period,
): Promise<readonly MovedDates[]> {
  if (departments?.length === 0) return [];
  const [first, end] = [around(days.from, -1), around(days.to, 2)];
  const rows = await connection
    .selectFrom("moved_date")
    .innerJoin("recalculation", "recalculation.number", "moved_date.recalculation")
    .innerJoin("inquiry", "inquiry.inquiry", "moved_date.inquiry")
    .select(["recalculation.at", "inquiry.department", "inquiry.channel", "due_before", "due_after"])
    .select((row) => row.fn.countAll().as("count"))
    .where((row) => row.or([row.between("due_before", first, end), row.between("due_after", first, end)]))
    // What is off the clock has no date that anybody waits for; its counts say so.
    .where(sql<SqlBool>`inquiry.counts not like '%["excluded",%'`)
    .$if(departments !== null, (query) => query.where("inquiry.department", "in", departments ?? []))
    .groupBy(["recalculation.at", "inquiry.department", "inquiry.channel", "due_before", "due_after"])
    .execute();
  return rows.map(({ at, department, channel, count, ...row }) => ({
    ...{ ...movedDate(instant(Number(at)), row), department, channel, count: Number(count) },
  }));
}

/** In any zone a day lies within the one before it and the one after it in UTC. */
function around(day: LocalDay, days: number): Instant {
  return instant(Date.parse(`${addDays(day, days)}T00:00:00Z`));
}

function movedDate(at: Instant, row: Pick<MovedDateRow, "due_before" | "due_after">): MovedDate {
  const read = (value: number | string | null) => (value === null ? null : instant(Number(value)));
  return { at, dueBefore: read(row.due_before), dueAfter: read(row.due_after) };
}
