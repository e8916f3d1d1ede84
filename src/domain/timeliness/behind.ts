/** Which inquiries are behind each of a team's figures, so that any of them can be taken apart. */
import type { InquiryId } from "../inquiry/fact.ts";
import type { Standing } from "../inquiry/standing.ts";
import type { Instant } from "../time.ts";
import { teamStatistics, type StatisticsQuestion } from "./teamStatistics.ts";

export interface Figure {
  /** Its place in the statistics: "compliance.met", "channels.email.overdue", "weeks.2026-11-23.due". */
  readonly name: string;
  readonly value: number | null;
  readonly inquiries: readonly InquiryId[];
}

/** What says which figures these are, and is none. */
const context = ["department", "asOf"];

/**
 * Every figure of `teamStatistics` with the inquiries that it counts: those whose own statistics, worked out by the same
 * function for each alone, count them. Behind the median stand the inquiries replied to, behind the age the oldest open.
 */
export function figuresOf(standings: readonly Standing[], question: StatisticsQuestion): readonly Figure[] {
  const alone = standings.map((standing) => ({
    standing,
    counts: new Map(numbersOf(teamStatistics([standing], question))),
  }));
  const counted = (name: string): readonly Standing[] =>
    alone.filter(({ counts }) => (counts.get(name) ?? 0) > 0).map(({ standing }) => standing);
  const behind = (name: string): readonly Standing[] => {
    if (name === "replyTimes.medianMinutes") return counted("replyTimes.replied");
    return name === "oldestOpenDays" ? oldestOf(counted("open")) : counted(name);
  };
  return numbersOf(teamStatistics(standings, question)).map(([name, value]) => ({
    name,
    value,
    inquiries: behind(name).map(({ inquiry }) => inquiry),
  }));
}

function oldestOf(open: readonly Standing[]): readonly Standing[] {
  const first = open.reduce<Instant | null>(
    (least, { receivedAt }) => (least === null || receivedAt < least ? receivedAt : least),
    null,
  );
  return open.filter(({ receivedAt }) => receivedAt === first);
}

/** The numbers in the statistics by their place; rows of a list by their channel or their Monday. */
function numbersOf(part: object, path = ""): readonly (readonly [string, number | null])[] {
  return Object.entries(part).flatMap(
    ([key, found]: [string, unknown]): readonly (readonly [string, number | null])[] => {
      const name = path === "" ? rowName(key, found) : `${path}.${rowName(key, found)}`;
      if (context.includes(name)) return [];
      if (typeof found === "number" || found === null) return [[name, found]];
      return typeof found === "object" ? numbersOf(found, name) : [];
    },
  );
}

function rowName(key: string, found: unknown): string {
  if (typeof found !== "object" || found === null || !/^\d+$/.test(key)) return key;
  if ("channel" in found) return String(found.channel);
  return "from" in found ? String(found.from) : key;
}
