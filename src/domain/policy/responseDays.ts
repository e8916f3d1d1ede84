/** How many business days the policy promises for a channel. */
import type { LocalDay } from "../time.ts";
import type { Channel, HighVolumePeriod, Policy } from "./policy.ts";

/** The channel with that id, or null: ids come from outside, so inherited names such as "constructor" are none. */
export function channelOf(policy: Policy, id: string): Channel | null {
  return own(policy.channels, id) ?? null;
}

/** Plain mail's channel: the first of kind "email", else the first (design: the policy document). */
export function mailChannel(policy: Policy): string {
  const ids = Object.keys(policy.channels);
  const found = ids.find((id) => policy.channels[id]?.kind === "email") ?? ids[0];
  if (found === undefined) throw new RangeError("a policy has at least one channel");
  return found;
}

/**
 * The published standard: the function's own (Policy 6,030 §5.2) before the channel's (AP-1077-23 §5.1).
 *
 * @returns business days, or null when there is no response time: then an inquiry is measured, never due
 */
export function publishedDays(policy: Policy, channel: string, department: string | null): number | null {
  const team = department === null ? undefined : own(policy.departments ?? {}, department);
  return own(team?.responseDays ?? {}, channel) ?? channelOf(policy, channel)?.responseDays ?? null;
}

/** True for a message from before the day on which the city began to count; such a one is neither due nor reported. */
export function isBeforeCounting(policy: Policy, receivedDay: LocalDay): boolean {
  return policy.countsFrom !== undefined && receivedDay < policy.countsFrom;
}

/**
 * The high-volume period (AP-1077-23 §5.2) that lengthens a channel's response time for messages received on that day;
 * the longest where several overlap.
 */
export function highVolumeFor(policy: Policy, channel: string, receivedDay: LocalDay): HighVolumePeriod | null {
  const daysIn = (period: HighVolumePeriod): number => own(period.responseDays, channel) ?? 0;
  return highVolumeOn(policy, receivedDay)
    .filter((period) => daysIn(period) > 0)
    .reduce<HighVolumePeriod | null>((longest, period) => {
      return longest === null || daysIn(period) > daysIn(longest) ? period : longest;
    }, null);
}

/** The high-volume periods that run on that day. */
export function highVolumeOn({ highVolume = [] }: Policy, day: LocalDay): readonly HighVolumePeriod[] {
  return highVolume.filter(({ from, to }) => from <= day && day <= to);
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}
