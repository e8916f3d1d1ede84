/** What figures are made of: daily counts, and the few things that the time of day decides. */
import type { Standing } from "../inquiry/standing.ts";
import type { Rules } from "../inquiry/rules.ts";
import type { Instant, LocalDay } from "../time.ts";
import { countsOf, type Count } from "./counts.ts";
import { summed } from "./tally.ts";

export interface Counted {
  /** Of the department asked for. */
  readonly counts: readonly Count[];
  /** Waiting, due today (or earlier by another clock), and not yet past its due time. */
  readonly dueYet: readonly { readonly channel: string; readonly day: LocalDay; readonly count: number }[];
  /** The inquiry that has waited longest, and whose calendar says its dates. */
  readonly oldest: { readonly receivedAt: Instant; readonly datedBy: string | null } | null;
}

export interface CountedQuestion {
  readonly rules: Rules;
  /** A department's id, or null for all. */
  readonly department: string | null;
  readonly now: Instant;
}

/** Counts inquiries one by one: for a pane, a command, or to build the service's counts again. */
export function countedFrom(standings: readonly Standing[], { rules, department, now }: CountedQuestion): Counted {
  const ours = standings.filter((standing) => department === null || standing.department === department);
  const open = ours.filter(({ excludedReason, metAt }) => excludedReason === null && metAt === null);
  const today = rules.calendar.localDay(now);
  const dueYet = open.flatMap(({ channel, due }) =>
    due !== null && due.dueDay <= today && now <= due.dueAt ? [{ channel, day: due.dueDay, count: 1 }] : [],
  );
  const [oldest = null] = [...open].sort((a, b) => a.receivedAt - b.receivedAt);
  return { counts: summed(ours.flatMap((standing) => countsOf(standing, rules))), dueYet, oldest };
}
