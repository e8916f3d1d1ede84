/**
 * The tables, as Kysely sees them, and how a fact becomes a row. No column can hold a subject or a text; a person stands in
 * the list of who looked, and in `reply_by` where the policy turns named figures on.
 */
import type { Fact, FactBody, FactId, InquiryId } from "../../domain/inquiry/fact.ts";
import { instant } from "../../domain/time.ts";
import type { KnownMailbox } from "../../domain/timeliness/coverage.ts";
import type { PeriodKind } from "../../domain/timeliness/series.ts";
import type { ColumnTypes } from "./rows.ts";
import type { Taking } from "./factStore.ts";

export interface FactRow {
  inquiry: string;
  id: string;
  kind: string;
  /** Epoch milliseconds. PostgreSQL gives its 64-bit numbers as text. */
  at: number | string;
  said_at: number | string;
  by: string;
  /** The department that a received or departmentSet fact names. */
  department: string | null;
  /** JSON of what the kind adds. */
  details: string;
  taken_at: number | string;
  policy_version: string;
}

export interface CoverageRow {
  /** HMAC of its address: no address is stored. */
  mailbox: string;
  kind: string;
  department: string | null;
  /** Epoch milliseconds, as text from PostgreSQL. */
  looked_through: number | string | null;
  /** 1 or 0: SQLite has no booleans. */
  watching: number;
  said_at: number | string;
}

export const factColumns = {
  inquiry: "text",
  id: "text",
  kind: "text",
  at: "bigint",
  said_at: "bigint",
  by: "text",
  department: "text",
  details: "text",
  taken_at: "bigint",
  policy_version: "text",
} as const satisfies ColumnTypes;

/** Where an inquiry stands as far as the time of day decides nothing, and what it adds to the daily counts: derived. */
export interface InquiryRow {
  inquiry: string;
  /** Number of the policy version by which it goes; null: to be derived. */
  version: number | null;
  /** "" for none, as in the counts. */
  department: string;
  channel: string;
  /** The department whose calendar says its dates. */
  dated_by: string | null;
  received_at: number | string | null;
  due_at: number | string | null;
  due_day: string | null;
  /** 1 while it is on the clock and nothing has met the response time. */
  waiting: number;
  /** 1 once somebody said that it is private, 2 when an upkeep has seen it so: its facts go at the next one. */
  withdrawn: number;
  /** JSON: [figure, day, part, count] for each of its counts. */
  counts: string;
}

export const inquiryColumns = {
  inquiry: "text",
  version: "integer",
  department: "text",
  channel: "text",
  dated_by: "text",
  received_at: "bigint",
  due_at: "bigint",
  due_day: "text",
  waiting: "integer",
  withdrawn: "integer",
  counts: "text",
} as const satisfies ColumnTypes;

export const countColumns = {
  department: "text",
  figure: "text",
  day: "text",
  channel: "text",
  part: "text",
  count: "integer",
} as const satisfies ColumnTypes;

export interface CountRow {
  department: string;
  figure: string;
  day: string;
  channel: string;
  part: string;
  count: number;
}

/** Counts of a day, a week or a month as they were when it was stated; the day is its first. */
export interface StatedCountRow extends CountRow {
  kind: PeriodKind;
}

/** Days that were stated together. */
export interface StatementRow {
  to_day: string;
  from_day: string;
  at: number | string;
}

export interface PolicyVersionRow {
  number: number;
  etag: string;
  /** The document's own. */
  version: string;
  /** The policy as it is served, with its zones. */
  body: string;
  in_force_from: number | string;
}

export interface RecalculationRow {
  number: number;
  at: number | string;
  from_day: string;
  to_day: string;
  version: number;
}

/** A date that a recalculation moved; both values stay. */
export interface MovedDateRow {
  recalculation: number;
  inquiry: string;
  due_before: number | string | null;
  due_after: number | string | null;
}

/** What people did with the figures, with the policy, with facts. */
export interface AuditRow {
  id: string;
  at: number | string;
  /** The directory's id of who did it, and the name that the token gave; null for the service itself. */
  oid: string | null;
  name: string | null;
  deed: string;
  /** "" for the whole city. */
  department: string;
  /** JSON of what else is to be said; never of a customer. */
  details: string;
}

/** Whose reply met an inquiry's response time. */
export interface ReplyByRow {
  inquiry: string;
  /** Id of the reply. */
  fact: string;
  replied_at: number | string;
  tid: string;
  oid: string;
  name: string | null;
}

export const replyByColumns = {
  inquiry: "text",
  fact: "text",
  replied_at: "bigint",
  tid: "text",
  oid: "text",
  name: "text",
} as const satisfies ColumnTypes;

export interface Tables {
  fact: FactRow;
  inquiry: InquiryRow;
  daily_count: CountRow;
  /** Counts of inquiries whose facts are no longer kept: a rebuild begins with them. */
  kept_count: CountRow;
  statement: StatementRow;
  /** Written once and never changed, by a rebuild or an erasure neither: it holds totals alone. */
  stated_count: StatedCountRow;
  /** Inquiries of which nothing is taken any more. */
  erased: { inquiry: string; at: number | string };
  /** What was received before this is no longer kept, unless it still waits. */
  purge: { before: number | string; at: number | string };
  /** High-volume periods set while the service ran, as JSON. */
  period: { id: string; document: string; at: number | string };
  moved_date: MovedDateRow;
  audit: AuditRow;
  policy_version: PolicyVersionRow;
  recalculation: RecalculationRow;
  coverage: CoverageRow;
  /** Empty unless the policy turns named figures on. */
  reply_by: ReplyByRow;
  kept: { name: string; value: string };
  schema_version: { version: number; name: string };
}

function departmentNamed(fact: Fact): string | null {
  return fact.kind === "received" || fact.kind === "departmentSet" ? fact.department : null;
}

export function rowOf(fact: Fact, taking: Taking): FactRow {
  const { id, inquiry, kind, at, saidAt, by, ...details } = fact;
  return {
    inquiry,
    id,
    kind,
    at,
    said_at: saidAt,
    by,
    department: departmentNamed(fact),
    details: JSON.stringify(details),
    taken_at: taking.at,
    policy_version: taking.policyVersion,
  };
}

/** The fact again, as it was taken: rows are only ever written by `rowOf`, from a parsed fact. */
export function factOf(row: FactRow): Fact {
  const body = { ...(JSON.parse(row.details) as object), kind: row.kind } as FactBody;
  return {
    ...body,
    id: row.id as FactId,
    inquiry: row.inquiry as InquiryId,
    at: instant(Number(row.at)),
    saidAt: instant(Number(row.said_at)),
    by: row.by as Fact["by"],
  };
}

export function coverageRowOf({
  mailbox,
  kind,
  department,
  lookedThrough,
  watching,
  saidAt,
}: KnownMailbox): CoverageRow {
  return { mailbox, kind, department, looked_through: lookedThrough, watching: watching ? 1 : 0, said_at: saidAt };
}

export function mailboxOf({ mailbox, kind, department, ...row }: CoverageRow): KnownMailbox {
  return {
    mailbox,
    kind: kind as KnownMailbox["kind"],
    department,
    lookedThrough: row.looked_through === null ? null : instant(Number(row.looked_through)),
    watching: row.watching === 1,
    saidAt: instant(Number(row.said_at)),
  };
}
