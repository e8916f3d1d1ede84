/** The figures counted the long way, inquiry by inquiry as each stands at that moment: an oracle for the daily counts. */
import { addDays, dayNumber, daysBetween, weekdayIndex } from "../../../src/domain/calendar/localDay.ts";
import type { Standing, StandingState } from "../../../src/domain/inquiry/standing.ts";
import type { Figures } from "../../../src/domain/timeliness/statistics.ts";
import type { StatisticsQuestion } from "../../../src/domain/timeliness/teamStatistics.ts";
import type { LocalDay } from "../../../src/domain/time.ts";

const openStates: readonly StandingState[] = ["onTrack", "dueSoon", "dueToday", "overdue", "noDate"];

/** @param standings as they are at the question's moment */
export function slowStatistics(
  standings: readonly Standing[],
  { rules, department, now, weeks, sampleData }: StatisticsQuestion,
): Omit<Figures, "replyTimes"> & { readonly replyTimes: Omit<Figures["replyTimes"], "medianMinutes"> } {
  const today = rules.calendar.localDay(now);
  const dayOf = rules.calendar.localDay.bind(rules.calendar);
  const ours = standings.filter((standing) => department === null || standing.department === department);
  const open = ours.filter(({ state }) => openStates.includes(state));
  const [from, to] = [addDays(today, 1 - 7 * weeks), today];
  const share = (of: readonly Standing[], first: LocalDay, last: LocalDay) => {
    const due = of.filter(
      (one) =>
        one.due !== null &&
        one.outcome !== null &&
        one.outcome !== "openOnTime" &&
        one.due.dueDay >= first &&
        one.due.dueDay <= last,
    );
    return { met: due.filter(({ outcome }) => outcome === "repliedOnTime").length, due: due.length };
  };
  const count = (of: readonly Standing[], state: StandingState) => of.filter((one) => one.state === state).length;
  const monday = addDays(today, -weekdayIndex(dayNumber(today)));
  const firstMonday = addDays(monday, -7 * weeks);
  const repliedIn = (first: LocalDay, last: LocalDay) =>
    ours.filter(
      ({ metAt, state }) => state !== "excluded" && metAt !== null && dayOf(metAt) >= first && dayOf(metAt) <= last,
    ).length;
  const off = ours.filter(
    ({ state, receivedAt }) => state === "excluded" && dayOf(receivedAt) >= from && dayOf(receivedAt) <= to,
  );
  const [oldest] = [...open].sort((a, b) => a.receivedAt - b.receivedAt);
  const channels = [...new Set([...Object.keys(rules.policy.channels), ...ours.map(({ channel }) => channel).sort()])];
  return {
    ...{ department, asOf: now, from, to, sampleData },
    compliance: share(ours, from, to),
    before: share(ours, addDays(from, -7 * weeks), addDays(from, -1)),
    replied: repliedIn(from, to),
    replyTimes: { from: firstMonday, to: addDays(monday, -1), replied: repliedIn(firstMonday, addDays(monday, -1)) },
    open: open.length,
    dueToday: count(open, "dueToday"),
    overdue: count(open, "overdue"),
    oldestOpenDays:
      oldest === undefined
        ? null
        : Math.max(0, rules.calendar.businessDaysBetween(dayOf(oldest.receivedAt), dayOf(now))),
    excluded: off.length,
    excludedReasons: Object.fromEntries(
      [...new Set(off.map(({ excludedReason }) => excludedReason ?? ""))].map((reason) => [
        reason,
        off.filter(({ excludedReason }) => excludedReason === reason).length,
      ]),
    ),
    excludedAfterDue: off.filter(({ excludedAfterDue }) => excludedAfterDue).length,
    channels: channels.map((channel) => {
      const mine = ours.filter((one) => one.channel === channel);
      const waiting = open.filter((one) => one.channel === channel);
      return {
        channel,
        ...share(mine, from, to),
        ...{ open: waiting.length, dueToday: count(waiting, "dueToday"), overdue: count(waiting, "overdue") },
      };
    }),
    weeks: Array.from({ length: 9 }, (_, index) => {
      const first = addDays(monday, 7 * (index - 8));
      const sunday = addDays(first, 6);
      return { from: first, ...share(ours, first, daysBetween(sunday, today) < 0 ? today : sunday) };
    }),
  };
}
