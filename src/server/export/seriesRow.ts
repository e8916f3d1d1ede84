/** A period of a series as a row of a table, in columns that docs/export.md explains. */
import type * as z from "zod/mini";
import type { seriesSchema } from "../../contract/series.ts";
import { instant, isoOf } from "../../domain/time.ts";
import { csvLine, type Cell } from "./csv.ts";

type Series = z.infer<typeof seriesSchema>;
type Part = Series["series"][number];
type Period = Part["periods"][number];
type Cohort = NonNullable<Period["was"]>;

/** What can be stated, and become another by what is told later. */
const cohortColumns: Readonly<Record<string, (figures: Cohort) => Cell>> = {
  received: ({ received }) => received,
  due: ({ due }) => due,
  met: ({ met }) => met,
  metByHolding: ({ metByHolding }) => metByHolding,
  dueAnnounced: ({ announced }) => announced.due,
  metAnnounced: ({ announced }) => announced.met,
  replied: ({ replied }) => replied,
  repliedAnotherWay: ({ repliedAnotherWay }) => repliedAnotherWay,
  excluded: ({ excluded }) => Object.values(excluded).reduce((total, count) => total + count, 0),
  excludedReasons: ({ excluded }) =>
    Object.entries(excluded)
      .map(([reason, count]) => `${reason}=${count}`)
      .join(" "),
  excludedAfterDue: ({ excludedAfterDue }) => excludedAfterDue,
  promisesMade: ({ promises }) => promises.made,
  promisesKept: ({ promises }) => promises.kept,
  promisesBroken: ({ promises }) => promises.broken,
  compliments: ({ compliments }) => compliments,
};

const periodColumns: Readonly<Record<string, (period: Period) => Cell>> = {
  from: ({ from }) => from,
  to: ({ to }) => to,
  soFar: ({ soFar }) => soFar,
  ...cohortColumns,
  late: ({ late }) => late,
  overdue: ({ overdue }) => overdue,
  medianMinutes: ({ medianMinutes }) => medianMinutes,
  ninetiethMinutes: ({ ninetiethMinutes }) => ninetiethMinutes,
  backlog: ({ backlog }) => backlog,
  overdueAtEnd: ({ overdueAtEnd }) => overdueAtEnd,
  datesMoved: ({ moved }) => moved.reduce((total, { count }) => total + count, 0),
  datesMovedAt: ({ moved }) => moved.map(({ at, count }) => `${isoOf(instant(at))}=${count}`).join(" "),
  statedAt: ({ statedAt }) => (statedAt === null ? null : isoOf(instant(statedAt))),
};

/** "wasDue": as it was stated, where one of the period's figures is another now. */
const statedName = (name: string): string => `was${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

const columns: readonly (readonly [string, (series: Series, part: Part, period: Period) => Cell])[] = [
  ["by", ({ by }) => by],
  ["department", ({ department }) => department],
  ["function", ({ function: work }) => work],
  ["channel", ({ channel }) => channel],
  ["of", (_series, { of }) => of],
  ["departments", (_series, { departments }) => departments.join(" ")],
  ["whole", (_series, { whole }) => whole],
  ...Object.entries(periodColumns).map(
    ([name, column]) => [name, (_series: Series, _part: Part, period: Period) => column(period)] as const,
  ),
  ...Object.entries(cohortColumns).map(
    ([name, column]) =>
      [
        statedName(name),
        (_series: Series, _part: Part, { was }: Period) => (was === null ? null : column(was)),
      ] as const,
  ),
  ["sampleData", ({ sampleData }) => sampleData],
];

export const seriesColumnNames: readonly string[] = columns.map(([name]) => name);

/** @returns the whole table, its names first */
export function seriesCsv(series: Series): string {
  const rows = series.series.flatMap((part) =>
    part.periods.map((period) => columns.map(([, column]) => column(series, part, period))),
  );
  return [seriesColumnNames, ...rows].map(csvLine).join("");
}
