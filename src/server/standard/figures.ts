/** Figures of past months as everyone may see them: only where the policy allows, and never of a few inquiries. */
import type { Logger } from "pino";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Rules } from "../../domain/inquiry/rules.ts";
import { type Month, pastMonths } from "../../domain/timeliness/months.ts";
import type { Share, SinceStated } from "../../domain/timeliness/statistics.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import type { Now } from "../clock.ts";

export interface MonthFigures extends Month, Share, SinceStated<Share> {
  /** Mailboxes of the whole city, and how many of them were looked through to the month's end. */
  readonly known: number;
  readonly seen: number;
}

/** The whole city's figures of those months, as they are known at `at`. */
export type MonthsOf = (months: readonly Month[], at: Instant) => Promise<readonly MonthFigures[]>;

export interface PublishedMonth {
  /** Such as "2026-10". */
  readonly month: string;
  /** Answered in time of all that were due; null where fewer than the minimum were due. */
  readonly met: number | null;
  readonly due: number | null;
  /** As stated on a day, where facts told later changed it; null too where either is fewer than the minimum. */
  readonly was: (Share & { readonly on: LocalDay }) | null;
  readonly known: number;
  readonly seen: number;
}

export interface PublishedFigures {
  /** Below this many inquiries nothing is shown of a month. */
  readonly minimum: number;
  /** Oldest first; null when they cannot be read at the moment. */
  readonly months: readonly PublishedMonth[] | null;
  /** True where invented data is among the figures. */
  readonly sampleData: boolean;
}

const monthsShown = 12;
/** The smallest group for which a share says anything (peers.md §4), where the policy names none. */
const usualMinimum = 5;
/** Anybody may ask, and each answer reads all facts: so they are read at most this often. */
const keptMs = 10 * 60_000;

export interface FiguresSource {
  readonly rules: Rules;
  readonly monthsOf: MonthsOf;
  readonly now: Now;
  readonly log: Logger;
  readonly sampleData: boolean;
}

/** @returns what tells the figures; null where the policy does not publish them */
export function publishedFigures({
  rules,
  monthsOf,
  now,
  log,
  sampleData,
}: FiguresSource): () => Promise<PublishedFigures | null> {
  const { privacy, countsFrom } = rules.policy;
  const minimum = privacy?.minimumGroup ?? usualMinimum;
  let kept: { readonly at: Instant; readonly months: Promise<readonly MonthFigures[] | null> } | null = null;

  const read = async (at: Instant): Promise<readonly MonthFigures[] | null> => {
    const months = pastMonths(rules.calendar.localDay(at), monthsShown);
    try {
      return await monthsOf(
        months.filter(({ to }) => countsFrom === undefined || countsFrom <= to),
        at,
      );
    } catch (error) {
      log.error({ err: error }, "the published figures cannot be read");
      return null;
    }
  };

  return async () => {
    if (privacy?.publishFigures !== true) return null;
    const at = now();
    if (kept === null || Math.abs(at - kept.at) >= keptMs) kept = { at, months: read(at) };
    const months = await kept.months;
    if (months === null) kept = null;
    return { minimum, months: months?.map((one) => published(one, minimum, rules.calendar)) ?? null, sampleData };
  };
}

function published(
  { from, met, due, statedAt, was, known, seen }: MonthFigures,
  minimum: number,
  calendar: BusinessCalendar,
): PublishedMonth {
  const month = from.slice(0, 7);
  if (due < minimum) return { month, met: null, due: null, was: null, known, seen };
  const isTold = was !== null && statedAt !== null && was.due >= minimum;
  return { month, met, due, was: isTold ? { ...was, on: calendar.localDay(statedAt) } : null, known, seen };
}
