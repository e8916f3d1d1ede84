/** The tables, as Kysely sees them, and how a fact becomes a row. No column can hold a person, a subject or a text. */
import type { Fact, FactBody, FactId, InquiryId } from "../../domain/inquiry/fact.ts";
import { instant } from "../../domain/time.ts";
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

export interface Tables {
  fact: FactRow;
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
