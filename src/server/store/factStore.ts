/** Where facts are kept, and what follows from them. A small port: SQLite and PostgreSQL stand behind it and behave alike. */
import type { Fact, InquiryId } from "../../domain/inquiry/fact.ts";
import type { Counted } from "../../domain/timeliness/counted.ts";
import type { Count, FigureName } from "../../domain/timeliness/counts.ts";
import type { MovedDate, MovedDates } from "../../domain/timeliness/moved.ts";
import type { Period, PeriodKind, SeriesCounts } from "../../domain/timeliness/series.ts";
import type { Statement } from "../../domain/timeliness/stated.ts";
import type { History, Recalculation } from "../../domain/inquiry/inForce.ts";
import type { KnownMailbox, MailboxSaid } from "../../domain/timeliness/coverage.ts";
import type { Replies } from "../../domain/timeliness/told.ts";
import type { HighVolumePeriod } from "../../domain/policy/policy.ts";
import type { Instant, LocalDay } from "../../domain/time.ts";
import type { CurrentPolicy } from "../currentPolicy.ts";
import type { AuditLog } from "./auditLog.ts";
import type { OwnReplies, PersonFigures, PersonsQuestion } from "./replyBy.ts";
import { storeSentence, type StoreProblem, type StoreProblemKind } from "./storeWording.ts";

/** What stands beside facts when they are taken: by which policy, and when. */
export interface Taking {
  readonly at: Instant;
  readonly policyVersion: string;
  /** Which of them are replies that the teller sent; who that was is kept only where the policy in force says so. */
  readonly own?: OwnReplies;
}

export interface CountsQuestion {
  /** "" for what belongs to none; null: all. */
  readonly departments: readonly string[] | null;
  readonly figures: readonly FigureName[];
  /** Both included. */
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** False: one sum over all these days, its day "". */
  readonly byDay?: boolean;
  /** Given: as they were stated, for the days, weeks or months that begin on these days, each by its first day. */
  readonly stated?: PeriodKind;
}

export interface SeriesQuestion extends CountsQuestion {
  readonly by: PeriodKind;
  /** Null: all. */
  readonly channel: string | null;
  /** A part for each channel, or for each name that this gives departments; null: one for all. */
  readonly breakdown: "channel" | ((department: string) => string) | null;
  /** Of which departments replies are counted besides: all that the caller may see; null: all. */
  readonly sight: readonly string[] | null;
}

export interface SeriesPart extends SeriesCounts {
  /** The channel, or the departments' name; null without a breakdown. */
  readonly of: string | null;
  /** Whose inquiries these are. */
  readonly departments: readonly string[];
  /** The same as stated, each by the first day of its period. */
  readonly stated: readonly Count[];
}

export interface SeriesFound {
  readonly parts: readonly SeriesPart[];
  /** Of weeks and months, by their first day; none of single days. */
  readonly replies: readonly Replies[];
}

/** A shared mailbox that was closed: the only one of its department. */
export interface Closing {
  readonly department: string;
  /** What arrived there before this leaves the clock, as of this moment. */
  readonly from: Instant;
}

/** Null: whatever it is. */
export interface InquiriesWanted {
  /** Whose they are, "" for those of none. */
  readonly departments: readonly string[] | null;
  /** Both included. */
  readonly receivedFrom: Instant | null;
  readonly receivedTo: Instant | null;
}

export interface InquiryPage {
  readonly inquiries: ReadonlyMap<InquiryId, readonly Fact[]>;
  /** The last move of a due date by a recalculation, of those that any moved. */
  readonly moved: ReadonlyMap<InquiryId, MovedDate>;
  /** The last one that was looked at, wanted or not; null when there was none. */
  readonly last: string | null;
}

export interface FactStore {
  /**
   * Takes the policy into force: inquiries that are open and not overdue go by it from now on, all others keep theirs
   * (design rule 10). Nothing can be added before the first one.
   *
   * @returns how many inquiries' due dates it moved
   */
  adopt(policy: CurrentPolicy, at: Instant): Promise<number>;
  /**
   * Keeps each fact once, and what follows from it, all in one transaction; when this resolves it survives a crash. At
   * most 3,000 at a time. What several add at the same time may share a transaction; what cannot be kept fails alone.
   */
  add(facts: readonly Fact[], taking: Taking): Promise<void>;
  /** The facts of each inquiry that is known; unknown ones are left out. */
  factsOf(inquiries: readonly InquiryId[]): Promise<ReadonlyMap<InquiryId, readonly Fact[]>>;
  /**
   * Of the next `count` inquiries in the order of their ids those that are wanted, with all their facts.
   *
   * @param after "" to begin, then the last one looked at
   */
  inquiriesAfter(after: string, count: number, wanted?: InquiriesWanted): Promise<InquiryPage>;
  /** Daily counts, summed over the departments asked for, whose own is "" then. */
  counts(question: CountsQuestion): Promise<readonly Count[]>;
  /** The same with what waits on any day, and what the time of day decides; all as of one moment. */
  counted(question: CountsQuestion, today: LocalDay, now: Instant): Promise<Counted>;
  /** How many replies there were in each week or month, by department and channel. @param departments null: all */
  replies(departments: readonly string[] | null, days: Period, by: PeriodKind): Promise<readonly Replies[]>;
  /** For each part of a breakdown: its days, all days before them summed, and what is due yet; all as of one moment. */
  series(question: SeriesQuestion, today: LocalDay, now: Instant): Promise<SeriesFound>;
  /** States what is not stated yet, through this day: once, however many ask for it. */
  state(last: LocalDay, at: Instant): Promise<void>;
  /** Which of these days were stated when, oldest first; to be asked for before counts: these may be stated meanwhile. */
  statements(days: Period): Promise<readonly Statement[]>;
  /** Recalculations of what was received on some of these days, oldest first. */
  recalculations(from: LocalDay, to: LocalDay): Promise<readonly Recalculation[]>;
  /** Of inquiries on the clock whose date was or is about these days what recalculations moved. @param departments null: all */
  movedDates(departments: readonly string[] | null, days: Period): Promise<readonly MovedDates[]>;
  /** What was received on these days goes by the newest policy from now on. @returns how many due dates it moved */
  recalculate(from: LocalDay, to: LocalDay, at: Instant): Promise<number>;
  /**
   * Keeps that a mailbox was closed, and takes what waits in it off the clock; once or often is the same.
   *
   * @returns how many inquiries left the clock
   */
  closeMailbox(closing: Closing, at: Instant): Promise<number>;
  /** The same for what was told since of mailboxes that are closed already. @returns how many inquiries */
  closeWaiting(at: Instant): Promise<number>;
  /** Takes an inquiry away with all it counted, for good. @returns how many facts it had */
  erase(inquiry: InquiryId, at: Instant): Promise<number>;
  /**
   * Takes away what was withdrawn as private by the time of the last purge, and settled inquiries received before
   * `before`; their totals stay.
   *
   * @param before null: whatever its age, nothing is too old
   * @returns how many inquiries
   */
  purge(before: Instant | null, at: Instant): Promise<number>;
  /** Whose replies met response times, a line for each person; nobody where named figures are off. */
  persons(question: PersonsQuestion): Promise<readonly PersonFigures[]>;
  /** Takes a person away from all inquiries, for good. @returns from how many */
  erasePerson(oid: string, at: Instant): Promise<number>;
  /** High-volume periods that were set while the service ran. */
  periods(): Promise<readonly HighVolumePeriod[]>;
  /** Sets one, or another in its place. */
  setPeriod(period: HighVolumePeriod, at: Instant): Promise<void>;
  readonly audit: AuditLog;
  /** Every policy that was adopted and when it came into force, oldest first; the first was always in force. */
  history(): Promise<History>;
  /** Derives everything from the facts again. @returns how many counts were others before: none, unless somebody's hand changed them */
  rebuild(): Promise<number>;
  /**
   * Keeps what was said last of a mailbox; of two moments up to which it was looked through, the later one stays.
   *
   * @param at when it was said, by the service's clock
   */
  cover(said: MailboxSaid, at: Instant): Promise<void>;
  /** Every mailbox of which something was ever said. */
  covered(): Promise<readonly KnownMailbox[]>;
  /** Keeps a value under a name; the first one said stays. @returns the one that stays */
  keep(name: string, value: string): Promise<string>;
  /** @throws when the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be used, or not for what was asked. The message is a sentence for the administrator. */
export class StoreUnusable extends Error {
  override readonly name = "StoreUnusable";
  readonly problem: StoreProblem;

  constructor(kind: StoreProblemKind, values: StoreProblem["values"] = {}, options: ErrorOptions = {}) {
    const problem = { kind, values };
    super(storeSentence(problem, "en"), options);
    this.problem = problem;
  }
}
