/** States figures, once for each day, week and month: copies its daily counts as they are, to be held against later ones. */
import { type Kysely, sql } from "kysely";
import { addDays } from "../../domain/calendar/localDay.ts";
import { periodKinds, type Period, type PeriodKind } from "../../domain/timeliness/series.ts";
import { statedFigures, statedWith, type Statement } from "../../domain/timeliness/stated.ts";
import { instant, type Instant, type LocalDay } from "../../domain/time.ts";
import { allDepartments } from "./countsQuery.ts";
import type { StatementRow, Tables } from "./tables.ts";

/** @returns the last day that is stated; null when none is */
export async function newestStated(connection: Kysely<Tables>): Promise<LocalDay | null> {
  const newest = await connection
    .selectFrom("statement")
    .select((row) => row.fn.max("to_day").as("day"))
    .executeTakeFirstOrThrow();
  return newest.day as LocalDay | null;
}

/**
 * States all days after the newest stated one, with the weeks and months that end on them; while nobody adds facts. Of a
 * database in which nothing is stated yet, the last day alone: what was to be seen of earlier ones is not known.
 *
 * @param last to be stated now; when it is already, nothing happens
 */
export async function state(connection: Kysely<Tables>, last: LocalDay, at: Instant): Promise<void> {
  const newest = await newestStated(connection);
  if (newest !== null && newest >= last) return;
  const days: Period = { from: newest === null ? last : addDays(newest, 1), to: last };
  const departments = await allDepartments(connection);
  for (const kind of periodKinds)
    for (const period of statedWith(days, kind)) await copyCounts(connection, departments, kind, period);
  await connection.insertInto("statement").values({ to_day: days.to, from_day: days.from, at }).execute();
}

async function copyCounts(
  connection: Kysely<Tables>,
  departments: readonly string[],
  kind: PeriodKind,
  { from, to }: Period,
): Promise<void> {
  if (departments.length === 0) return;
  await connection
    .insertInto("stated_count")
    .columns(["kind", "day", "department", "figure", "channel", "part", "count"])
    .expression((source) =>
      source
        .selectFrom("daily_count")
        .select([sql<PeriodKind>`${sql.lit(kind)}`.as("kind"), sql<string>`${sql.lit(from)}`.as("first")])
        .select(["department", "figure", "channel", "part"])
        .select((row) => row.fn.sum<number>("count").as("count"))
        .where("department", "in", departments)
        .where("figure", "in", statedFigures)
        .where("day", ">=", from)
        .where("day", "<=", to)
        .groupBy(["department", "figure", "channel", "part"])
        .having((row) => row.fn.sum("count"), "<>", 0),
    )
    .execute();
}

/** Those that state some of these days, oldest first. */
export async function statementsOf(connection: Kysely<Tables>, { from, to }: Period): Promise<readonly Statement[]> {
  const rows = await connection
    .selectFrom("statement")
    .selectAll()
    .where("to_day", ">=", from)
    .where("from_day", "<=", to)
    .orderBy("to_day")
    .execute();
  return rows.map(statementOf);
}

function statementOf(row: StatementRow): Statement {
  return { from: row.from_day as LocalDay, to: row.to_day as LocalDay, at: instant(Number(row.at)) };
}
