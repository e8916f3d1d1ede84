/** The dates by which the policy wants a reply: of every inquiry, for whoever asks. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import type { Policy } from "../policy/policy.ts";
import { highVolumeFor, isBeforeCounting, publishedDays } from "../policy/responseDays.ts";
import type { Instant } from "../time.ts";
import type { Due } from "./due.ts";
import { dueDate } from "./dueDate.ts";

export interface Dated {
  readonly policy: Policy;
  /** The department's. */
  readonly calendar: BusinessCalendar;
  /** The policy's channel id. */
  readonly channel: string;
  readonly department: string | null;
  /** Epoch milliseconds, UTC. */
  readonly receivedAt: Instant;
}

export interface Dates {
  /** Business days of the published standard. */
  readonly responseDays: number;
  /** By the published standard: the headline. */
  readonly due: Due;
  /** As announced for a high-volume period (AP-1077-23 §5.2), when later. */
  readonly announced: Due | null;
}

/**
 * @returns null when nothing is due: the channel has no response time or is not the policy's, or the message came before
 *   the day from which the city counts
 */
export function datesOf({ policy, calendar, channel, department, receivedAt }: Dated): Dates | null {
  const responseDays = publishedDays(policy, channel, department);
  const receivedDay = calendar.localDay(receivedAt);
  if (responseDays === null || isBeforeCounting(policy, receivedDay)) return null;
  const longer = highVolumeFor(policy, channel, receivedDay)?.responseDays[channel] ?? 0;
  return {
    responseDays,
    due: dueDate(calendar, policy.counting, responseDays, receivedAt),
    announced: longer > responseDays ? dueDate(calendar, policy.counting, longer, receivedAt) : null,
  };
}
