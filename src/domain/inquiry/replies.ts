/** What the replies that went out have done: met, closed, promised, acknowledged. */
import type { BusinessCalendar } from "../calendar/businessCalendar.ts";
import type { CountingRules } from "../policy/policy.ts";
import type { Instant, LocalDay } from "../time.ts";
import { earliest, type FactOf } from "./evidence.ts";
import { meetsResponseTime, replyTable } from "./replyTable.ts";
import type { Standing } from "./standing.ts";

type Replied = FactOf<"replied">;

export interface Replies {
  /** The earliest reply that met the response time, or null. */
  readonly met: Replied | null;
  /** The earliest reply that closed the inquiry, or null. */
  readonly closing: Replied | null;
  readonly acknowledgement: Replied | null;
  /** Holding and part replies that name a day, oldest first. */
  readonly promises: readonly (Replied & { readonly promisedDay: LocalDay })[];
}

/** @param replied standing replies; those before `receivedAt` answer something else and are left out */
export function repliesTo(replied: readonly Replied[], receivedAt: Instant, counting: CountingRules): Replies {
  const after = replied.filter((reply) => reply.at >= receivedAt);
  return {
    met: earliest(after.filter((reply) => meetsResponseTime(reply.replyKind, counting))),
    closing: earliest(after.filter((reply) => replyTable[reply.replyKind].closes)),
    acknowledgement: earliest(after.filter((reply) => reply.replyKind === "acknowledgement")),
    promises: after
      .filter(
        (reply): reply is Replies["promises"][number] =>
          replyTable[reply.replyKind].promises && reply.promisedDay !== undefined,
      )
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
  };
}

/**
 * The day that the newest holding or part reply before the answer names, and whether the word was kept: the answer came
 * by the end of that day. A promise may be moved before its day has passed; one that passed unkept stays broken.
 */
export function promiseOf(
  { promises, closing }: Replies,
  calendar: BusinessCalendar,
  now: Instant,
): Standing["promise"] {
  const made = closing === null ? promises : promises.filter((promise) => promise.at <= closing.at);
  const newest = made[made.length - 1];
  if (newest === undefined) return null;
  const broken = made.some((promise, index) => {
    const next = made[index + 1]?.at ?? closing?.at ?? now;
    return calendar.localDay(next) > promise.promisedDay;
  });
  return { day: newest.promisedDay, kept: broken ? false : closing === null ? null : true };
}
