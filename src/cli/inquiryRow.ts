/** An inquiry as a row of a table, in columns that docs/export.md explains. */
import type { Rules } from "../domain/inquiry/rules.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import { replyMinutes } from "../domain/timeliness/counts.ts";
import { isoOf, type Instant, type LocalDay } from "../domain/time.ts";
import type { Cell } from "./csv.ts";

export interface TakenApart {
  readonly standing: Standing;
  /** Those of the policy version by which it goes. */
  readonly rules: Rules;
}

const columns: Readonly<Record<string, (inquiry: TakenApart) => Cell>> = {
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
};

export const columnNames: readonly string[] = Object.keys(columns);

export function inquiryRow(inquiry: TakenApart): readonly Cell[] {
  return Object.values(columns).map((column) => column(inquiry));
}

/** In the zone of the calendar that says its dates. */
export function receivedDay({ standing, rules }: TakenApart): LocalDay {
  return rules.calendarOf(standing.datedBy).localDay(standing.receivedAt);
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
