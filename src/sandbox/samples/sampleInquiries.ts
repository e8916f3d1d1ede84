/** A year of invented inquiries of colleagues, so that the team view has something to show. */
import type { BusinessCalendar } from "../../domain/calendar/businessCalendar.ts";
import { addDays } from "../../domain/calendar/localDay.ts";
import { dueDate } from "../../domain/deadline/dueDate.ts";
import type { Observation } from "../../domain/inquiry/fact.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { dayMs, type Instant, instant, minuteMs } from "../../domain/time.ts";
import { repeatableDice, weighted } from "./chance.ts";

export interface SampleInquiry {
  readonly internetMessageId: string;
  /** Which of the colleagues saw it. */
  readonly colleague: number;
  readonly observations: readonly Observation[];
}

const count = 300;
/** Of these the last ones come in the current week. */
const ofThisWeek = 14;
const days = 364;
const keptShare = 0.93;
const unansweredShare = 0.03;
/** Older ones have been found and answered, if late. */
const unansweredDays = 12;
const seed = 1077;

/** Weights by kind of channel: most inquiries are mail. */
const channelWeights: Readonly<Record<string, number>> = { email: 60, voicemail: 16, portal: 10, other: 8, letter: 6 };

export interface SampleRules {
  readonly policy: Policy;
  readonly calendar: BusinessCalendar;
}

/**
 * The same inquiries for the same policy and day.
 *
 * @param now nothing in them is later
 * @param colleagues how many people share them
 */
export function sampleInquiries(
  { policy, calendar }: SampleRules,
  now: Instant,
  colleagues: number,
): readonly SampleInquiry[] {
  const dice = repeatableDice(seed);
  const channels = Object.entries(policy.channels).map(
    ([id, channel]) => [id, channelWeights[channel.kind] ?? 5] as const,
  );
  const departments = Object.keys(policy.departments ?? {}).map((id, index) => [id, index === 0 ? 8 : 2] as const);
  return Array.from({ length: count }, (_, index) => {
    const receivedAt = receipt(calendar, dice, now, index);
    const channel = weighted(dice, channels);
    const department = departments.length > 0 ? weighted(dice, departments) : null;
    const received: Observation = {
      ...{ kind: "received", channel, department, mailboxKind: "personal", timeSource: "exchange" },
      ...{ at: receivedAt, saidAt: receivedAt, by: "rule" },
    };
    const old = receivedAt < now - unansweredDays * dayMs;
    const repliedAt = reply({ policy, calendar }, dice, channel, receivedAt, old);
    const replied = repliedAt === null || repliedAt > now ? [] : [replyObservation(dice, repliedAt)];
    return {
      internetMessageId: `<sample-${index + 1}@colleagues.sprucegrove.example>`,
      colleague: Math.floor(dice() * colleagues),
      observations: [received, ...replied],
    };
  });
}

/** Spread over the year, denser towards today, the last ones over this week; mostly on business days and in office hours. */
function receipt(calendar: BusinessCalendar, dice: () => number, now: Instant, index: number): Instant {
  const recent = index >= count - ofThisWeek;
  const ago = recent
    ? dice() * 6
    : 6 + ((count - ofThisWeek - index) / (count - ofThisWeek)) ** 2 * (days - 6) - dice();
  let day = addDays(calendar.localDay(now), -Math.max(0, Math.floor(ago)));
  if (!calendar.isBusinessDay(day) && dice() < 0.8) day = calendar.previousBusinessDay(day);
  const minutes = dice() < 0.85 ? 510 + Math.floor(dice() * 470) : Math.floor(dice() * 1440);
  const at = calendar.instantAt(day, minutes);
  return at <= now ? at : instant(now - Math.floor(dice() * 180 + 1) * minuteMs);
}

/** When somebody answers, in office hours; null: nobody does. @param old true: somebody did in the end */
function reply(
  { policy, calendar }: SampleRules,
  dice: () => number,
  channel: string,
  receivedAt: Instant,
  old: boolean,
): Instant | null {
  const fate = dice();
  if (fate < unansweredShare && !old) return null;
  const responseDays = policy.channels[channel]?.responseDays ?? 3;
  const { dueAt } = dueDate(calendar, policy.counting, responseDays, receivedAt);
  const room = Math.max(0, calendar.businessTime(receivedAt, dueAt));
  // Most are answered early: the square pulls towards the day of receipt.
  if (fate < unansweredShare + keptShare)
    return afterBusinessTime(calendar, receivedAt, room * (0.02 + 0.96 * dice() ** 2));
  return afterBusinessTime(calendar, dueAt, calendar.settings.nominalDayMinutes * minuteMs * (0.1 + 2 * dice()));
}

/** The moment after so many milliseconds of open time. */
function afterBusinessTime(calendar: BusinessCalendar, from: Instant, open: number): Instant {
  let left = Math.max(minuteMs, Math.round(open));
  for (let day = calendar.localDay(from); ; day = addDays(day, 1)) {
    for (const [opens, closes] of calendar.segments(day)) {
      const start = Math.max(opens, from);
      if (closes <= start) continue;
      if (left <= closes - start) return instant(start + left);
      left -= closes - start;
    }
  }
}

function replyObservation(dice: () => number, at: Instant): Observation {
  const way = weighted(dice, [
    ["email", 80],
    ["phone", 20],
  ] as const);
  const seenIn = way === "email" ? "sentItems" : "person";
  return { kind: "replied", replyKind: "answer", way, seenIn, at, saidAt: at, by: way === "email" ? "rule" : "person" };
}
