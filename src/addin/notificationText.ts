/** The one sentence over the message, at most 150 characters: Outlook allows no more (outlook-platform §2.1). */
import type { BusinessCalendar } from "../domain/calendar/businessCalendar.ts";
import type { Standing } from "../domain/inquiry/standing.ts";
import type { Instant } from "../domain/time.ts";
import { dayInWords, timeInWords, type Language } from "../domain/wording/dates.ts";

interface Wording {
  dueToday(time: string): string;
  overdue(day: string): string;
  due(day: string, time: string): string;
  replied: string;
  noDate: string;
  offTheClock: string;
}

const wordings: Readonly<Record<Language, Wording>> = {
  en: {
    dueToday: (time) => sentence(`Reply due today by ${time}`),
    overdue: (day) => `Reply overdue: it was due ${day}.`,
    due: (day, time) => sentence(`Reply due ${day}, by ${time}`),
    replied: "The response time of this message is met.",
    noDate: "No response time applies; a reply is still expected.",
    offTheClock: "No reply is expected to this message.",
  },
  fr: {
    dueToday: (time) => `Réponse due aujourd’hui avant ${time}.`,
    overdue: (day) => `Réponse en retard : elle était due le ${day}.`,
    due: (day, time) => `Réponse due le ${day}, avant ${time}.`,
    replied: "Le délai de réponse à ce message est respecté.",
    noDate: "Aucun délai de réponse ne s’applique; une réponse reste attendue.",
    offTheClock: "Aucune réponse n’est attendue à ce message.",
  },
};

/** "4:30 p.m." has its full stop already. */
function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

/** What the notification bar says by itself: only that a reply is due today or overdue; null otherwise. */
export function urgentText(
  standing: Standing | null,
  calendar: BusinessCalendar,
  now: Instant,
  language: Language,
): string | null {
  const urgent = standing?.state === "dueToday" || standing?.state === "overdue";
  return urgent ? dueText(standing, calendar, now, language) : null;
}

/** What it says when asked: where the message stands, whatever that is. */
export function dueText(
  standing: Standing | null,
  calendar: BusinessCalendar,
  now: Instant,
  language: Language,
): string {
  const words = wordings[language];
  if (standing === null || standing.excludedReason !== null) return words.offTheClock;
  if (standing.metAt !== null) return words.replied;
  if (standing.due === null) return words.noDate;
  const { dueDay, dueAt } = standing.due;
  const day = dayInWords(dueDay, language, calendar.localDay(now));
  const time = timeInWords(calendar.localMinutes(dueAt), language);
  if (standing.state === "overdue") return words.overdue(day);
  return standing.state === "dueToday" ? words.dueToday(time) : words.due(day, time);
}
