/** Reads the daily counts: days times departments, however many inquiries lie behind them. */
import { type Kysely, type SqlBool, sql } from "kysely";
import type { Counted } from "../../domain/timeliness/counted.ts";
import type { Count, FigureName } from "../../domain/timeliness/counts.ts";
import { instant, type Instant, type LocalDay } from "../../domain/time.ts";
import type { CountsQuestion } from "./factStore.ts";
import type { CountRow, Tables } from "./tables.ts";

/** Sums come as text from PostgreSQL. */
interface SummedRow {
  readonly figure: string;
  readonly day: string;
  readonly channel: string;
  readonly part: string;
  readonly count: number | string | bigint;
}

export async function countsAsked(connection: Kysely<Tables>, question: CountsQuestion): Promise<readonly Count[]> {
  const { figures, from, to, byDay = true, stated } = question;
  const day = byDay ? sql<string>`day` : sql<string>`''`;
  const departments = question.departments ?? (await allDepartments(connection));
  if (departments.length === 0 || figures.length === 0) return [];
  const table = stated === undefined ? "daily_count" : "stated_count";
  const counted = connection
    .selectFrom(sql<CountRow>`${sql.table(table)}`.as("counted"))
    .$if(stated !== undefined, (query) => query.where(sql<SqlBool>`kind = ${stated}`))
    .select(["figure", "channel", "part", day.as("day")])
    .where("department", "in", departments)
    .where("figure", "in", figures)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .where("count", "<>", 0);
  // A single department has each of them once: nothing is to be sorted and added up.
  if (byDay && departments.length === 1) return (await counted.select("count").execute()).map(countOf);
  const rows = await counted
    .select((row) => row.fn.sum("count").as("count"))
    .groupBy(byDay ? ["figure", "day", "channel", "part"] : ["figure", "channel", "part"])
    .execute();
  return rows.map(countOf);
}

export async function countedAsked(
  connection: Kysely<Tables>,
  question: CountsQuestion,
  today: LocalDay,
  now: Instant,
): Promise<Counted> {
  const departments = question.departments ?? (await allDepartments(connection));
  if (departments.length === 0) return { counts: [], dueYet: [], oldest: null };
  const asked = { ...question, departments, figures: question.figures.filter((figure) => figure !== "waiting") };
  const [counts, waiting, dueYet, oldest] = [
    await countsAsked(connection, asked),
    await waitingCounts(connection, departments),
    await dueYetToday(connection, departments, today, now),
    await oldestWaiting(connection, departments),
  ];
  return { counts: [...counts, ...waiting], dueYet, oldest };
}

/** Those that count now, and those that did when figures were stated. */
export async function allDepartments(connection: Kysely<Tables>): Promise<readonly string[]> {
  const names = [
    ...(await departmentsIn(connection, "daily_count")),
    ...(await departmentsIn(connection, "stated_count")),
  ];
  return [...new Set(names)].sort();
}

/** One step through the index for each, however many rows they have. */
async function departmentsIn(
  connection: Kysely<Tables>,
  name: "daily_count" | "stated_count",
): Promise<readonly string[]> {
  const table = sql.table(name);
  const { rows } = await sql<{ name: string }>`
    with recursive found(name) as (
      select min(department) from ${table}
      union all
      select (select min(department) from ${table} where department > found.name) from found where found.name is not null
    )
    select name from found where name is not null`.execute(connection);
  return rows.map((row) => row.name);
}

async function waitingCounts(connection: Kysely<Tables>, departments: readonly string[]): Promise<readonly Count[]> {
  const rows = await connection
    .selectFrom("daily_count")
    .select(["figure", "day", "channel", "part"])
    .select((row) => row.fn.sum("count").as("count"))
    // In the very words of its index, which holds nothing else.
    .where(sql<SqlBool>`figure = 'waiting' and count <> 0`)
    .where("department", "in", departments)
    .groupBy(["figure", "day", "channel", "part"])
    .execute();
  return rows.map(countOf);
}

export async function dueYetToday(
  connection: Kysely<Tables>,
  departments: readonly string[],
  today: LocalDay,
  now: Instant,
): Promise<Counted["dueYet"]> {
  const rows = await connection
    .selectFrom("inquiry")
    .select(["channel", "due_day"])
    .select((row) => row.fn.countAll().as("count"))
    .where(sql<SqlBool>`waiting = 1`)
    .where("department", "in", departments)
    .where("due_day", "<=", today)
    .where("due_at", ">=", now)
    .groupBy(["channel", "due_day"])
    .execute();
  return rows.map(({ channel, due_day: day, count }) => ({ channel, day: day as LocalDay, count: Number(count) }));
}

async function oldestWaiting(connection: Kysely<Tables>, departments: readonly string[]): Promise<Counted["oldest"]> {
  let oldest: Counted["oldest"] = null;
  for (const department of departments) {
    const row = await connection
      .selectFrom("inquiry")
      .select(["received_at", "dated_by"])
      .where(sql<SqlBool>`waiting = 1`)
      .where("department", "=", department)
      .orderBy("received_at")
      .limit(1)
      .executeTakeFirst();
    const receivedAt = row === undefined ? null : instant(Number(row.received_at));
    if (row !== undefined && receivedAt !== null && (oldest === null || receivedAt < oldest.receivedAt)) {
      oldest = { receivedAt, datedBy: row.dated_by };
    }
  }
  return oldest;
}

function countOf({ figure, day, channel, part, count }: SummedRow): Count {
  return {
    figure: figure as FigureName,
    department: "",
    channel,
    day: day as LocalDay | "",
    part,
    count: Number(count),
  };
}
