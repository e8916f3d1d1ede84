/** A department's figures. Every one states its cohort: compliance by due date, reply time by reply date. */
import type { Instant, LocalDay } from "../time.ts";
import type { Moved } from "./moved.ts";

export interface Share {
  readonly met: number;
  readonly due: number;
}

export interface ChannelFigures extends Share {
  readonly channel: string;
  readonly open: number;
  readonly dueToday: number;
  readonly overdue: number;
}

export interface WeekFigures extends Share {
  /** The Monday. */
  readonly from: LocalDay;
}

/** What became of figures that were stated. */
export interface SinceStated<Figures> {
  /** Null: not stated yet, or from before statements were kept. Then nothing is known of a change. */
  readonly statedAt: Instant | null;
  /** The figures as stated; null where they are the same now. */
  readonly was: Figures | null;
}

/** A shared mailbox, by the address that the policy names. */
export interface UnseenMailbox {
  readonly name: string;
  /** Null: never looked through, as far as any pane said. */
  readonly lookedThrough: Instant | null;
}

/** Which mailboxes the figures rest on; of the others only messages that somebody opened are among them. */
export interface Coverage {
  /** Mailboxes in scope, seen or not. */
  readonly known: number;
  readonly seen: number;
  /** Persons' own that are no longer watched, by their choice; never by name. */
  readonly stopped: number;
  /** Shared ones that are not seen. */
  readonly unseen: readonly UnseenMailbox[];
}

/** How long replies took in the last whole weeks: of days that roll on, two answers would tell of the one that left. */
export interface ReplyTimes {
  /** A Monday. */
  readonly from: LocalDay;
  /** The Sunday before this week. */
  readonly to: LocalDay;
  readonly replied: number;
  /** Business minutes from receipt to the reply that met the response time; null where it must not be told. */
  readonly medianMinutes: number | null;
}

/** The figures themselves, as they follow from inquiries. */
export interface Figures {
  /** Department id, or null for all that the caller may see. */
  readonly department: string | null;
  readonly asOf: Instant;
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** Inquiries whose due date fell in the period, unanswered ones included. */
  readonly compliance: Share;
  /** The same for the period of equal length before. */
  readonly before: Share;
  readonly replied: number;
  readonly replyTimes: ReplyTimes;
  readonly open: number;
  readonly dueToday: number;
  readonly overdue: number;
  /** Business days since receipt of the oldest open one, or null. */
  readonly oldestOpenDays: number | null;
  readonly excluded: number;
  /** The same by reason, in the order of their ids. */
  readonly excludedReasons: Readonly<Record<string, number>>;
  /** Of these, taken off after their due date. */
  readonly excludedAfterDue: number;
  readonly channels: readonly ChannelFigures[];
  /** This week last, the eight before it first. */
  readonly weeks: readonly WeekFigures[];
  /** True when invented data is among the figures (the sandbox). */
  readonly sampleData: boolean;
}

export interface WeekSinceStated extends WeekFigures, SinceStated<Share> {
  /** What recalculations moved of its due dates, oldest first. */
  readonly moved: readonly Moved[];
}

export interface TeamStatistics extends Figures {
  readonly coverage: Coverage;
  readonly weeks: readonly WeekSinceStated[];
}
