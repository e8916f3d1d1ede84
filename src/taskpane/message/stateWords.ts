/** The three lines that open the message view: the sentence, the date and what is left. */
import type { MessageView } from "../../addin/addin.ts";
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Due } from "../../domain/deadline/due.ts";
import type { Standing } from "../../domain/inquiry/standing.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import { dayInWords, durationInWords } from "../../domain/wording/dates.ts";
import { offWord, ruleOff } from "./offWords.ts";
import { localTime, namedDay, timeOn } from "../dayNames.ts";
import type { Text } from "../text/text.ts";

export interface StateWords {
  readonly sentence: string;
  readonly date: string | null;
  readonly left: string | null;
}

interface Seen {
  readonly view: MessageView;
  readonly standing: Standing;
  readonly calendar: BusinessCalendar;
  readonly today: LocalDay;
  readonly text: Text;
}

/** How soon, for an open inquiry: a due day far off is told in business days. */
function openWords(due: Due, { view, standing, calendar, today, text }: Seen): StateWords {
  const { state } = text;
  const time = timeOn(due.dueDay, due.dueAt, calendar, text);
  const day = dayInWords(due.dueDay, text.language, today);
  const name = namedDay(due.dueDay, today, text);
  const daysLeft = view.businessDaysLeft ?? 0;
  if (standing.state === "overdue") {
    const sentence = daysLeft < 0 ? state.overdueBy(-daysLeft) : state.overdueSince(time);
    return { sentence, date: state.wasDue(day, time), left: null };
  }
  const date = state.by(day, time);
  const left =
    name.kind === "today" && view.businessMsLeft !== null
      ? state.leftToday(durationInWords(view.businessMsLeft, text.language))
      : state.daysLeft(daysLeft);
  if (standing.acknowledgedAt !== null) return { sentence: state.acknowledged(state.day(name)), date, left };
  if (name.kind === "date") return { sentence: state.dueInDays(daysLeft), date, left: null };
  return { sentence: state.due(state.day(name)), date, left };
}

function promisedWords({ standing, today, text }: Seen): StateWords {
  const { state } = text;
  if (standing.promise === null) return { sentence: state.replied, date: null, left: state.responseTimeMet };
  const { day } = standing.promise;
  const date = state.promisedThe(dayInWords(day, text.language, today));
  if (day < today) return { sentence: state.promiseMissed, date, left: state.stillOpen };
  const sentence = state.promised(state.day(namedDay(day, today, text)));
  return { sentence, date, left: state.responseTimeMet };
}

function repliedWords(seen: Seen): StateWords {
  const { view, standing, calendar, today, text } = seen;
  const { state } = text;
  const repliedDay = standing.metAt === null ? null : calendar.localDay(standing.metAt);
  const date =
    standing.metAt === null || repliedDay === null
      ? null
      : state.repliedOn(dayInWords(repliedDay, text.language, today), localTime(standing.metAt, calendar, text));
  const timely = timelyWords(seen, repliedDay);
  if (!view.answeredByTeam) return { sentence: timely, date, left: null };
  // Nameless: that somebody here answered is known, who it was is not asked.
  const time = standing.metAt !== null && repliedDay === today ? localTime(standing.metAt, calendar, text) : null;
  return { sentence: state.answeredByTeam(time), date: time === null ? date : null, left: timely };
}

/** Whether a reply kept the response time. */
function timelyWords({ standing, calendar, text }: Seen, repliedDay: LocalDay | null): string {
  const { state } = text;
  if (standing.state === "replied") return state.replied;
  if (standing.state === "repliedInTime") return state.repliedInTime;
  const late =
    standing.due === null || repliedDay === null ? 0 : calendar.businessDaysBetween(standing.due.dueDay, repliedDay);
  return state.repliedLate(Math.max(late, 0));
}

function offSentence(view: MessageView, { state, message }: Text): string {
  const decision = ruleOff(view);
  if (decision === null) return state.off(message.reason(view.standing?.excludedReason ?? ""));
  const tooOld = state.tooOld[decision.rule];
  if (tooOld !== undefined) return tooOld;
  const reason = message.reason(offWord(decision));
  if (!decision.probable) return state.off(reason);
  return decision.reason === "closing" ? state.probablyThanks : state.probablyOff(reason);
}

/**
 * Words for where the open message stands, as design-ui.md's table of states has them.
 *
 * @param now the instant that "today" and "tomorrow" are seen from; days are the city's
 */
export function stateWords(view: MessageView, calendar: BusinessCalendar, now: Instant, text: Text): StateWords {
  const { standing, triage } = view;
  const alone = (sentence: string): StateWords => ({ sentence, date: null, left: null });
  if (standing === null) return alone(triage.onTheClock ? text.state.unknown : offSentence(view, text));
  const seen: Seen = { view, standing, calendar, today: calendar.localDay(now), text };
  switch (standing.state) {
    case "excluded": {
      const left = standing.excludedAfterDue ? text.message.excludedAfterDue : null;
      return { ...alone(offSentence(view, text)), left };
    }
    case "promised":
      return promisedWords(seen);
    case "repliedInTime":
    case "repliedLate":
    case "replied":
      return repliedWords(seen);
    default:
      if (standing.due !== null) return openWords(standing.due, seen);
      return alone(standing.acknowledgedAt === null ? text.state.noDate : text.state.acknowledgedNoDate);
  }
}
