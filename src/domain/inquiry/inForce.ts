/** Under which version of the policy an inquiry stands: a pure function of its facts and of the versions' history. */
import { isOpenAt } from "../deadline/datesAfterChange.ts";
import { instant, type Instant, type LocalDay } from "../time.ts";
import { standingOf } from "./derive.ts";
import type { Fact } from "./fact.ts";
import type { Rules } from "./rules.ts";
import type { Standing } from "./standing.ts";

export interface Version {
  readonly number: number;
  readonly rules: Rules;
  /** From when it is in force. */
  readonly from: Instant;
}

/** Ordered by an administrator after a late correction: what was received on these days goes by this version. */
export interface Recalculation {
  readonly at: Instant;
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** The version's number. */
  readonly version: number;
}

export interface History {
  /** At least one; oldest first. */
  readonly versions: readonly Version[];
  /** Oldest first. */
  readonly recalculations: readonly Recalculation[];
}

export interface Held {
  readonly version: Version;
  /** As far as the time of day decides nothing: neither overdue nor claimed, a promise not yet broken by time alone. */
  readonly standing: Standing;
}

/** Before every fact. */
const timeless = instant(0);

/**
 * Rule 10 of the design: the version in force when the inquiry was received; a later one moves it where it was then open
 * and not overdue; a recalculation moves what was received on its days.
 *
 * @returns null when nothing is known to have arrived
 */
export function heldBy(facts: readonly Fact[], history: History): Held | null {
  const { versions, recalculations } = history;
  const [oldest, ...newer] = versions;
  if (oldest === undefined) throw new RangeError("a policy has a version");
  const under = (version: Version): Held | null => {
    const standing = standingOf(facts, version.rules, timeless);
    return standing === null ? null : { version, standing };
  };
  const first = under(oldest);
  if (first === null || (newer.length === 0 && recalculations.length === 0)) return first;
  const atReceipt = [...newer].reverse().find(({ from }) => from <= first.standing.receivedAt) ?? oldest;
  return changesOf(history).reduce<Held | null>(
    (held, { version, moves }) => (held !== null && held.version !== version && moves(held) ? under(version) : held),
    under(atReceipt),
  );
}

interface Change {
  readonly at: Instant;
  readonly version: Version;
  readonly moves: (held: Held) => boolean;
}

function changesOf({ versions, recalculations }: History): readonly Change[] {
  const adopted = versions.map((version): Change => {
    const moves = ({ standing }: Held) => standing.receivedAt < version.from && isOpen(standing, version.from);
    return { at: version.from, version, moves };
  });
  const ordered = recalculations.flatMap(({ at, from, to, version: number }): readonly Change[] => {
    const version = versions.find((each) => each.number === number);
    if (version === undefined) return [];
    const dayOf = ({ standing }: Held) => version.rules.calendar.localDay(standing.receivedAt);
    return [{ at, version, moves: (held) => from <= dayOf(held) && dayOf(held) <= to }];
  });
  return [...adopted, ...ordered].sort((a, b) => a.at - b.at);
}

function isOpen({ due, announced, metAt }: Standing, changedAt: Instant): boolean {
  return isOpenAt({ before: due === null ? null : { responseDays: 0, due, announced }, metAt, changedAt });
}
