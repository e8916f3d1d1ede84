/** Reads what figures period by period are made of. */
import type { Kysely } from "kysely";
import { addDays } from "../../domain/calendar/localDay.ts";
import { standingFigures } from "../../domain/timeliness/series.ts";
import { statedFigures } from "../../domain/timeliness/stated.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import { allDepartments, countsAsked, dueYetToday } from "./countsQuery.ts";
import type { SeriesPart, SeriesQuestion } from "./factStore.ts";
import type { Tables } from "./tables.ts";

/** Before every day that can be counted, and after "", the day of what is never due. */
const beginning = "0001-01-01" as LocalDay;

export async function seriesAsked(
  connection: Kysely<Tables>,
  question: SeriesQuestion,
  today: LocalDay,
  now: Instant,
): Promise<readonly SeriesPart[]> {
  const departments = question.departments ?? (await allDepartments(connection));
  if (question.breakdown !== "department") return partsOf(connection, { ...question, departments }, today, now);
  const parts: SeriesPart[] = [];
  for (const department of departments) {
    const asked = { ...question, departments: [department], breakdown: null };
    parts.push(...(await partsOf(connection, asked, today, now)).map((part) => ({ ...part, of: department })));
  }
  return parts;
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
    counts: counts.filter((count) => count.channel === wanted),
    before: before.filter((count) => count.channel === wanted),
    dueYet: dueYet.filter((count) => count.channel === wanted),
    stated: stated.filter((count) => count.channel === wanted),
  });
  if (breakdown === "channel") {
    const channels = [...new Set([...counts, ...before, ...stated].map((count) => count.channel))].sort();
    return channels.filter((each) => channel === null || each === channel).map(only);
  }
  return [channel === null ? { of: null, counts, before, dueYet, stated } : { ...only(channel), of: null }];
}
