/** "I wrote on …, by when?" as it was asked, and as the domain's due date function takes it. */
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { isLocalDay } from "../../domain/calendar/localDay.ts";
import { minutesOf } from "../../domain/calendar/openHours.ts";
import { readingsOf } from "../../domain/calendar/wallClock.ts";
import type { DueQuestion } from "../../domain/deadline/explain.ts";
import type { Rules } from "../../domain/inquiry/rules.ts";
import { channelOf, mailChannel } from "../../domain/policy/responseDays.ts";
import type { LocalDay } from "../../domain/time.ts";
import { dayInWords, type Language, timeInWords } from "../../domain/wording/dates.ts";
import { nameIn } from "../../domain/wording/names.ts";
import { zoneYears } from "../zoneTable.ts";
import { words } from "./words.ts";

/** What was typed, for the form to show it again. */
export interface Asked {
  /** "" for plain mail. */
  readonly channel: string;
  /** "" for the city's own times. */
  readonly department: string;
  readonly day: string;
  readonly time: string;
}

export interface FieldProblem {
  readonly field: keyof Asked;
  /** What to do about it. */
  readonly message: string;
}

export type QuestionRead =
  | {
      readonly ok: true;
      readonly question: DueQuestion;
      /** That the clocks showed the time twice, where they did. */
      readonly note: string | null;
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** Longer than anything that can be answered. */
const longestText = 64;

/**
 * @param query `channel`, `department`, and the local day and time: `on` as "2026-11-23T15:10", or `day` and `time`
 * @returns null when nothing was asked
 */
export function askedIn(query: unknown): Asked | null {
  const given = (typeof query === "object" && query !== null ? query : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string => {
    const value = given[name];
    return typeof value === "string" ? value.trim().slice(0, longestText) : "";
  };
  if (["channel", "department", "on", "day", "time"].every((name) => given[name] === undefined)) return null;
  const [onDay = "", onTime = ""] = text("on").split("T");
  const [day, time] = given["on"] === undefined ? [text("day"), text("time")] : [onDay, onTime];
  return { channel: text("channel"), department: text("department"), day, time };
}

/** The question in the calendar's zone, or everything that keeps it from being one. @param today for saying years */
export function readQuestion(asked: Asked, rules: Rules, today: LocalDay, language: Language): QuestionRead {
  const { policy } = rules;
  const said = words[language].problem;
  const problems: FieldProblem[] = [];
  const channel = asked.channel === "" ? mailChannel(policy) : asked.channel;
  if (channelOf(policy, channel) === null) {
    const known = Object.values(policy.channels).map((one) => nameIn(one, language));
    problems.push({ field: "channel", message: said.channel(known.join(", ")) });
  }
  const department = asked.department === "" ? null : asked.department;
  if (department !== null && !Object.keys(policy.departments ?? {}).includes(department))
    problems.push({ field: "department", message: said.department });
  const calendar = rules.calendarOf(department);
  const day = dayOf(asked.day, calendar, language);
  if (typeof day !== "string") problems.push(day);
  const minutes = minutesOf(asked.time);
  if (minutes === null || minutes === 1440) problems.push({ field: "time", message: said.time });
  if (problems.length > 0 || typeof day !== "string" || minutes === null) return { ok: false, problems };

  const [receivedAt, second] = readingsOf(calendar, day, minutes);
  const time = timeInWords(minutes, language);
  if (receivedAt === undefined) {
    const message = said.skipped(time, dayInWords(day, language, today));
    return { ok: false, problems: [{ field: "time", message }] };
  }
  const question: DueQuestion = { policy, calendar, channel, department, receivedAt, timeSource: "person" };
  return { ok: true, question, note: second === undefined ? null : words[language].twice(time) };
}

/** The day asked about, if the calendar's closures and its zone's offsets reach it. */
function dayOf(text: string, { settings }: BusinessCalendar, language: Language): LocalDay | FieldProblem {
  const said = words[language].problem;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { field: "day", message: said.day };
  if (!isLocalDay(text)) return { field: "day", message: said.noSuchDay };
  const years = settings.closures.map(({ date }) => Number(date.slice(0, 4)));
  const firstYear = years.length === 0 ? zoneYears.first : Math.max(zoneYears.first, Math.min(...years));
  const [first, last] = [`${firstYear}-01-01`, `${zoneYears.last}-12-31`] as [LocalDay, LocalDay];
  if (first <= text && text <= last) return text;
  // Each with its year, as the other's is another one.
  return { field: "day", message: said.outside(dayInWords(first, language, last), dayInWords(last, language, first)) };
}
