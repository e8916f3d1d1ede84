/** Due dates that recalculations moved, period by period: nobody's figures become others in silence (design rule 10). */
import type { Instant, LocalDay } from "../time.ts";
import type { Period } from "./series.ts";
import type { Part } from "./told.ts";

/** What happened to one inquiry's date. */
export interface MovedDate {
  /** When it was recalculated. */
  readonly at: Instant;
  /** Null: it had none, or has none. */
  readonly dueBefore: Instant | null;
  readonly dueAfter: Instant | null;
}

/** The same of several inquiries on the clock. */
export interface MovedDates extends MovedDate {
  /** Whose they are now, "" for none. */
  readonly department: string;
  readonly channel: string;
  readonly count: number;
}

/** How many due dates of a period one recalculation moved: away from it, into it, or within it. */
export interface Moved {
  readonly at: Instant;
  readonly count: number;
}

/** @param dayOf the local day of a moment @returns oldest first, none of nothing */
export function movedIn(
  all: readonly MovedDates[],
  { from, to }: Period,
  dayOf: (at: Instant) => LocalDay,
): readonly Moved[] {
  const isIn = (at: Instant | null): boolean => at !== null && from <= dayOf(at) && dayOf(at) <= to;
  const counts = new Map<Instant, number>();
  for (const { at, dueBefore, dueAfter, count } of all)
    if (isIn(dueBefore) || isIn(dueAfter)) counts.set(at, (counts.get(at) ?? 0) + count);
  return [...counts].map(([at, count]) => ({ at, count })).sort((a, b) => a.at - b.at);
}

/** Those of a part of the figures. */
export function movedOf(all: readonly MovedDates[], { departments, channel }: Part): readonly MovedDates[] {
  return all.filter((one) => departments.includes(one.department) && (channel === null || one.channel === channel));
}
