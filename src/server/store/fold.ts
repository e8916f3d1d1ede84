/** Derives inquiries from their facts, and puts the difference on the daily counts, in the transaction of the facts. */
import { type Kysely, sql } from "kysely";
import { heldBy, type History } from "../../domain/inquiry/inForce.ts";
import type { Fact } from "../../domain/inquiry/fact.ts";
import { countsOf, type Count, type FigureName } from "../../domain/timeliness/counts.ts";
import { difference, summed } from "../../domain/timeliness/tally.ts";
import type { LocalDay } from "../../domain/time.ts";
import { factOf, type CountRow, type InquiryRow, type Tables } from "./tables.ts";
import { chunks } from "./transaction.ts";

/**
 * Gives each inquiry a row, and locks it until the transaction ends: who adds to an inquiry sees what others added before.
 * Always in the same order, so that two processes cannot block each other.
 */
export async function lockInquiries(
  connection: Kysely<Tables>,
  inquiries: readonly string[],
  locksRows: boolean,
): Promise<void> {
  const names = [...new Set(inquiries)].sort();
  for (const some of chunks(names, 1000)) {
    const rows = some.map((inquiry): InquiryRow => ({ ...underived, inquiry }));
    await connection
      .insertInto("inquiry")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (!locksRows) continue;
    await connection
      .selectFrom("inquiry")
      .select("inquiry")
      .where("inquiry", "in", some)
      .orderBy("inquiry")
      .forUpdate()
      .execute();
  }
}

const underived: Omit<InquiryRow, "inquiry"> = {
  ...{ version: null, department: "", channel: "", dated_by: null },
  ...{ received_at: null, due_at: null, due_day: null, waiting: 0, withdrawn: 0, counts: "[]" },
};

/** @param inquiries locked (`lockInquiries`), each once */
export async function fold(connection: Kysely<Tables>, inquiries: readonly string[], history: History): Promise<void> {
  const changes: Count[] = [];
  for (const some of chunks(inquiries, 500)) {
    const before = await connection.selectFrom("inquiry").selectAll().where("inquiry", "in", some).execute();
    const facts = await factsOf(connection, some);
    const after = before.map((row) => derived(row.inquiry, facts.get(row.inquiry) ?? [], history));
    changes.push(...before.flatMap((row, index) => changed(row, after[index] ?? row)));
    await write(connection, after);
  }
  await addCounts(connection, summed(changes));
}

async function factsOf(connection: Kysely<Tables>, inquiries: readonly string[]): Promise<Map<string, Fact[]>> {
  const rows = await connection.selectFrom("fact").selectAll().where("inquiry", "in", inquiries).execute();
  const facts = new Map<string, Fact[]>();
  for (const row of rows) {
    const known = facts.get(row.inquiry);
    if (known === undefined) facts.set(row.inquiry, [factOf(row)]);
    else known.push(factOf(row));
  }
  return facts;
}

function derived(inquiry: string, facts: readonly Fact[], history: History): InquiryRow {
  const held = heldBy(facts, history);
  const newest = history.versions[history.versions.length - 1]?.number ?? null;
  // What only answers something that nobody told of yet counts nowhere.
  if (held === null) return { ...underived, inquiry, version: newest };
  const { version, standing } = held;
  const { channel, datedBy, receivedAt, due, metAt, excludedReason } = standing;
  const counts = summed(countsOf(standing, version.rules));
  return {
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
}

function changed(before: InquiryRow, after: InquiryRow): readonly Count[] {
  return difference(storedCounts(before), storedCounts(after));
}

export function storedCounts({ department, channel, counts }: InquiryRow): readonly Count[] {
  const stored = JSON.parse(counts) as readonly (readonly [FigureName, LocalDay | "", string, number])[];
  return stored.map(([figure, day, part, count]) => ({ figure, department, channel, day, part, count }));
}

async function write(connection: Kysely<Tables>, rows: readonly InquiryRow[]): Promise<void> {
  await connection
    .insertInto("inquiry")
    .values(rows)
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
  table: "daily_count" | "kept_count" = "daily_count",
): Promise<void> {
  for (const some of chunks(counts, 2000)) {
    const rows = some.map(({ department, figure, day, channel, part, count }): CountRow => {
      return { department, figure, day, channel, part, count };
    });
    await connection
      .insertInto(table)
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(["department", "figure", "day", "channel", "part"])
          .doUpdateSet({ count: sql`${sql.ref(`${table}.count`)} + excluded.count` }),
      )
      .execute();
  }
}
