/** An inquiry as a row of a table, in columns that docs/export.md explains: the same for the command and for the service. */
import type { Rules } from "../../domain/inquiry/rules.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import { replyMinutes } from "../../domain/timeliness/counts.ts";
import type { MovedDate } from "../../domain/timeliness/moved.ts";
import { isoOf, type Instant, type LocalDay } from "../../domain/time.ts";
import { csvLine, type Cell } from "./csv.ts";

export interface TakenApart {
  readonly standing: Standing;
  /** Those of the policy version by which it goes. */
  readonly rules: Rules;
  /** Its due date's last move by a recalculation; null: none moved it. */
  readonly moved: MovedDate | null;
}

const columns = {
  inquiry: ({ standing }) => standing.inquiry,
  channel: ({ standing }) => standing.channel,
  department: ({ standing }) => standing.department,
  datedBy: ({ standing }) => standing.datedBy,
  receivedDay,
  receivedAt: ({ standing }) => isoOf(standing.receivedAt),
  timeSource: ({ standing }) => standing.timeSource,
  dueDay: ({ standing }) => standing.due?.dueDay ?? null,
  dueAt: ({ standing }) => isoOrNull(standing.due?.dueAt ?? null),
  announcedDueDay: ({ standing }) => standing.announced?.dueDay ?? null,
  dueBefore: ({ moved }) => isoOrNull(moved?.dueBefore ?? null),
  dueAfter: ({ moved }) => isoOrNull(moved?.dueAfter ?? null),
  recalculatedAt: ({ moved }) => isoOrNull(moved?.at ?? null),
  metAt: ({ standing }) => isoOrNull(standing.metAt),
  metBy: ({ standing }) => standing.metBy?.replyKind ?? null,
  metWay: ({ standing }) => standing.metBy?.way ?? null,
  replyMinutes: ({ standing, rules }) =>
    standing.metAt === null ? null : replyMinutes(standing.receivedAt, standing.metAt, standing, rules),
  outcome: ({ standing }) => standing.outcome,
  excluded: ({ standing }) => standing.excludedReason,
  excludedAfterDue: ({ standing }) => standing.excludedAfterDue,
  acknowledgedAt: ({ standing }) => isoOrNull(standing.acknowledgedAt),
  promisedDay: ({ standing }) => standing.promise?.day ?? null,
  promiseKept: ({ standing }) => standing.promise?.kept ?? null,
  closedAt: ({ standing }) => isoOrNull(standing.closedAt),
  compliments: ({ standing }) => standing.compliments.length,
  policyVersion: ({ rules }) => rules.policy.version,
} as const satisfies Readonly<Record<string, (inquiry: TakenApart) => Cell>>;

export type ColumnName = keyof typeof columns;

export const columnNames = Object.keys(columns) as readonly ColumnName[];

/** From which it could be seen how long a reply took. */
export const replyTimeColumns: ReadonlySet<ColumnName> = new Set([
  "metAt",
  "replyMinutes",
  "acknowledgedAt",
  "closedAt",
]);

const nothing: ReadonlySet<ColumnName> = new Set();

/** @param hidden columns that are left empty */
export function inquiryRow(inquiry: TakenApart, hidden = nothing): readonly Cell[] {
  return columnNames.map((name) => (hidden.has(name) ? null : columns[name](inquiry)));
}

/** How a table of inquiries is written: what comes first, and a line for each row. */
export interface RowFormat {
  readonly head: string;
  readonly line: (row: readonly Cell[]) => string;
}

export const csvFormat: RowFormat = { head: csvLine(columnNames), line: csvLine };

/** An object with a field for each column, one a line. */
export const ndjsonFormat: RowFormat = {
  head: "",
  line: (row) => `${JSON.stringify(Object.fromEntries(columnNames.map((name, n) => [name, row[n]])))}\n`,
};

/** In the zone of the calendar that says its dates. */
export function receivedDay({ standing, rules }: TakenApart): LocalDay {
  return rules.calendarOf(standing.datedBy).localDay(standing.receivedAt);
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
