/**
 * Of which parts of the figures is told how long replies took: neither they, nor what a wider question has besides them,
 * may be so few that it would tell of persons. Else the difference of two answers would tell what neither may.
 */
import { groupedBy } from "../grouped.ts";
import type { LocalDay } from "../time.ts";
import type { Minimum } from "./minimum.ts";
import type { Period } from "./series.ts";

/** What a question about figures takes in. */
export interface Part {
  /** "" for what belongs to none. */
  readonly departments: readonly string[];
  /** Null: all. */
  readonly channel: string | null;
}

/** How many replies there were in a week or month. */
export interface Replies {
  readonly department: string;
  readonly channel: string;
  /** Its first. */
  readonly day: LocalDay;
  readonly count: number;
}

export interface Tellable {
  /** Of all that the caller may ask for. */
  readonly replies: readonly Replies[];
  /** Departments that the caller can ask for together: one alone, those of a function, all. */
  readonly groups: readonly (readonly string[])[];
  /** How many contribute, by department. */
  readonly mailboxes: ReadonlyMap<string, number>;
  readonly minimum: Minimum;
}

/** @returns whether it may be told how long the replies of a part and period took */
export function telling({ replies, groups, ...few }: Tellable): (part: Part, period: Pick<Period, "from">) => boolean {
  const isEnough = (some: readonly Replies[]) => areEnough(some, few);
  const byDay = groupedBy(replies, ({ day }) => day);
  const answers = new Map<LocalDay, readonly ReadonlySet<Replies>[]>();
  for (const [day, some] of byDay) answers.set(day, answersOf(some, groups));
  return (part, { from }) => {
    const mine = (byDay.get(from) ?? []).filter((one) => isIn(one, part));
    // By the replies that it takes in, not by its words: two questions can be in different words and of the same replies.
    const wider = (answers.get(from) ?? []).filter((answer) => mine.every((one) => answer.has(one)));
    const rests = wider.map((answer) => [...answer].filter((one) => !mine.includes(one)));
    return isEnough(mine) && rests.every((rest) => rest.length === 0 || isEnough(rest));
  };
}

/**
 * The same for some whole weeks together. Those of them that are not told of by themselves must be enough together, or
 * else they would follow from what is told of the others; and where all replies came in one week, it is that week's answer.
 *
 * @param mondays of the weeks
 */
export function tellingTogether(asked: Tellable, mondays: readonly LocalDay[]): (part: Part) => boolean {
  const [first] = mondays;
  if (first === undefined) return () => false;
  const replies = asked.replies.filter(({ day }) => mondays.includes(day));
  const isWeekTold = telling(asked);
  const isTold = telling({ ...asked, replies: replies.map((one) => ({ ...one, day: first })) });
  return (part) => {
    const mine = groupedBy(
      replies.filter((one) => isIn(one, part)),
      ({ day }) => day,
    );
    const untold = [...mine].filter(([from]) => !isWeekTold(part, { from })).flatMap(([, some]) => some);
    if (untold.length > 0 && (mine.size === 1 || !areEnough(untold, asked))) return false;
    return isTold(part, { from: first });
  };
}

function areEnough(some: readonly Replies[], { mailboxes, minimum }: Pick<Tellable, "mailboxes" | "minimum">): boolean {
  const departments = [...new Set(some.map(({ department }) => department))];
  return (
    some.reduce((total, { count }) => total + count, 0) >= minimum.replies &&
    departments.reduce((total, one) => total + (mailboxes.get(one) ?? 0), 0) >= minimum.mailboxes
  );
}

/** What each question that can be asked takes in. */
function answersOf(some: readonly Replies[], groups: readonly (readonly string[])[]): readonly ReadonlySet<Replies>[] {
  const channels = [null, ...new Set(some.map(({ channel }) => channel))];
  return groups.flatMap((departments) =>
    channels.map((channel) => new Set(some.filter((one) => isIn(one, { departments, channel })))),
  );
}

function isIn({ department, channel }: Replies, part: Part): boolean {
  return part.departments.includes(department) && (part.channel === null || part.channel === channel);
}
