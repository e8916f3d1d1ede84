/** A share of inquiries in words: under five, the two numbers stand in place of a percentage. */
import { percentOf } from "../../domain/timeliness/percent.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Share, WeekSinceStated } from "../../domain/timeliness/statistics.ts";
import type { Instant } from "../../domain/time.ts";
import { monthDay, type Language } from "../../domain/wording/dates.ts";
import type { Text, TeamText } from "../text/text.ts";

/** The smallest group for which a percentage or a median says anything (peers.md §4). */
export const smallestGroup = 5;

/** "93 %" or "3 of 4". */
export function shareInWords(share: Share, team: TeamText): string {
  return share.due < smallestGroup ? team.ofFew(share.met, share.due) : team.percent(percentOf(share));
}

/** The sentence that opens the team view. */
export function shareSentence(share: Share, team: TeamText): string {
  if (share.due === 0) return team.nothingDue;
  if (share.met === share.due) return team.every(share.due);
  return share.due < smallestGroup ? team.few(share.met, share.due) : team.share(percentOf(share));
}

/** "up from 89 %"; null where either period is too small to compare. */
export function trendInWords(now: Share, before: Share, team: TeamText): string | null {
  if (now.due < smallestGroup || before.due < smallestGroup) return null;
  const [here, there] = [percentOf(now), percentOf(before)];
  const words = team.percent(there);
  return here > there ? team.upFrom(words) : here < there ? team.downFrom(words) : team.sameAs(words);
}

export interface Change {
  readonly was: string;
  /** On which the week was stated, in short. */
  readonly day: string;
  readonly now: string;
}

/**
 * What a week's share was when it was stated, and what it is, with the numbers: a percentage alone can stay the same.
 *
 * @param calendar the city's, for the day; null before a policy was loaded: then nothing is said
 */
export function changeInWords(
  week: WeekSinceStated,
  calendar: BusinessCalendar | null,
  { team, language }: Text,
): Change | null {
  if (week.was === null || week.statedAt === null || calendar === null) return null;
  const words = (share: Share): string =>
    share.due < smallestGroup
      ? shareInWords(share, team)
      : team.withCounts(shareInWords(share, team), share.met, share.due);
  return {
    was: words(week.was),
    day: unbrokenDay(week.statedAt, calendar, language),
    now: words(week),
  };
}

/** "3 due dates moved on Nov 25 by a recalculation", for each recalculation that moved some of the week's. */
export function movesInWords(
  { moved }: Pick<WeekSinceStated, "moved">,
  calendar: BusinessCalendar | null,
  { team, language }: Text,
): readonly string[] {
  if (calendar === null) return [];
  return moved.map(({ at, count }) => team.datesMoved(count, unbrokenDay(at, calendar, language)));
}

function unbrokenDay(at: Instant, calendar: BusinessCalendar, language: Language): string {
  return monthDay(calendar.localDay(at), language).replaceAll(" ", "\u00a0");
}
