/** The product's own due dates, and the limit that no computation can pass: looking the answer up. */
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import type { Due } from "../../domain/deadline/due.ts";
import { dueDate } from "../../domain/deadline/dueDate.ts";
import type { CountingRules } from "../../domain/policy/policy.ts";
import type { Instant } from "../../domain/time.ts";
import type { Contender } from "./contender.ts";
import type { PlainOffice } from "./plainOffice.ts";
import { from, plainDueAt, promises, to } from "./questions.ts";

export function civicReply(calendar: BusinessCalendar, counting: CountingRules): Contender {
  return {
    name: "CivicReply",
    offsets: "policy",
    answer: ({ receivedAt, days }, answers) => {
      for (let index = 0; index < receivedAt.length; index += 1) {
        answers[index] = dueDate(calendar, counting, days[index] ?? 1, receivedAt[index] as Instant).dueAt;
      }
    },
  };
}

const slotMs = 30 * 60_000;

/** Every answer of those years, worked out before and whole as the product's: offices open and clocks change on the half hour. */
export function precomputed(office: PlainOffice, calendar: BusinessCalendar): Contender {
  const slots = (to - from) / slotMs;
  const answersByDays = Array.from({ length: Math.max(...promises) + 1 }, (_, days) =>
    promises.includes(days) ? dueBySlot(office, calendar, slots, days) : [],
  );
  return {
    name: "precomputed table (the limit)",
    offsets: "policy",
    answer: ({ receivedAt, days }, answers) => {
      for (let index = 0; index < receivedAt.length; index += 1) {
        const slot = Math.floor(((receivedAt[index] ?? 0) - from) / slotMs);
        answers[index] = answersByDays[days[index] ?? 1]?.[slot]?.dueAt ?? 0;
      }
    },
  };
}

function dueBySlot(office: PlainOffice, calendar: BusinessCalendar, slots: number, days: number): readonly Due[] {
  const { confirmedThrough = "" } = calendar.settings;
  return Array.from({ length: slots }, (_, slot) => {
    const dueAt = plainDueAt(office, from + slot * slotMs, days) as Instant;
    const dueDay = calendar.localDay(dueAt);
    return { dueAt, dueDay, provisional: dueDay > confirmedThrough };
  });
}
