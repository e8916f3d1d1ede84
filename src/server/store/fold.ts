/** Derives inquiries from their facts, and puts the difference on the daily counts, in the transaction of the facts. */
import { type Kysely, sql } from "kysely";
import { groupedBy } from "../../domain/grouped.ts";
import { heldBy, type History } from "../../domain/inquiry/inForce.ts";
import type { Fact, InquiryId } from "../../domain/inquiry/fact.ts";
import { countsOf, isCounted, type Count, type FigureName } from "../../domain/timeliness/counts.ts";
import { negated, summed } from "../../domain/timeliness/tally.ts";
import type { LocalDay } from "../../domain/time.ts";
import { columnsOf, type RowsDialect } from "./rows.ts";
import { countColumns, factOf, type FactRow, inquiryColumns, type InquiryRow, type Tables } from "./tables.ts";
import type { Dialect } from "./transaction.ts";

/**
 * Where several may add at once: gives each inquiry a row, and locks it until the transaction ends, so that who adds to it
 * sees what others added before. Always in the same order, so that two processes cannot block each other.
 */
export async function lockInquiries(
  connection: Kysely<Tables>,
  inquiries: readonly string[],
  { locksRows, given }: Dialect,
): Promise<void> {
  if (!locksRows) return;
  const names = [...new Set(inquiries)].sort();
  const rows = names.map((inquiry): InquiryRow => ({ ...underived, inquiry }));
  await connection
    .insertInto("inquiry")
    .columns(columnsOf(inquiryColumns))
    .expression(given.rows(inquiryColumns, rows))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const mine = connection.selectFrom("inquiry").select("inquiry").where(given.isAmong("inquiry", names));
  await mine.orderBy("inquiry").forUpdate().execute();
}

const underived: Omit<InquiryRow, "inquiry"> = {
  ...{ version: null, department: "", channel: "", dated_by: null },
  ...{ received_at: null, due_at: null, due_day: null, waiting: 0, withdrawn: 0, counts: "[]" },
};

/** As many as are held in memory at once. */
const atOnce = 1000;

/** @param inquiries locked (`lockInquiries`), each once */
export async function fold(
  connection: Kysely<Tables>,
  inquiries: readonly string[],
  history: History,
  given: RowsDialect,
): Promise<void> {
  await addCounts(connection, summed(await derive(connection, inquiries, history, given)), given);
}

/** The same without the counts. @returns what is to be put on them, once summed */
export async function derive(
  connection: Kysely<Tables>,
  inquiries: readonly string[],
  history: History,
  given: RowsDialect,
): Promise<readonly Count[]> {
  const changes: Count[] = [];
  for (let from = 0; from < inquiries.length; from += atOnce) {
    const names = inquiries.slice(from, from + atOnce);
    const isMine = given.isAmong("inquiry", names);
    const rows = await connection.selectFrom("inquiry").selectAll().where(isMine).execute();
    const known = new Map(rows.map((row) => [row.inquiry, row]));
    const before = names.map((inquiry): InquiryRow => known.get(inquiry) ?? { ...underived, inquiry });
    const facts = grouped(await connection.selectFrom("fact").selectAll().where(isMine).execute());
    const after = before.map((row) => derived(row.inquiry, facts.get(row.inquiry as InquiryId) ?? [], history));
    for (const row of before) changes.push(...negated(storedCounts(row)));
    for (const { counts } of after) changes.push(...counts);
    await write(
      connection,
      after.map(({ row }) => row),
      given,
    );
  }
  return changes;
}

export function grouped(rows: readonly FactRow[]): ReadonlyMap<InquiryId, readonly Fact[]> {
  return groupedBy(rows.map(factOf), ({ inquiry }) => inquiry);
}

interface Derived {
  readonly row: InquiryRow;
  readonly counts: readonly Count[];
}

function derived(inquiry: string, facts: readonly Fact[], history: History): Derived {
  const held = heldBy(facts, history);
  const newest = history.versions[history.versions.length - 1]?.number ?? null;
  // What only answers something that nobody told of yet counts nowhere.
  if (held === null) return { row: { ...underived, inquiry, version: newest }, counts: [] };
  const { version, standing } = held;
  const { channel, datedBy, receivedAt, due, metAt, excludedReason } = standing;
  const counts = countsOf(standing, version.rules);
  const row = {
    inquiry,
    version: version.number,
    department: standing.department ?? "",
    channel,
    dated_by: datedBy,
    received_at: receivedAt,
    due_at: due?.dueAt ?? null,
    due_day: due?.dueDay ?? null,
    waiting: metAt === null && excludedReason === null ? 1 : 0,
    withdrawn: excludedReason === "private" ? 1 : 0,
    counts: JSON.stringify(counts.map(({ figure, day, part, count }) => [figure, day, part, count])),
  };
  return { row, counts };
}

/** @returns without figures that an earlier version counted */
export function storedCounts({ department, channel, counts }: typeof underived): readonly Count[] {
  const stored = JSON.parse(counts) as readonly (readonly [FigureName, LocalDay | "", string, number])[];
  return stored
    .filter(([figure]) => isCounted(figure))
    .map(([figure, day, part, count]) => ({ figure, department, channel, day, part, count }));
}

async function write(connection: Kysely<Tables>, rows: readonly InquiryRow[], given: RowsDialect): Promise<void> {
  await connection
    .insertInto("inquiry")
    .columns(columnsOf(inquiryColumns))
    .expression(given.rows(inquiryColumns, rows))
    .onConflict((conflict) =>
      conflict.column("inquiry").doUpdateSet((row) => ({
        version: row.ref("excluded.version"),
        department: row.ref("excluded.department"),
        channel: row.ref("excluded.channel"),
        dated_by: row.ref("excluded.dated_by"),
        received_at: row.ref("excluded.received_at"),
        due_at: row.ref("excluded.due_at"),
        due_day: row.ref("excluded.due_day"),
        waiting: row.ref("excluded.waiting"),
        withdrawn: row.ref("excluded.withdrawn"),
        counts: row.ref("excluded.counts"),
      })),
    )
    .execute();
}

/**
 * @param counts in the order of their keys: two processes that add to the same ones cannot block each other
 * @param table the daily counts, or those of inquiries whose facts are no longer kept
 */
export async function addCounts(
  connection: Kysely<Tables>,
  counts: readonly Count[],
  given: RowsDialect,
  table: "daily_count" | "kept_count" = "daily_count",
): Promise<void> {
  if (counts.length === 0) return;
  await connection
    .insertInto(table)
    .columns(columnsOf(countColumns))
    .expression(given.rows(countColumns, counts))
    .onConflict((conflict) =>
      conflict
        .columns(["department", "figure", "day", "channel", "part"])
        .doUpdateSet({ count: sql`${sql.ref(`${table}.count`)} + excluded.count` }),
    )
    .execute();
}
