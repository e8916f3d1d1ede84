/** Every inquiry of a store, or some, as each is when its turn comes; never more than a page of them in memory. */
import { setImmediate as turn } from "node:timers/promises";
import { isLocalDay } from "../../domain/calendar/localDay.ts";
import { standingOf } from "../../domain/inquiry/derive.ts";
import type { Fact } from "../../domain/inquiry/fact.ts";
import { heldBy, type History } from "../../domain/inquiry/inForce.ts";
import { dayMs, instant, type Instant, type LocalDay } from "../../domain/time.ts";
import type { FactStore, InquiriesWanted } from "../store/factStore.ts";
import { receivedDay, type TakenApart } from "./inquiryRow.ts";

/** Days of receipt, both included; null: since the first, or to the last. */
export interface ReceiptDays {
  readonly from: LocalDay | null;
  readonly to: LocalDay | null;
}

export interface Exported {
  readonly facts: readonly Fact[];
  /** Null while nothing says that it arrived: it counts nowhere yet, and only an export of everything has it. */
  readonly inquiry: TakenApart | null;
}

export interface ExportQuestion {
  readonly days: ReceiptDays;
  /** Whose they are now, "" for those of none; null: all. */
  readonly departments: readonly string[] | null;
}

/** Looked at together; then the event loop turns, before which libsql frees nothing of what it read. */
const atOnce = 500;

/** Noon of a day in UTC is less than this from any moment of that day in any zone. */
const anyZoneMs = 2 * dayMs;

/** @param history what was in force when; at least one version */
export async function* exportedInquiries(
  store: FactStore,
  history: History,
  question: ExportQuestion,
  now: Instant,
): AsyncGenerator<readonly Exported[]> {
  const wanted = roughly(question);
  for (let after: string | null = ""; after !== null;) {
    const { inquiries, moved, last }: Awaited<ReturnType<FactStore["inquiriesAfter"]>> = await store.inquiriesAfter(
      after,
      atOnce,
      wanted,
    );
    const page = [...inquiries].map(([name, facts]) => {
      const inquiry = takenApart(facts, history, now);
      return { facts, inquiry: inquiry && { ...inquiry, moved: moved.get(name) ?? null } };
    });
    yield page.filter(({ inquiry }) => isWanted(inquiry, question));
    after = last;
    await turn();
  }
}

/** Days of receipt as they are asked for, each optional. @returns the field that is wrong, and how */
export function receiptDays(
  from: string | undefined,
  to: string | undefined,
): ReceiptDays | { readonly code: "noSuchDay" | "endsBeforeItBegins"; readonly field: "from" | "to" } {
  if (from !== undefined && !isLocalDay(from)) return { code: "noSuchDay", field: "from" };
  if (to !== undefined && !isLocalDay(to)) return { code: "noSuchDay", field: "to" };
  if (from !== undefined && to !== undefined && from > to) return { code: "endsBeforeItBegins", field: "to" };
  return { from: from ?? null, to: to ?? null };
}

/** For the database: it knows moments, and the days are those of each department's own calendar. */
function roughly({ days: { from, to }, departments }: ExportQuestion): InquiriesWanted {
  const around = (day: LocalDay, ms: number): Instant => instant(Date.parse(`${day}T12:00:00Z`) + ms);
  return {
    departments,
    receivedFrom: from === null ? null : around(from, -anyZoneMs),
    receivedTo: to === null ? null : around(to, anyZoneMs),
  };
}

function isWanted(inquiry: TakenApart | null, { days: { from, to }, departments }: ExportQuestion): boolean {
  if (inquiry === null) return from === null && to === null && departments === null;
  const day = receivedDay(inquiry);
  const isTheirs = departments === null || departments.includes(inquiry.standing.department ?? "");
  return isTheirs && (from === null || from <= day) && (to === null || day <= to);
}

function takenApart(facts: readonly Fact[], history: History, now: Instant): Omit<TakenApart, "moved"> | null {
  const rules = heldBy(facts, history)?.version.rules;
  const standing = rules === undefined ? null : standingOf(facts, rules, now);
  return rules === undefined || standing === null ? null : { standing, rules };
}
