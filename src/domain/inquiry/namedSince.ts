/** From when on replies are counted by person (`privacy.namedFigures`): announced first, never reaching back. */
import type { Instant } from "../time.ts";
import type { History, Version } from "./inForce.ts";

/**
 * The moment from which on whoever replied may be kept beside the inquiry: the beginning of the policy's day, in the
 * city's zone. The document's word for when the staff was told is not enough: every version in force at a reply or since
 * must have said a day that had come by then, so that neither a policy that was put in place late, nor an earlier day, nor
 * a time in which it was off, names anybody for what was sent before.
 *
 * @returns null where the newest policy keeps nobody
 */
export function namedSince({ versions }: History): Instant | null {
  const [newest, ...older] = [...versions].reverse();
  if (newest === undefined) return null;
  let since = beginningOf(newest);
  let next = newest;
  for (const version of older) {
    if (since === null || since >= next.from) break;
    const before = beginningOf(version);
    since = before === null || before > next.from ? next.from : before > since ? before : since;
    next = version;
  }
  return since;
}

function beginningOf({ rules: { policy, calendar } }: Version): Instant | null {
  const named = policy.privacy?.namedFigures;
  return named === undefined || named === false ? null : calendar.instantAt(named.from, 0);
}
