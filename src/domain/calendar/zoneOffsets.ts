/** Local time of one zone by its table of offsets: the only place where wall clock and UTC meet. */
import type { ZoneTable } from "../policy/policy.ts";
import { minuteMs, type Instant } from "../time.ts";

/**
 * Local time is counted as UTC would be: `localMs` is what epoch milliseconds would be if the wall clock were UTC's.
 */
export interface ZoneOffsets {
  localMs(at: Instant): number;
  /** A skipped local time moves forward by what was skipped; a repeated one means the first (calendar/README §3). */
  instantOf(localMs: number): Instant;
}

/** Offsets as functions; transitions must ascend, as `zoneTable` makes them. */
export function zoneOffsets(table: ZoneTable): ZoneOffsets {
  const offsets = [table.base, ...table.transitions.map(([, offset]) => offset)].map(milliseconds);
  const changes = table.transitions.map(([seconds]) => seconds * 1000);
  // Seen from the wall: until the later of the two readings at a change, the former offset holds.
  const wallChanges = changes.map((at, i) => at + Math.max(offsets[i] ?? 0, offsets[i + 1] ?? 0));
  return {
    localMs: (at) => at + (offsets[passed(changes, at)] ?? 0),
    instantOf: (localMs) => (localMs - (offsets[passed(wallChanges, localMs)] ?? 0)) as Instant,
  };
}

/** How many of the ascending `moments` lie at or before `at`. */
function passed(moments: readonly number[], at: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((moments[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Offsets before standard time have seconds, so minutes may be fractions. */
function milliseconds(minutes: number): number {
  return Math.round(minutes * minuteMs);
}
