/** What a team's figures rest on, in one sentence: the mailboxes seen, those no longer watched, those nobody looked at. */
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { dayNumber, daysBetween, weekdayIndex } from "../../domain/calendar/localDay.ts";
import type { Coverage, TeamStatistics } from "../../domain/timeliness/statistics.ts";
import type { LocalDay } from "../../domain/time.ts";
import { dayInWords, weekdayInWords } from "../../domain/wording/dates.ts";
import type { PastDay, Text } from "../text/text.ts";

/**
 * "6 of 7 mailboxes looked at; 1 stopped watching; planning@… not looked at since Friday".
 *
 * @param calendar the city's, for its days; null before a policy was loaded: then only numbers are said
 */
export function coverageSentence(
  { coverage, asOf }: Pick<TeamStatistics, "coverage" | "asOf">,
  calendar: BusinessCalendar | null,
  text: Text,
): string {
  const { known, seen, stopped, unseen } = coverage;
  const { team } = text;
  if (known === 0) return team.messagesOpened;
  return [
    team.mailboxesSeen(seen, known),
    ...(stopped === 0 ? [] : [team.stoppedWatching(stopped)]),
    ...(calendar === null ? [] : unseenInWords(unseen, calendar, calendar.localDay(asOf), text)),
  ].join("; ");
}

/** Those last looked at on the same day are named together. */
function unseenInWords(
  unseen: Coverage["unseen"],
  calendar: BusinessCalendar,
  today: LocalDay,
  text: Text,
): readonly string[] {
  const byDay = new Map<LocalDay | null, string[]>();
  for (const { name, lookedThrough } of unseen) {
    const day = lookedThrough === null ? null : calendar.localDay(lookedThrough);
    byDay.set(day, [...(byDay.get(day) ?? []), shortAddress(name)]);
  }
  return [...byDay].map(([day, names]) => text.team.notSeen(names, day === null ? null : pastDay(day, today, text)));
}

/** The city knows its own domain. */
function shortAddress(address: string): string {
  return `${address.split("@")[0] ?? ""}@…`;
}

function pastDay(day: LocalDay, today: LocalDay, { language }: Text): PastDay {
  return daysBetween(day, today) < 7
    ? { kind: "weekday", words: weekdayInWords(weekdayIndex(dayNumber(day)), language) }
    : { kind: "date", words: dayInWords(day, language, today) };
}
