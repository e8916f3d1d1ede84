/** Nobody's history is rewritten: which dates hold when the policy or its calendar changes (design.md, rule 10). */
import type { Instant } from "../time.ts";
import type { Dates } from "./dates.ts";

export interface PolicyChange {
  /** The dates that held until now; null where nothing was due. */
  readonly before: Dates | null;
  /** The dates under the new version. */
  readonly after: Dates | null;
  /** When the response time was met, by whatever is known now; null while it is not. */
  readonly metAt: Instant | null;
  /** When the new version came into force. */
  readonly changedAt: Instant;
  /** An administrator ordered a recalculation, after a late correction of the closures, say. */
  readonly recalculated?: boolean;
}

/** Both values stay, so that a move can be said, logged and taken apart. */
export interface HeldDates {
  readonly dates: Dates | null;
  readonly before: Dates | null;
  readonly after: Dates | null;
  /** True when the dates that hold are others than before. */
  readonly moved: boolean;
}

/**
 * A new version moves the dates of an inquiry that is open and not yet overdue, as when a holiday is proclaimed. One that
 * was answered by then, or whose published due date had passed, keeps what it had, unless a recalculation is ordered.
 */
export function datesAfterChange(change: PolicyChange): HeldDates {
  const { before, after } = change;
  const dates = change.recalculated === true || isOpenAt(change) ? after : before;
  return { dates, before, after, moved: !isSame(dates, before) };
}

/** A reply or a due date exactly at the change: answered is answered, and not yet overdue is open. */
export function isOpenAt({ before, metAt, changedAt }: Pick<PolicyChange, "before" | "metAt" | "changedAt">): boolean {
  const isAnswered = metAt !== null && metAt <= changedAt;
  const isOverdue = before !== null && before.due.dueAt < changedAt;
  return !isAnswered && !isOverdue;
}

function isSame(a: Dates | null, b: Dates | null): boolean {
  return a?.due.dueAt === b?.due.dueAt && a?.announced?.dueAt === b?.announced?.dueAt;
}
