/** Reads what figures period by period are made of. */
import type { Kysely } from "kysely";
import { addDays } from "../../domain/calendar/localDay.ts";
import { replyTimeFigure, standingFigures, type Period, type PeriodKind } from "../../domain/timeliness/series.ts";
import { statedFigures } from "../../domain/timeliness/stated.ts";
import type { Replies } from "../../domain/timeliness/told.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import { allDepartments, countsAsked, dueYetToday } from "./countsQuery.ts";
import type { SeriesFound, SeriesPart, SeriesQuestion } from "./factStore.ts";
import type { Tables } from "./tables.ts";

/** Before every day that can be counted, and after "", the day of what is never due. */
const beginning = "0001-01-01" as LocalDay;

export async function seriesAsked(
  connection: Kysely<Tables>,
  question: SeriesQuestion,
  today: LocalDay,
  now: Instant,
): Promise<SeriesFound> {
  const all = question.departments === null || question.sight === null ? await allDepartments(connection) : [];
  const departments = question.departments ?? all;
  const parts: SeriesPart[] = [];
  for (const [name, group] of groupsOf(departments, question.breakdown)) {
    const found = await partsOf(connection, { ...question, departments: group }, today, now);
    parts.push(...found.map((part) => ({ ...part, of: name ?? part.of })));
  }
  return { parts, replies: await repliesAsked(connection, question.sight ?? all, question, question.by) };
}

/** Departments of one name together, in the order of the names; all together where none is given. */
function groupsOf(
  departments: readonly string[],
  breakdown: SeriesQuestion["breakdown"],
): readonly (readonly [string | null, readonly string[]])[] {
  if (breakdown === null || breakdown === "channel") return [[null, departments]];
  const names = [...new Set(departments.map(breakdown))].sort();
  return names.map((name) => [name, departments.filter((department) => breakdown(department) === name)]);
}

export async function repliesAsked(
  connection: Kysely<Tables>,
  asked: readonly string[] | null,
  { from, to }: Period,
  by: PeriodKind,
): Promise<readonly Replies[]> {
  const figure = replyTimeFigure[by];
  const departments = asked ?? (await allDepartments(connection));
  if (figure === null || departments.length === 0) return [];
  const rows = await connection
    .selectFrom("daily_count")
    .select(["department", "channel", "day"])
    .select((row) => row.fn.sum("count").as("count"))
    .where("department", "in", departments)
    .where("figure", "=", figure)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .where("count", "<>", 0)
    .groupBy(["department", "channel", "day"])
    .execute();
  return rows.map(({ day, count, ...row }) => ({ ...row, day: day as LocalDay, count: Number(count) }));
}

async function partsOf(
  connection: Kysely<Tables>,
  question: SeriesQuestion & { readonly departments: readonly string[] },
  today: LocalDay,
  now: Instant,
): Promise<readonly SeriesPart[]> {
  const { departments, from, channel, breakdown, by } = question;
  const earlier = { departments, figures: standingFigures, from: beginning, to: addDays(from, -1), byDay: false };
  const counts = await countsAsked(connection, question);
  const stated = await countsAsked(connection, { ...question, figures: statedFigures, stated: by });
  const before = await countsAsked(connection, earlier);
  const dueYet = departments.length === 0 ? [] : await dueYetToday(connection, departments, today, now);
  const only = (wanted: string): SeriesPart => ({
    of: wanted,
    departments,
    counts: counts.filter((count) => count.channel === wanted),
    before: before.filter((count) => count.channel === wanted),
    dueYet: dueYet.filter((count) => count.channel === wanted),
    stated: stated.filter((count) => count.channel === wanted),
  });
  if (breakdown === "channel") {
    const channels = [...new Set([...counts, ...before, ...stated].map((count) => count.channel))].sort();
    return channels.filter((each) => channel === null || each === channel).map(only);
  }
  return [
    channel === null ? { of: null, departments, counts, before, dueYet, stated } : { ...only(channel), of: null },
  ];
}
